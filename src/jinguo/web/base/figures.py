"""A figure as pages show it: its digits, the rows it leads to, and why there may be none."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jinguo.statistics.queries import LevelFigures
from jinguo.statistics.rules import INDICATORS, RATIOS

NO_DAY = _("choose a day to compare with")
NO_UNIT = _("no federation yet")


def rows_of(name: str) -> str:
    """The indicator whose rows stand behind a figure: a quotient leads to what it divides."""
    return RATIOS[name].count if name in RATIOS else name


def why_missing(name: str, figures: LevelFigures) -> str | Promise:
    """Why a figure has no value; empty where it has one."""
    if figures[name] is not None:
        return ""
    compared = name in INDICATORS and INDICATORS[name].compared
    return NO_DAY if compared else NO_UNIT

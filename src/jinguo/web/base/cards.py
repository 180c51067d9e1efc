"""Figures as cards: a number, what it is called, and the way to the rows it counts."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from jinguo.statistics.queries import LevelFigures
from jinguo.statistics.rules import FIGURES
from jinguo.web.base.figures import rows_of, why_missing

ORDER = (
    "federations",
    "executives",
    "chairs",
    "vice_chairs",
    "new_executives",
    "new_part_time_vice_chairs",
    "executives_per_federation",
    "vice_chairs_per_federation",
)
"""The order of the report of 2017-07-31."""


@dataclass(frozen=True, slots=True)
class Card:
    """One figure; where ``value`` is empty, ``missing`` says why."""

    name: str
    title: str | Promise
    value: str
    unit: str | Promise
    note: str
    missing: str | Promise
    url: str


def cards(figures: LevelFigures, level: str, code: str, query: str) -> list[Card]:
    """The eight figures of one level of a unit, in the order of the report."""
    return [_card(name, figures, level, code, query) for name in ORDER]


def _card(name: str, figures: LevelFigures, level: str, code: str, query: str) -> Card:
    figure = FIGURES[name]
    value = figures[name]
    note = _("of %(due)s due") % {"due": figures.due} if name == "federations" else ""
    return Card(
        name,
        figure.title,
        "" if value is None else str(value),
        figure.unit,
        note,
        why_missing(name, figures),
        reverse("figures:rows", args=[code, rows_of(name), level]) + query,
    )

"""Figures arranged for the page: one line an indicator, one column a level."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jinguo.divisions.models import Level
from jinguo.statistics.queries import Figures, LevelFigures, UnitFigures
from jinguo.statistics.rules import FIGURES, Indicator, Ratio
from jinguo.web.base.figures import rows_of, why_missing

NUMBERS = {"township": Level.TOWNSHIP, "village": Level.VILLAGE}
LEVELS: dict[str, str | Promise] = {
    "township": _("Townships"),
    "village": _("Villages and communities"),
}
DRILL = (
    "federations",
    "executives",
    "chairs",
    "vice_chairs",
    "part_time_vice_chairs",
    "new_executives",
    "new_part_time_vice_chairs",
)
"""The columns of the table by unit below; averages are left to each unit's own page."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure and the indicator whose rows it leads to; where it is empty, why."""

    level: str
    indicator: str
    value: str
    due: str
    rows: str
    missing: str | Promise


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator over the levels of a unit."""

    indicator: Indicator | Ratio
    cells: list[Cell]


def levels_of(level: int) -> list[str]:
    """The columns a unit of this level has: a village has none for townships."""
    return ["village"] if level == Level.VILLAGE else list(LEVELS)


def lines(figures: Figures) -> list[Line]:
    """Every indicator of a unit."""
    levels = levels_of(figures.unit.level)
    return [
        Line(indicator, [cell(getattr(figures, level), level, name) for level in levels])
        for name, indicator in FIGURES.items()
    ]


def cell(figures: LevelFigures, level: str, name: str) -> Cell:
    """One figure of one level."""
    value = figures[name]
    shown = "" if value is None else str(value)
    due = str(figures.due) if name == "federations" else ""
    return Cell(level, name, shown, due, rows_of(name), why_missing(name, figures))


def drill(below: Iterable[UnitFigures], level: str) -> list[tuple[UnitFigures, list[Cell]]]:
    """The figures of each unit below, one line a unit."""
    return [(unit, [cell(getattr(unit, level), level, name) for name in DRILL]) for unit in below]

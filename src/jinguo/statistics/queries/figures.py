"""Numbers: for a unit, and for each of the units below it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import connection

from jinguo.divisions.models import Level
from jinguo.divisions.queries import Place, children, latest, place
from jinguo.kernel.actor import VIEW, Actor
from jinguo.statistics.enums import Counted
from jinguo.statistics.errors import UnitHidden
from jinguo.statistics.queries.tally import DUE, SEATS, SITTING, UNITS, parameters
from jinguo.statistics.rules import INDICATORS, RATIOS, Indicator

_OVER_SEATS = [one for one in INDICATORS.values() if one.counted != Counted.FEDERATIONS]

FOR_PROGRAMS = (
    "federations", "executives", "chairs", "vice_chairs", "part_time_vice_chairs",
    "new_executives", "new_part_time_vice_chairs", "executives_per_federation",
    "vice_chairs_per_federation",
)  # fmt: skip
"""The figures that ``jinguo figures --json`` promises to other programs."""


@dataclass(frozen=True, slots=True)
class LevelFigures:
    """The figures of all township, or all village, federations of a subtree on a day.

    ``due`` are the divisions of that day, ``counts`` what was counted, by name of the indicator.
    """

    due: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    compared: bool = False

    def __getitem__(self, name: str) -> int | str | None:
        """A figure by its name in ``INDICATORS`` or ``RATIOS``: a number, or a quotient in digits.

        ``None`` where there is no day to compare with, or nothing to divide by.
        """
        if name in RATIOS:
            ratio = RATIOS[name]
            return ratio.form(self._count(ratio.count), self._count(ratio.per))
        if INDICATORS[name].compared and not self.compared:
            return None
        return self._count(name)

    def _count(self, name: str) -> int:
        return self.due if name == "due" else self.counts.get(name, 0)

    def as_json(self) -> dict[str, Any]:
        """The form other programs read (``jinguo figures --json``)."""
        return {name: self[name] for name in FOR_PROGRAMS}


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a unit on a day, against a compare day if one is given."""

    unit: Place
    as_of: date
    compare: date | None
    township: LevelFigures
    village: LevelFigures

    def as_json(self) -> dict[str, Any]:
        """The form other programs read (``jinguo figures --json``)."""
        return {
            "unit": self.unit.code,
            "as_of": self.as_of.isoformat(),
            "compare": self.compare.isoformat() if self.compare else None,
            "township": self.township.as_json(),
            "village": self.village.as_json(),
        }


@dataclass(frozen=True, slots=True)
class UnitFigures:
    """The figures of one unit of a drill-down."""

    place: Place
    township: LevelFigures
    village: LevelFigures


def figures(code: str, as_of: date, compare: date | None = None, *, reader: Actor) -> Figures:
    """Every figure of a unit on a day.

    ``code`` is a division code (6, 9 or 12 digits) valid on ``as_of``. Raises
    ``DivisionUnknown``, and ``UnitHidden`` outside the reader's scope.
    """
    top = visible(code, as_of, reader)
    (found,) = _tally(top, [top], as_of, compare)
    return Figures(top, as_of, compare, found.township, found.village)


def breakdown(
    code: str, as_of: date, compare: date | None = None, *, reader: Actor
) -> list[UnitFigures]:
    """The same figures for each unit directly below, in a fixed number of queries."""
    top = visible(code, as_of, reader)
    below = children(top, as_of)
    if not below:
        return []
    return _tally(top, below, as_of, compare)


def visible(code: str, day: date, reader: Actor) -> Place:
    """The place with this code on the day. Raises ``DivisionUnknown`` and ``UnitHidden``."""
    top = place(code, day)
    if not reader.may(VIEW, latest(top.division_id).code):
        raise UnitHidden(code=code)
    return top


def _tally(top: Place, units: list[Place], day: date, compare: date | None) -> list[UnitFigures]:
    """Figures of units of one level, at or below ``top``: one query for all of them."""
    length = len(units[0].prefix)
    columns = ", ".join(f"{_number(one)} as {one.name}" for one in _OVER_SEATS)
    names = ["federations", *(one.name for one in _OVER_SEATS)]
    numbers = ", ".join(f"coalesce(s.{one.name}, 0)" for one in _OVER_SEATS)
    sql = f"""
      with unit as ({UNITS}), seat as ({SEATS}), due as ({DUE}),
      seats as (select left(code, {length}) as part, level, {columns} from seat group by 1, 2),
      federations as (
        select left(u.code, {length}) as part, u.level, count(*) as number
          from unit u where {SITTING} group by 1, 2),
      dues as (
        select left(code, {length}) as part, level, count(*) as number from due group by 1, 2)
      select d.part, d.level, d.number, coalesce(f.number, 0), {numbers}
        from dues d
        left join federations f using (part, level)
        left join seats s using (part, level)
    """  # noqa: S608  made of our own constants
    found: dict[tuple[str, int], LevelFigures] = {}
    compared = compare is not None
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters(top, day, compare))
        for part, level, due, *counted in cursor.fetchall():
            counts = dict(zip(names, counted, strict=True))
            found[part, level] = LevelFigures(due, counts, compared)
    nothing = LevelFigures(compared=compared)
    levels = (Level.TOWNSHIP, Level.VILLAGE)
    return [
        UnitFigures(one, *(found.get((one.prefix, level), nothing) for level in levels))
        for one in units
    ]


def _number(one: Indicator) -> str:
    what = "distinct person_id" if one.counted == Counted.PEOPLE else "*"
    return f"count({what}) filter (where {one.condition})"

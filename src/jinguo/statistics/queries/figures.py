"""Numbers: for a unit, and for each of the units below it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db import connection

from jinguo.divisions.models import Level
from jinguo.divisions.queries import Place, children, latest, place
from jinguo.kernel.actor import VIEW, Actor
from jinguo.statistics.errors import UnitHidden
from jinguo.statistics.queries.tally import DUE, SEATS, SITTING, UNITS, parameters
from jinguo.statistics.rules import INDICATORS, average, rate

_COUNTED = [one for one in INDICATORS.values() if one.condition]


@dataclass(frozen=True, slots=True)
class LevelFigures:
    """The figures of all township, or all village, federations of a subtree on a day.

    ``people`` are persons, all else seats or federations; the two ``new_`` figures
    are ``None`` without a compare day.
    """

    due: int = 0
    federations: int = 0
    executives: int = 0
    chairs: int = 0
    vice_chairs: int = 0
    full_time_vice_chairs: int = 0
    part_time_vice_chairs: int = 0
    seconded_vice_chairs: int = 0
    unstated_vice_chairs: int = 0
    new_executives: int | None = None
    new_part_time_vice_chairs: int | None = None
    people: int = 0

    @property
    def executives_per_federation(self) -> str | None:
        """Executives per federation, one decimal, half up."""
        return average(self.executives, self.federations)

    @property
    def vice_chairs_per_federation(self) -> str | None:
        """Vice-chairs per federation, one decimal, half up."""
        return average(self.vice_chairs, self.federations)

    @property
    def coverage(self) -> str | None:
        """Federations of divisions due, in percent, one decimal, half up."""
        return rate(self.federations, self.due)

    def as_json(self) -> dict[str, Any]:
        """The form other programs read (``jinguo figures --json``)."""
        return {
            name: getattr(self, name)
            for name in (
                "federations", "executives", "chairs", "vice_chairs", "part_time_vice_chairs",
                "new_executives", "new_part_time_vice_chairs", "executives_per_federation",
                "vice_chairs_per_federation",
            )
        }  # fmt: skip


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
    found = _tally(top, len(top.prefix), as_of, compare)
    township, village = found.get(top.prefix, (LevelFigures(), LevelFigures()))
    return Figures(top, as_of, compare, _nulled(township, compare), _nulled(village, compare))


def breakdown(
    code: str, as_of: date, compare: date | None = None, *, reader: Actor
) -> list[UnitFigures]:
    """The same figures for each unit directly below, in a fixed number of queries."""
    top = visible(code, as_of, reader)
    below = children(top, as_of)
    if not below:
        return []
    found = _tally(top, len(below[0].prefix), as_of, compare)
    empty = (LevelFigures(), LevelFigures())
    return [
        UnitFigures(one, *(_nulled(level, compare) for level in found.get(one.prefix, empty)))
        for one in below
    ]


def visible(code: str, day: date, reader: Actor) -> Place:
    """The place with this code on the day. Raises ``DivisionUnknown`` and ``UnitHidden``."""
    top = place(code, day)
    if not reader.may(VIEW, latest(top.division_id).code):
        raise UnitHidden(code=code)
    return top


def _tally(
    top: Place, length: int, day: date, compare: date | None
) -> dict[str, tuple[LevelFigures, LevelFigures]]:
    """Figures by the first ``length`` digits of the code: one query."""
    counts = ", ".join(f"count(*) filter (where {one.condition}) as {one.name}" for one in _COUNTED)
    names = [one.name for one in _COUNTED]
    numbers = ", ".join(f"coalesce(s.{name}, 0)" for name in names)
    sql = f"""
      with unit as ({UNITS}), seat as ({SEATS}), due as ({DUE}),
      seats as (
        select left(code, {length}) as part, level, {counts},
               count(distinct person_id) as people
          from seat group by 1, 2),
      federations as (
        select left(u.code, {length}) as part, u.level, count(*) as number
          from unit u where {SITTING} group by 1, 2),
      dues as (
        select left(code, {length}) as part, level, count(*) as number from due group by 1, 2)
      select d.part, d.level, d.number, coalesce(f.number, 0), coalesce(s.people, 0), {numbers}
        from dues d
        left join federations f using (part, level)
        left join seats s using (part, level)
    """  # noqa: S608  made of our own constants
    found: dict[str, tuple[LevelFigures, LevelFigures]] = {}
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters(top, day, compare))
        for part, level, due, federations, people, *counted in cursor.fetchall():
            one = LevelFigures(
                due=due,
                federations=federations,
                people=people,
                **dict(zip(names, counted, strict=True)),
            )
            township, village = found.get(part, (LevelFigures(), LevelFigures()))
            found[part] = (one, village) if level == Level.TOWNSHIP else (township, one)
    return found


def _nulled(level: LevelFigures, compare: date | None) -> LevelFigures:
    """Comparisons are ``None`` where there is nothing to compare with."""
    if compare is None:
        return replace(level, new_executives=None, new_part_time_vice_chairs=None)
    return replace(
        level,
        new_executives=level.new_executives or 0,
        new_part_time_vice_chairs=level.new_part_time_vice_chairs or 0,
    )

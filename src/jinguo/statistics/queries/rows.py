"""The rows behind a number: as many as the number says."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from jinguo.divisions.rules.names import short
from jinguo.kernel.actor import Actor
from jinguo.people.rules import shown_name
from jinguo.statistics.enums import Counted
from jinguo.statistics.errors import IndicatorUnknown
from jinguo.statistics.queries.figures import visible
from jinguo.statistics.queries.tally import SEATS, SITTING, UNITS, parameters
from jinguo.statistics.rules import INDICATORS, Indicator

PAGE = 50


@dataclass(frozen=True, slots=True)
class Row:
    """One seat counted; or one person, in the highest of her ``seats`` that are counted."""

    appointment_id: int
    person_id: int
    name: str
    unit_code: str
    unit_name: str
    post: str
    kind: str
    categories: tuple[str, ...]
    starts_on: date
    seats: int = 1


@dataclass(frozen=True, slots=True)
class FederationRow:
    """One federation counted, and since when it counts."""

    federation_id: int
    unit_code: str
    unit_name: str
    founded_on: date


@dataclass(frozen=True, slots=True)
class RowPage:
    """A page of the rows behind a number; ``total`` is the number."""

    total: int
    rows: list[Row] | list[FederationRow]
    page: int
    size: int

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.total // self.size))


def rows(
    indicator: str,
    level: int,
    code: str,
    as_of: date,
    compare: date | None = None,
    *,
    reader: Actor,
    page: int = 1,
    size: int = PAGE,
) -> RowPage:
    """A page of the seats, or federations, that an indicator counts at a level.

    Raises ``IndicatorUnknown``, ``DivisionUnknown`` and ``UnitHidden``.
    """
    chosen = INDICATORS.get(indicator)
    if chosen is None:
        raise IndicatorUnknown(name=indicator, known="、".join(INDICATORS))
    top = visible(code, as_of, reader)
    words = {
        **parameters(top, as_of, compare),
        "level": level,
        "size": size,
        "skip": (page - 1) * size,
    }
    if chosen.compared and compare is None:
        return RowPage(0, [], page, size)
    if chosen.counted == Counted.FEDERATIONS:
        return _federations(words, level, page, size)
    return _seats(chosen, words, level, page, size)


def all_rows(
    indicator: str,
    level: int,
    code: str,
    as_of: date,
    compare: date | None = None,
    *,
    reader: Actor,
) -> RowPage:
    """Every row behind a number, for an export."""
    return rows(indicator, level, code, as_of, compare, reader=reader, size=10_000_000)


def _seats(chosen: Indicator, words: dict[str, Any], level: int, page: int, size: int) -> RowPage:
    """Seats; or each person once, in her highest seat."""
    each = "s.person_id" if chosen.counted == Counted.PEOPLE else "s.appointment_id"
    found = _fetch(
        f"""
        with unit as ({UNITS}), seat as ({SEATS}), counted as (
          select s.*, array_position(%(committee)s, s.post::text) as rank
            from seat s where s.level = %(level)s and {chosen.condition}),
        each as (
          select distinct on ({each}) s.*, count(*) over (partition by {each}) as seats
            from counted s order by {each}, s.rank, s.code)
        select s.appointment_id, s.person_id, p.name, s.code, s.name, s.post, s.kind,
               s.categories, s.starts_on, s.seats, (select count(*) from each)
          from each s join people_person p on p.id = s.person_id
         order by s.code, s.rank, s.appointment_id
         limit %(size)s offset %(skip)s
        """,  # noqa: S608  made of our own constants
        words,
    )
    if not found and page > 1:
        last = _seats(chosen, words | {"skip": 0, "size": 1}, level, 1, 1)
        return RowPage(last.total, [], page, size)
    return RowPage(found[0][-1] if found else 0, [_row(row, level) for row in found], page, size)


def _row(row: tuple[Any, ...], level: int) -> Row:
    """The columns of ``_seats``, with the unit called by its federation's name."""
    appointment_id, person_id, name, code, place, post, kind, categories, starts_on, seats, _ = row
    unit = _unit_name(place, level)
    return Row(
        appointment_id,
        person_id,
        shown_name(name),
        code,
        unit,
        post,
        kind,
        tuple(categories),
        starts_on,
        seats,
    )


def _federations(words: dict[str, Any], level: int, page: int, size: int) -> RowPage:
    found = _fetch(
        f"""
        with unit as ({UNITS})
        select u.federation_id, u.code, u.name,
               (select min(a.starts_on) from roster_appointment a
                 where a.federation_id = u.federation_id and a.post = any(%(committee)s)),
               count(*) over ()
          from unit u where u.level = %(level)s and {SITTING}
         order by u.code limit %(size)s offset %(skip)s
        """,  # noqa: S608  made of our own constants
        words,
    )
    if not found and page > 1:
        total = _federations(words | {"skip": 0, "size": 1}, level, 1, 1).total
        return RowPage(total, [], page, size)
    return RowPage(
        found[0][-1] if found else 0,
        [FederationRow(row[0], row[1], _unit_name(row[2], level), row[3]) for row in found],
        page,
        size,
    )


def _unit_name(name: str, level: int) -> str:
    return f"{short(name, level)}妇联"


def _fetch(sql: str, words: dict[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, words)
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found

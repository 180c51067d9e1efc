"""The rows behind a number: as many as the number says."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from jinguo.divisions.rules.names import short
from jinguo.kernel.actor import Actor
from jinguo.statistics.errors import IndicatorUnknown
from jinguo.statistics.queries.figures import visible
from jinguo.statistics.queries.tally import SEATS, SITTING, UNITS, parameters
from jinguo.statistics.rules import INDICATORS, Indicator

PAGE = 50


@dataclass(frozen=True, slots=True)
class Row:
    """One seat counted."""

    appointment_id: int
    person_id: int
    name: str
    unit_code: str
    unit_name: str
    post: str
    kind: str
    categories: tuple[str, ...]
    starts_on: date


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
    if chosen.condition:
        if chosen.compared and compare is None:
            return RowPage(0, [], page, size)
        return _seats(chosen, words, level, page, size)
    return _federations(words, level, page, size)


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
    found = _fetch(
        f"""
        with unit as ({UNITS}), seat as ({SEATS})
        select s.appointment_id, s.person_id, p.name, s.code, s.name, s.post, s.kind,
               s.categories, s.starts_on, count(*) over ()
          from seat s join people_person p on p.id = s.person_id
         where s.level = %(level)s and {chosen.condition}
         order by s.code, array_position(%(committee)s, s.post::text), s.appointment_id
         limit %(size)s offset %(skip)s
        """,  # noqa: S608  made of our own constants
        words,
    )
    total = found[0][-1] if found else _number(words, f"seat s where {chosen.condition}")
    return RowPage(
        total,
        [_row(row, level) for row in found],
        page,
        size,
    )


def _row(row: tuple[Any, ...], level: int) -> Row:
    appointment_id, person_id, name, code, place, post, kind, categories, starts_on = row[:9]
    unit = _unit_name(place, level)
    return Row(
        appointment_id, person_id, name, code, unit, post, kind, tuple(categories), starts_on
    )


def _number(words: dict[str, Any], counted: str) -> int:
    """The number where the page lies behind the last row."""
    found = _fetch(
        f"with unit as ({UNITS}), seat as ({SEATS}) select count(*) from {counted}"  # noqa: S608
        " and level = %(level)s",
        words,
    )
    number: int = found[0][0]
    return number


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
    total = found[0][-1] if found else _number(words, f"unit u where {SITTING}")
    return RowPage(
        total,
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

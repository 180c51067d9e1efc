"""Whether the right thing was written: what the database holds against what the county knows."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from datetime import date

from django.db import connection

from benchmarks.county import Line
from benchmarks.measuring import Report

Seat = tuple[str, str, str, date]
"""Name, code of the unit, post, since when."""

_OURS = """
select p.name, v.code, a.post, a.starts_on
  from roster_appointment a
  join people_person p on p.id = a.person_id
  join federations_federation f on f.id = a.federation_id
  join divisions_version v on v.division_id = f.division_id and v.valid_until is null
 where a.ends_on is null
"""
_PEER = """
select p.name, u.code, s.post, s.starts_on
  from peer_seat s
  join peer_person p on p.id = s.person_id
  join peer_unit u on u.id = s.unit_id
"""


def check_ours(report: Report, lines: Iterable[Line]) -> None:
    """Seats, and women each counted once."""
    counted = [line for line in lines if line.counted]
    _check(report, "seats of the product", _read(_OURS), [line.truth for line in counted])
    women = len({(line.name, line.birth) for line in counted})
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from people_person")
        people = cursor.fetchone()[0]
    report.check("every woman is one person", people == women, f"{people} for {women}")


def check_peer(report: Report, side: str, lines: Iterable[Line]) -> None:
    """The rows of the peer's table."""
    _check(report, f"rows of {side}", _read(_PEER), [line.truth for line in lines])


def _check(report: Report, what: str, found: list[Seat], right: list[Seat]) -> None:
    for name, column in (("post", 2), ("unit", 1)):
        counts = Counter(seat[column] for seat in found)
        expected = Counter(seat[column] for seat in right)
        report.check(f"{what}: as many by {name}", counts == expected, counts - expected)
    same = _digest(found) == _digest(right)
    report.check(f"{what}: checksum over name, unit, post and start", same)


def _digest(seats: list[Seat]) -> str:
    lines = sorted(f"{name}\t{code}\t{post}\t{day}" for name, code, post, day in seats)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _read(sql: str) -> list[Seat]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        found: list[Seat] = cursor.fetchall()
        return found

"""Figures counted by hand: plain loops over the rows of the tables, sharing no line of SQL."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

COMMITTEE = ("chair", "vice_chair", "standing", "executive")
LEVELS = {"township": 4, "village": 5}
DIGITS = {3: 6, 4: 9, 5: 12}
FIGURES = (
    "due", "federations", "executives", "chairs", "vice_chairs", "full_time_vice_chairs",
    "part_time_vice_chairs", "seconded_vice_chairs", "unstated_vice_chairs", "new_executives",
    "new_part_time_vice_chairs", "people",
)  # fmt: skip
KINDS = {
    "full_time_vice_chairs": "full_time",
    "part_time_vice_chairs": "part_time",
    "seconded_vice_chairs": "seconded",
    "unstated_vice_chairs": "",
}


@dataclass(frozen=True, slots=True)
class Place:
    """A version of a division."""

    division: int
    code: str
    level: int
    start: date | None
    until: date | None

    def on(self, day: date) -> bool:
        """Whether it holds on the day."""
        return (self.start or date.min) <= day < (self.until or date.max)


@dataclass(frozen=True, slots=True)
class Seat:
    """An appointment."""

    unit: int
    person: int
    post: str
    kind: str
    start: date
    until: date | None

    def on(self, day: date) -> bool:
        """Whether it is held on the day."""
        return self.start <= day < (self.until or date.max)


@dataclass(frozen=True, slots=True)
class Records:
    """All places, which federation is where, and all committee seats by federation."""

    places: list[Place]
    units: dict[int, list[tuple[int, date | None]]]
    seats: dict[int, list[Seat]]

    @classmethod
    def read(cls) -> "Records":
        """The tables as they are."""
        units = defaultdict(list)
        for unit, division, closed in _rows("federations_federation", "id, division_id, closed_on"):
            units[division].append((unit, closed))
        seats = defaultdict(list)
        columns = "federation_id, person_id, post, kind, starts_on, ends_on"
        for row in _rows("roster_appointment", columns):
            if row[2] in COMMITTEE:
                seats[row[0]].append(Seat(*row))
        columns = "division_id, code, level, valid_from, valid_until"
        return cls([Place(*row) for row in _rows("divisions_version", columns)], units, seats)

    def codes_on(self, day: date) -> list[str]:
        """Codes of the counties, townships and villages of a day."""
        return [place.code for place in self.places if place.level in DIGITS and place.on(day)]

    def count(self, code: str, level: str, name: str, day: date, compare: date) -> int:
        """One figure of the township, or the village, federations at and below a code."""
        below = list(self._below(code, LEVELS[level], day))
        if name == "due":
            return len(below)
        units = [
            unit
            for place in below
            for unit, closed in self.units[place.division]
            if closed is None or day < closed
        ]
        if name == "federations":
            return sum(any(seat.start <= day for seat in self.seats[unit]) for unit in units)
        seats = [seat for unit in units for seat in self.seats[unit] if seat.on(day)]
        if name == "people":
            return len({seat.person for seat in seats})
        return sum(self._counts(name, seat, compare) for seat in seats)

    def _below(self, code: str, level: int, day: date) -> Iterator[Place]:
        top = next(place for place in self.places if place.code == code and place.on(day))
        prefix = code[: DIGITS[top.level]]
        for place in self.places:
            if place.level == level and place.code.startswith(prefix) and place.on(day):
                yield place

    def _counts(self, name: str, seat: Seat, compare: date) -> bool:
        vice = seat.post == "vice_chair"
        before = [
            one for one in self.seats[seat.unit] if one.person == seat.person and one.on(compare)
        ]
        if name == "executives":
            return True
        if name == "chairs":
            return seat.post == "chair"
        if name == "vice_chairs":
            return vice
        if name == "new_executives":
            return not before
        if name == "new_part_time_vice_chairs":
            was = any(one.post == "vice_chair" and one.kind == "part_time" for one in before)
            return vice and seat.kind == "part_time" and not was
        return vice and seat.kind == KINDS[name]


def _rows(table: str, columns: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(f"select {columns} from {table}")
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found

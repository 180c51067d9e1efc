"""Where records belong when the days of one unit turn out to be another's."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from jinguo.divisions.events import Moved
from jinguo.roster.models import Appointment


@dataclass(frozen=True, slots=True)
class Stay:
    """A unit a seat belongs to, with the first day and the list (batch) that say so."""

    unit_id: int
    day: date
    batch_id: int | None


class Moves:
    """The moves of one moment, asked day by day."""

    def __init__(self, moves: Iterable[Moved]) -> None:
        self._of: dict[int, list[Moved]] = defaultdict(list)
        for move in moves:
            self._of[move.from_id].append(move)

    @property
    def units(self) -> list[int]:
        """The units that records move away from."""
        return list(self._of)

    def unit(self, unit_id: int, day: date) -> int:
        """The unit that what was recorded for ``unit_id`` on this day belongs to."""
        return next((move.to_id for move in self._of[unit_id] if day in move.days), unit_id)

    def stays(self, unit_id: int, known: Sequence[tuple[date, int | None]]) -> list[Stay]:
        """The units a seat belongs to, one after the other.

        ``known`` are the days on which lists of the unit have the seat, oldest first,
        each with its batch. From one unit to the next the seat passes on the day from
        which the records are the other's.
        """
        first, batch_id = known[0]
        found = [Stay(self.unit(unit_id, first), first, batch_id)]
        for (before, _batch), (day, batch_id) in pairwise(known):
            now = self.unit(unit_id, day)
            if now != found[-1].unit_id:
                found.append(Stay(now, self.passed(unit_id, before, day), batch_id))
        return found

    def passed(self, unit_id: int, before: date, day: date) -> date:
        """The day after ``before`` from which records are of the same unit as on ``day``."""
        edges = [edge for move in self._of[unit_id] for edge in (move.days.start, move.days.until)]
        return max((edge for edge in edges if edge and before < edge <= day), default=day)


def line_up(seats: Iterable[Appointment]) -> list[Appointment]:
    """Seats of one woman in one unit, made to follow each other; returns those too many.

    A seat begun on the same day is kept once, the first given; of two that overlap the
    earlier ends where the later begins.
    """
    last: Appointment | None = None
    spare = []
    for one in sorted(seats, key=lambda seat: seat.starts_on):
        if last is not None and last.starts_on == one.starts_on:
            spare.append(one)
            continue
        if last is not None and (last.ends_on is None or last.ends_on > one.starts_on):
            one.ends_on = _later(last.ends_on, one.ends_on)
            last.ends_on = one.starts_on
        last = one
    return spare


def _later(one: date | None, other: date | None) -> date | None:
    return None if one is None or other is None else max(one, other)

"""From what the lists of a unit say of a woman to the seats she held.

One law: **each list's day shows that list.** Between two lists the days that they state decide. The
lists are read in the order of their days, so it does not matter in which order they arrived. What
was decided of a woman by hand is a list of her alone: of the day on which she enters or leaves.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from jinguo.roster.enums import Kind
from jinguo.roster.rules.facts import SEAT_FACTS

Facts = tuple[Any, ...]
"""The facts of a seat, in the order of ``SEAT_FACTS``; categories as a tuple."""

_POST, _KIND, _REMARK = map(SEAT_FACTS.index, ("post", "kind", "remark"))


@dataclass(frozen=True, slots=True)
class ListDay:
    """A list of a unit: the day it describes and its latest 任职时间, where it names one."""

    as_of: date
    latest: date | None

    def left(self, seen: date) -> date:
        """When somebody not on this list had left who was last known in her seat on ``seen``.

        On the latest 任职时间 of the list; where she still sat then, on the list's own day.
        """
        return self.latest if self.latest and self.latest > seen else self.as_of


@dataclass(slots=True)
class Said:
    """What a list says of a woman's seat.

    ``since`` is its 任职时间, if it gives one; ``until`` the end of a seat that is recorded though
    no list shows it.
    """

    since: date | None
    facts: Facts
    until: date | None = None


@dataclass(slots=True)
class Seat:
    """A seat held from ``starts_on`` ≤ D < ``ends_on``; ``dated`` where a list states that day."""

    starts_on: date
    ends_on: date | None
    facts: Facts
    dated: bool = True

    def sits_on(self, day: date) -> bool:
        """Whether it covers the day."""
        return self.starts_on <= day and (self.ends_on is None or day < self.ends_on)


def first_seat(only: ListDay, said: Said) -> Seat:
    """The seat of a woman on the only list known of her unit."""
    day = said.since or only.as_of
    return Seat(day, said.until, said.facts, dated=day == said.since)


def seats(sightings: Iterable[tuple[ListDay, Said | None]]) -> list[Seat]:
    """The seats of a woman, from the lists of her unit by day; ``None`` where she is not listed."""
    line = _Line()
    for one, said in sightings:
        line.end_by(one.as_of)
        if said is None:
            line.missing(one)
        else:
            line.listed(one, said)
    return line.seats


class _Line:
    """Her seats so far. ``free_from`` is the first day on which the last of them can have begun."""

    def __init__(self) -> None:
        self.seats: list[Seat] = []
        self._sitting: Seat | None = None
        self._seen = self._free_from = date.min

    def end_by(self, day: date) -> None:
        """A seat whose end is known ends."""
        sitting = self._sitting
        if sitting and sitting.ends_on and sitting.ends_on <= day:
            self._free_from, self._sitting = sitting.ends_on, None

    def missing(self, one: ListDay) -> None:
        """A list without her: she had left."""
        if self._sitting:
            self._end(self._sitting, one.left(self._seen))
            self._sitting = None
        self._free_from = one.as_of + timedelta(days=1)

    def listed(self, one: ListDay, said: Said) -> None:
        """A list with her: in her first seat, in the same as before, or in another."""
        sitting = self._sitting
        if sitting is None:
            self._sit(self._stated(said) or one.as_of, said, said.facts)
        elif is_another_post(sitting.facts, said.facts):
            self._free_from = self._seen + timedelta(days=1)
            self._go_on(sitting, self._stated(said) or one.as_of, said)
        elif said.since and said.since > sitting.starts_on:
            self._go_on(sitting, said.since, said)
        else:
            self._same(sitting, said)
        self._seen = one.as_of

    def _stated(self, said: Said) -> date | None:
        """Her 任职时间, unless she was known not to sit so then."""
        return said.since if said.since and said.since >= self._free_from else None

    def _sit(self, day: date, said: Said, facts: Facts) -> None:
        self._sitting = Seat(day, said.until, facts, dated=day == said.since)
        self.seats.append(self._sitting)

    def _go_on(self, sitting: Seat, day: date, said: Said) -> None:
        """A new appointment of a sitting woman: what the list leaves open is as it was."""
        self._end(sitting, day)
        self._sit(day, said, _renewed(sitting.facts, said.facts))

    def _end(self, sitting: Seat, day: date) -> None:
        """She leaves a seat; one that was given and taken on one day never was."""
        if day > sitting.starts_on:
            sitting.ends_on = day
        else:
            self.seats.remove(sitting)

    def _same(self, sitting: Seat, said: Said) -> None:
        """The same seat: what is blank stays as it was, a day that was not stated may be now."""
        sitting.facts = _merged(sitting.facts, said.facts)
        sitting.ends_on = said.until
        since = None if sitting.dated else self._stated(said)
        if since and since <= sitting.starts_on:
            for before in self.seats[:-1]:
                if before.ends_on == sitting.starts_on:
                    before.ends_on = since
            sitting.starts_on, sitting.dated = since, True


def is_another_post(known: Facts, listed: Facts) -> bool:
    """Whether post or kind differ; a kind left blank takes back only part-time and seconded."""
    if listed[_POST] != known[_POST]:
        return True
    if listed[_KIND]:
        return bool(listed[_KIND] != known[_KIND])
    return known[_KIND] in (Kind.PART_TIME, Kind.SECONDED)


def _merged(known: Facts, listed: Facts) -> Facts:
    """The same seat on a later list: what is blank there stays as it was."""
    return tuple(new or old for old, new in zip(known, listed, strict=True))


def _renewed(known: Facts, listed: Facts) -> Facts:
    """A new seat: post and kind as listed; a remark spoke of the old one; the rest goes on."""
    own = (_POST, _KIND, _REMARK)
    pairs = enumerate(zip(known, listed, strict=True))
    return tuple(new if at in own else new or old for at, (old, new) in pairs)

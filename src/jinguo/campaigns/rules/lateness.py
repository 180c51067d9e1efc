"""How late somebody is: the only thing units and townships are ranked by.

Counts of activities, members or photos can be puffed up and are never ranked (ADR 18).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median as middle
from typing import TypeVar

FEW = 5
"""Of fewer units than this a comparison says nothing."""

Ranked = TypeVar("Ranked")


def days_late(due_on: date, done_on: date | None, day: date) -> int:
    """Days from the last day allowed to the day it was done, or to ``day`` where it is not.

    Zero in time. Who was late and then finished stays as late as she was then.
    """
    return max(0, ((done_on or day) - due_on).days)


@dataclass(frozen=True, slots=True)
class Lateness:
    """Of some units: how many are overdue now, the longest delay, all delays in sum (days)."""

    overdue: int
    longest: int
    total: int

    @property
    def key(self) -> tuple[int, int]:
        """What is ranked by: the longest delay, then the sum."""
        return self.longest, self.total


def ranks(keys: Sequence[tuple[int, int]]) -> list[int | None]:
    """The place of each, the latest first; equal ones share it, who is in time has none."""
    return [None if not any(key) else 1 + sum(other > key for other in keys) for key in keys]


@dataclass(frozen=True, slots=True)
class Spread:
    """How many days ``units`` needed for something; ``closed`` of them have it behind them.

    ``median`` is over all units, those that are not there yet counting as longer: it is unknown
    before half of them are. ``first`` and ``last`` are of those that are there.
    """

    units: int
    closed: int
    median: float | None
    first: int | None
    last: int | None

    @property
    def few(self) -> bool:
        """Whether these are too few to conclude from."""
        return self.units < FEW


def spread(days: Iterable[int | None]) -> Spread:
    """Of the days each unit needed; ``None`` for one that is not there yet."""
    every = list(days)
    there = sorted(one for one in every if one is not None)
    endless = [*map(float, there), *[float("inf")] * (len(every) - len(there))]
    found = middle(endless) if endless else float("inf")
    return Spread(
        units=len(every),
        closed=len(there),
        median=None if found == float("inf") else found,
        first=there[0] if there else None,
        last=there[-1] if there else None,
    )

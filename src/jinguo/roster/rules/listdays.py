"""What one list of a unit says of the time before it: who is not on it had left by then."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol


class SeatLike(Protocol):
    """A seat held for a period."""

    ends_on: date | None

    def sits_on(self, day: date) -> bool:
        """Whether it covers the day."""
        ...


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


def following(lists: Iterable[ListDay], day: date) -> ListDay | None:
    """The first list after a day."""
    return min((one for one in lists if one.as_of > day), key=_as_of, default=None)


def preceding(lists: Iterable[ListDay], day: date) -> ListDay | None:
    """The last list before a day."""
    return max((one for one in lists if one.as_of < day), key=_as_of, default=None)


def last_seen(lists: Iterable[ListDay], seat: SeatLike, since: date, day: date) -> date:
    """The last day before ``day`` on which a list had this seat; ``since`` where none did."""
    listed = [one.as_of for one in lists if one.as_of < day and seat.sits_on(one.as_of)]
    return max([since, *listed])


def confirmed_later(lists: Sequence[ListDay], seat: SeatLike, day: date) -> bool:
    """Whether the first list after ``day`` has this seat."""
    after = following(lists, day)
    return after is not None and seat.sits_on(after.as_of)


def nearer_end(lists: Sequence[ListDay], seat: SeatLike, today: ListDay) -> date | None:
    """The end of a seat by the list of ``today``, which is without it.

    ``None`` unless the list before today has the seat and its end was concluded from the list
    after today: what is nearer to her leaving says better when that was.
    """
    before, after = preceding(lists, today.as_of), following(lists, today.as_of)
    if before is None or after is None or not seat.sits_on(before.as_of):
        return None
    return today.left(before.as_of) if seat.ends_on == after.left(before.as_of) else None


def _as_of(one: ListDay) -> date:
    return one.as_of

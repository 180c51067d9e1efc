"""Seats apart from their holders: who sat in a seat after whom, and since when it is vacant.

Nothing numbers the seats of a committee. Whoever is said to fill somebody's seat (替补) follows
her; who goes on in a new term keeps her seat; everybody else takes the seat of her kind that has
been free for longest, else a new one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from jinguo.roster.enums import Post


@dataclass(frozen=True, slots=True)
class Stint:
    """Somebody in a post from ``starts_on`` ≤ D < ``ends_on``; ``seat_id`` is her appointment."""

    person_id: int
    name: str
    post: str
    kind: str
    starts_on: date
    ends_on: date | None
    seat_id: int = 0

    def covers(self, day: date) -> bool:
        """Whether she sat on the day."""
        return self.starts_on <= day and (self.ends_on is None or day < self.ends_on)


@dataclass(slots=True)
class Lane:
    """One seat through time; its stints follow each other and do not overlap."""

    rank: int
    stints: list[Stint] = field(default_factory=list)

    def free_on(self, day: date) -> bool:
        """Whether nobody has it from the day on."""
        last = self.stints[-1]
        return last.ends_on is not None and last.ends_on <= day

    def holder(self, day: date) -> Stint | None:
        """Who has it on a day."""
        return next((one for one in self.stints if one.covers(day)), None)

    def vacant_since(self, day: date) -> date | None:
        """Since when it is empty on ``day``; nothing where somebody has it or it was not yet."""
        ended = [one.ends_on for one in self.stints if one.ends_on and one.ends_on <= day]
        return max(ended) if ended and self.holder(day) is None else None

    @property
    def gaps(self) -> list[tuple[date, date]]:
        """Times between two holders in which it was vacant."""
        turns = ((one.ends_on, following.starts_on) for one, following in pairwise(self.stints))
        return [(left, came) for left, came in turns if left and left < came]


RANKS = {Post.CHAIR: 0, Post.VICE_CHAIR: 1}
"""Seats of the chair, of vice-chairs, and (2) of all others."""


def lanes(stints: Iterable[Stint], instead_of: Mapping[tuple[int, date], int]) -> list[Lane]:
    """The seats of one committee. ``instead_of``: person and day → whose seat she fills."""
    found: list[Lane] = []
    for stint in sorted(stints, key=lambda one: (one.starts_on, one.person_id)):
        rank = RANKS.get(Post(stint.post), 2)
        free = [one for one in found if one.rank == rank and one.free_on(stint.starts_on)]
        chosen = _chosen(free, stint, instead_of.get((stint.person_id, stint.starts_on)))
        if chosen is None:
            chosen = Lane(rank)
            found.append(chosen)
        chosen.stints.append(stint)
    return sorted(found, key=lambda one: one.rank)


def _chosen(free: list[Lane], stint: Stint, before: int | None) -> Lane | None:
    for person in (before, stint.person_id):
        own = [one for one in free if one.stints[-1].person_id == person]
        if own:
            return max(own, key=lambda one: one.stints[-1].ends_on or date.max)
    return min(free, key=lambda one: one.stints[-1].ends_on or date.max, default=None)


def vacant(seats: Iterable[Lane], day: date, term: date | None) -> list[Lane]:
    """Seats that became empty within the term: what ended with the old one is no vacancy."""
    since = ((one, one.vacant_since(day)) for one in seats)
    return [one for one, left in since if left and (term is None or left > term)]

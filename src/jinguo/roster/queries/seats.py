"""The seats of a unit's committee through time, and what is vacant of them."""

from dataclasses import dataclass
from datetime import date

from jinguo.people.rules import shown_name
from jinguo.roster.enums import COMMITTEE_POSTS, Post
from jinguo.roster.models import Appointment, Decision, Meeting
from jinguo.roster.queries.terms import terms
from jinguo.roster.rules.lanes import RANKS, Lane, Stint, lanes, vacant


@dataclass(frozen=True, slots=True)
class SeatLines:
    """The seats of a unit as a day shows them.

    ``term`` is when the term of the day began. ``unfilled`` is how many seats an election of this
    term left empty; they are vacant besides those that somebody left.
    """

    term: date | None
    seats: tuple[Lane, ...]
    vacant: tuple[Lane, ...]
    unfilled: int
    vice_chairs_unfilled: int

    @property
    def without_chair(self) -> bool:
        """Whether the committee sits and has no chair."""
        return any(one.rank == 0 for one in self.vacant)

    @property
    def vacancies(self) -> int:
        """How many seats are vacant."""
        return len(self.vacant) + self.unfilled


def seat_lines(federation_id: int, day: date) -> SeatLines:
    """The seats of a unit's committee; four queries."""
    found = Appointment.objects.filter(
        federation_id=federation_id, post__in=[str(one.value) for one in COMMITTEE_POSTS]
    )
    columns = ("person_id", "person__name", "post", "kind", "starts_on", "ends_on", "pk")
    stints = [
        Stint(one, shown_name(name), *rest) for one, name, *rest in found.values_list(*columns)
    ]
    filled = Decision.objects.filter(federation_id=federation_id, instead_of__isnull=False)
    instead = {
        (person, on): before
        for person, on, before in filled.values_list("person_id", "day", "instead_of_id")
        if before is not None
    }
    begun = [one for one in terms([federation_id])[federation_id] if one <= day]
    term = begun[-1] if begun else None
    every = lanes(stints, instead)
    left = vacant(every, day, term) if any(one.covers(day) for one in stints) else []
    seats, vice_chairs = _elected(federation_id, term)
    return SeatLines(
        term=term,
        seats=tuple(every),
        vacant=tuple(left),
        unfilled=_unfilled(seats, term, stints, day),
        vice_chairs_unfilled=_without_vice(vice_chairs, stints, left, day),
    )


def _elected(federation_id: int, term: date | None) -> tuple[int, int]:
    """How many seats, and how many vice-chairs, the election of a term set; 0 where none did."""
    if term is None:
        return 0, 0
    held = Meeting.objects.filter(
        federation_id=federation_id,
        held_on=term,
        batch__undone_at__isnull=True,
        seats__isnull=False,
    )
    seats, vice_chairs = held.values_list("seats", "vice_chairs").first() or (0, 0)
    return seats or 0, vice_chairs or 0


def _unfilled(seats: int, term: date | None, stints: list[Stint], day: date) -> int:
    """Seats of the term's election that nobody took, less those co-opted since."""
    if term is None or not seats:
        return 0
    most = max(
        sum(one.covers(on) for one in stints)
        for on in {term, *(one.starts_on for one in stints if term <= one.starts_on <= day)}
    )
    return max(0, seats - most)


def _without_vice(wanted: int, stints: list[Stint], left: list[Lane], day: date) -> int:
    """Vice-chairs of the term's election that nobody became, besides those who left since."""
    sit = sum(one.covers(day) and one.post == Post.VICE_CHAIR for one in stints)
    return max(0, wanted - sit - sum(one.rank == RANKS[Post.VICE_CHAIR] for one in left))

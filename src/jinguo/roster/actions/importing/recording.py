"""What makes the records say the seats that were found."""

from collections.abc import Iterable

from jinguo.roster.actions.importing.comparing import differing
from jinguo.roster.actions.importing.plan import Plan
from jinguo.roster.queries.state import Held
from jinguo.roster.rules.timeline import Seat


def record_seats(
    plan: Plan, federation_id: int, person_id: int, held: list[Held], found: list[Seat]
) -> bool:
    """Plan what makes the records say these seats; returns whether they did not yet."""
    unmatched = list(held)
    moved = False
    for seat in found:
        known = _record_of(seat, unmatched, found)
        if known is None:
            plan.appointments.append((person_id, federation_id, seat))
            moved = True
        elif after := differing(known, seat):
            plan.rewritten.append((known, after))
            moved = True
        if known:
            unmatched.remove(known)
    plan.voided += unmatched
    return moved or bool(unmatched)


def _record_of(seat: Seat, held: Iterable[Held], found: Iterable[Seat]) -> Held | None:
    """The record of a seat: one of the same first day, else one that it overlaps."""
    days = {one.starts_on for one in found}
    same = (one for one in held if one.starts_on == seat.starts_on)
    free = (one for one in held if one.starts_on not in days and _overlap(one, seat))
    return next(same, None) or next(free, None)


def _overlap(one: Held, other: Seat) -> bool:
    return one.sits_on(other.starts_on) or other.sits_on(one.starts_on)

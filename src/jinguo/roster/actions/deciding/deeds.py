"""Appointing, changing, releasing, substituting, co-opting, electing: one deed, one batch."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from jinguo.database.scope import whole_tree
from jinguo.kernel.actor import Actor
from jinguo.roster.actions.deciding.asked import Departure, Member, Minutes
from jinguo.roster.actions.deciding.checking import (
    carried,
    check_chairs,
    check_enters,
    check_leaves,
    check_unchanged,
)
from jinguo.roster.actions.deciding.desk import Desk
from jinguo.roster.enums import Deed, Leaving
from jinguo.roster.errors.decisions import NobodyNamed
from jinguo.roster.models import Batch
from jinguo.roster.queries.state import body_of


@whole_tree()
@transaction.atomic
def decide(
    *,
    federation_id: int,
    deed: Deed,
    day: date,
    today: date,
    by: Actor,
    enter: Sequence[Member] = (),
    leave: Sequence[Departure] = (),
    reason: str = "",
    minutes: Minutes | None = None,
    shown: Mapping[int, Mapping[str, Any]] | None = None,
) -> Batch:
    """Give and take posts of a unit from ``day`` on; nothing is written where anything is refused.

    A member who sits already goes on in the other post. ``shown`` are the seats (by appointment)
    as the page showed them to whoever decides. A substitution or co-option needs ``minutes``
    (``rules.meetings``). Raises the errors of ``errors.decisions``.
    """
    desk = Desk(federation_id, day, today, by=by)
    if deed in (Deed.SUBSTITUTION, Deed.CO_OPTION):
        minutes = carried(desk, minutes)
    check_unchanged(desk, shown or {}, [*enter])
    return carry_out(desk, deed, _known(desk, enter), leave, reason, minutes)


@whole_tree()
@transaction.atomic
def elect(
    *,
    federation_id: int,
    day: date,
    today: date,
    members: Sequence[Member],
    by: Actor,
    reason: str = "",
    minutes: Minutes | None = None,
) -> Batch:
    """The committee that was elected takes office, everybody else of the old one leaves.

    Whoever is elected again begins a new term too. ``minutes.seats`` is the number of seats that
    were to be filled: what is missing is vacant. Raises the errors of ``errors.decisions``.
    """
    desk = Desk(federation_id, day, today, by=by)
    enter = _known(desk, members)
    again = {one.person_id for one in enter}
    leave = [
        Departure(person_id, Leaving.TERM_OVER)
        for person_id in desk.sitting()
        if person_id not in again
    ]
    return carry_out(desk, Deed.ELECTION, enter, leave, reason, minutes)


def carry_out(
    desk: Desk,
    deed: Deed,
    enter: Sequence[Member],
    leave: Sequence[Departure],
    reason: str,
    minutes: Minutes | None,
) -> Batch:
    """Check and write what was decided at a desk; everybody who enters has a number by now."""
    if not enter and not leave:
        raise NobodyNamed
    for going in leave:
        check_leaves(desk, going)
    if deed != Deed.ELECTION:
        for one in enter:
            check_enters(desk, one)
    check_chairs(desk, enter, leave)
    counts = _counts(desk, enter, leave)
    for going in leave:
        desk.leaves(going)
    for one in enter:
        assert one.person_id is not None  # noqa: S101  given by _known or by the roll call
        desk.enters(one.person_id, one.seat, one.post, one.instead_of)
    return desk.write(deed, reason, minutes, counts)


def _known(desk: Desk, members: Iterable[Member]) -> list[Member]:
    """Members with a number each; those not yet recorded get theirs now."""
    found = []
    for one in members:
        if one.person_id is None:
            number = desk.new_id()
            desk.plan.new_people[number] = one.row
            one = one.numbered(number)
        else:
            desk.learn(one.person_id)
        found.append(one)
    return found


def _counts(desk: Desk, enter: Sequence[Member], leave: Sequence[Departure]) -> dict[str, int]:
    changed = sum(one.person_id in desk.sitting(body_of(one.post)) for one in enter)
    return {"joined": len(enter) - changed, "left": len(leave), "changed": changed}

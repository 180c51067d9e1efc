"""What stands against a decision, said in words."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from jinguo.roster.actions.deciding.asked import Departure, Member, Minutes
from jinguo.roster.actions.deciding.desk import Desk
from jinguo.roster.actions.importing.comparing import held_facts, shown_fact
from jinguo.roster.enums import Post
from jinguo.roster.errors.decisions import (
    AlreadySits,
    ChairTaken,
    MeetingImpossible,
    NotSitting,
    SeatChanged,
    TwoChairs,
)
from jinguo.roster.models import Batch
from jinguo.roster.queries.state import Held, body_of
from jinguo.roster.queries.vocabulary import RuleBook, category_names
from jinguo.roster.rules.facts import FACT_TITLES, SEAT_FACTS
from jinguo.roster.rules.meetings import check


def carried(desk: Desk, minutes: Minutes | None) -> Minutes:
    """The record of a meeting that could decide, and did.

    Raises ``MeetingImpossible``, ``MeetingTooSmall`` and ``NotCarried``.
    """
    if minutes is None:
        raise MeetingImpossible(due=len(desk.sitting()), present=0, in_favour=0)
    thresholds = RuleBook().meeting(desk.code, desk.level, minutes.held_on)
    check(minutes.due, minutes.present, minutes.in_favour, thresholds)
    return minutes


def check_leaves(desk: Desk, one: Departure) -> None:
    """Raises ``NotSitting`` where she does not sit that day."""
    if one.person_id in desk.sitting(one.body):
        return
    desk.learn(one.person_id)
    ended = [
        held
        for held in desk.held
        if held.person_id == one.person_id and held.ends_on and held.ends_on <= desk.day
    ]
    how = (
        _who(ended[-1].ended_by_id, _("She left on %(day)s") % {"day": ended[-1].ends_on})
        if ended
        else ""
    )
    raise NotSitting(name=desk.name(one.person_id), unit=desk.unit, day=desk.day, how=how)


def check_enters(desk: Desk, one: Member) -> None:
    """Raises ``AlreadySits`` where nothing would change."""
    held = desk.sitting(body_of(one.post)).get(one.person_id or 0)
    if held is None or held_facts(held) != one.seat:
        return
    how = _who(held.started_by_id, _("Since %(day)s") % {"day": held.starts_on})
    raise AlreadySits(name=desk.name(held.person_id), post=one.post.label, unit=desk.unit, how=how)


def check_chairs(desk: Desk, enter: Sequence[Member], leave: Sequence[Departure]) -> None:
    """A unit has one chair. Raises ``TwoChairs`` and ``ChairTaken``."""
    chairs = [one for one in enter if one.post == Post.CHAIR]
    if len(chairs) > 1:
        raise TwoChairs(unit=desk.unit, n=len(chairs))
    gone = {one.person_id for one in enter} | {one.person_id for one in leave}
    for held in desk.sitting().values():
        if chairs and held.post == Post.CHAIR and held.person_id not in gone:
            how = _who(held.started_by_id, _("Since %(day)s") % {"day": held.starts_on})
            raise ChairTaken(chair=desk.name(held.person_id), unit=desk.unit, day=desk.day, how=how)


def check_unchanged(
    desk: Desk, shown: Mapping[int, Mapping[str, Any]], enter: Sequence[Member]
) -> None:
    """Raises ``SeatChanged`` where a seat is no longer as it was shown; names both values."""
    by_id = {one.id: one for one in desk.held}
    for number, facts in shown.items():
        held = by_id.get(number)
        if held is None:
            continue
        now = dict(zip(SEAT_FACTS, held_facts(held), strict=True))
        theirs = {name for name, value in facts.items() if _same(now.get(name)) != _same(value)}
        ended = held.ends_on is not None and held.ends_on <= desk.day
        if theirs or ended:
            yours = next((one for one in enter if one.person_id == held.person_id), None)
            raise _changed(desk, held, theirs, yours, ended=ended)


def _changed(
    desk: Desk, held: Held, names: set[str], yours: Member | None, *, ended: bool
) -> SeatChanged:
    batch = Batch.objects.filter(pk=_last_batch(held) or 0).first()
    categories = category_names()
    own = dict(zip(SEAT_FACTS, yours.seat, strict=True)) if yours else {}
    if ended:
        theirs = _("left on %(day)s") % {"day": held.ends_on}
        names = {"post"}
    else:
        theirs = _list(names, lambda name: getattr(held, name), categories)
    return SeatChanged(
        who=batch.by_name if batch else _("Somebody"),
        when=f"{localtime(batch.applied_at):%Y-%m-%d %H:%M}" if batch else "",
        name=desk.name(held.person_id),
        theirs=theirs,
        yours=_list(names, own.get, categories) if own else _("leaves"),
    )


def _list(names: set[str], value: Any, categories: Mapping[str, str]) -> str:
    shown = (
        f"{FACT_TITLES[name]} {shown_fact(name, value(name), categories)}"
        for name in SEAT_FACTS
        if name in names
    )
    return "；".join(shown)


def _last_batch(held: Held) -> int | None:
    return max(filter(None, (held.started_by_id, held.ended_by_id)), default=None)


def _who(batch_id: int | None, what: str) -> str:
    """What, by whom it was entered and when: since 2017-07-15 (李芳, 2026-11-25 10:32)."""
    batch = Batch.objects.filter(pk=batch_id).first() if batch_id else None
    if batch is None:
        return _("%(what)s.") % {"what": what}
    words = {
        "what": what,
        "who": batch.by_name,
        "when": f"{localtime(batch.applied_at):%Y-%m-%d %H:%M}",
    }
    return _("%(what)s (entered by %(who)s, %(when)s).") % words


def _same(value: Any) -> Any:
    return tuple(value) if isinstance(value, list | tuple) else str(value or "")

"""What happened to the places of a unit between two days."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jinguo.divisions.models import Version
from jinguo.divisions.queries.places import Place, on_day
from jinguo.divisions.queries.tree import place_of, place_with, subtree, unknown


class Kind(StrEnum):
    """What can happen to a place; one place can be renamed, re-coded and moved at once."""

    ADDED = "added"
    CLOSED = "closed"
    RENAMED = "renamed"
    RECODED = "recoded"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that happened to one place; ``parents`` are the places above before and after."""

    kind: Kind
    before: Place | None
    after: Place | None
    parents: tuple[Place | None, Place | None] = (None, None)


def changes(code: str, start: date, end: date) -> list[Change]:
    """What was added, closed, renamed, re-coded and moved at and below a unit between two days.

    ``code`` is valid on either day. Raises ``DivisionUnknown`` where it is on neither.
    """
    before, after = _both_days(code, start, end)
    strangers_then = [i for i in after if i not in before]
    strangers_now = [i for i in before if i not in after]
    before |= _by_id(_of(strangers_then, start))
    after |= _by_id(_of(strangers_now, end))
    above_then = _parents(before, start)
    above_now = _parents(after, end)
    found: list[Change] = []
    for division_id in sorted(before.keys() | after.keys()):
        was, now = before.get(division_id), after.get(division_id)
        parents = (
            above_then.get(was.parent_id or 0) if was else None,
            above_now.get(now.parent_id or 0) if now else None,
        )
        found += [Change(kind, was, now, parents) for kind in _kinds(was, now)]
    return sorted(found, key=_order)


def _both_days(code: str, start: date, end: date) -> tuple[dict[int, Place], dict[int, Place]]:
    named = [place_with(code, day) for day in (start, end)]
    if named == [None, None]:
        raise unknown(code, start)
    before: dict[int, Place] = {}
    after: dict[int, Place] = {}
    for division_id in {top.division_id for top in named if top}:
        for day, found in ((start, before), (end, after)):
            top = place_of(division_id, day)
            if top is not None:
                found |= _by_id(subtree(top, day))
    return before, after


def _kinds(was: Place | None, now: Place | None) -> list[Kind]:
    if was is None:
        return [Kind.ADDED]
    if now is None:
        return [Kind.CLOSED]
    kinds = []
    if was.name != now.name:
        kinds.append(Kind.RENAMED)
    if was.code != now.code:
        kinds.append(Kind.RECODED)
    if was.parent_id != now.parent_id:
        kinds.append(Kind.MOVED)
    return kinds


def _parents(places: dict[int, Place], day: date) -> dict[int, Place]:
    missing = {p.parent_id for p in places.values() if p.parent_id} - places.keys()
    return places | _by_id(_of(missing, day))


def _of(division_ids: Collection[int], day: date) -> list[Place]:
    if not division_ids:
        return []
    return on_day(Version.objects.filter(division_id__in=division_ids), day)


def _by_id(places: Iterable[Place]) -> dict[int, Place]:
    return {found.division_id: found for found in places}


def _order(change: Change) -> tuple[str, str]:
    shown = change.after or change.before
    return (change.kind, shown.code if shown else "")

"""Opening, closing and merging federations."""

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from datetime import date, timedelta

from django.db import transaction
from django.db.models import F, ProtectedError

from jinguo.audit.actions import record
from jinguo.divisions.events import Moved
from jinguo.divisions.models import Level
from jinguo.divisions.queries import Place, latest, names_ever
from jinguo.federations.errors import (
    AlreadyClosed,
    FederationUnknown,
    MergedIntoItself,
    SuccessorClosed,
)
from jinguo.federations.events import RecordsMoved
from jinguo.federations.models import Federation, Predecessor
from jinguo.federations.queries import LEVELS, federation_name
from jinguo.kernel.actor import Actor
from jinguo.kernel.events import announce
from jinguo.kernel.periods import Period

ONE_DAY = timedelta(days=1)


@transaction.atomic
def open_county(*, county: Place, by: Actor) -> int:
    """Give every place that ever lay in the county its federation; returns how many were new.

    Opening says only that the units exist. Each counts from the day its own
    executive committee sits. Villages of the county's first list carry the women's
    congress committee (妇代会) as their predecessor; places that came later do not. What
    is open already follows when an earlier list says so.
    """
    versions = names_ever(county)
    places = {place.division_id: place.level for place in versions if place.level in LEVELS}
    always = {place.division_id for place in versions if place.valid_from is None}
    known = dict(
        Federation.objects.filter(division_id__in=places).values_list("division_id", "predecessor")
    )
    missing = [
        Federation(
            division_id=division_id,
            level=level,
            predecessor=_predecessor(division_id, level, always),
        )
        for division_id, level in places.items()
        if division_id not in known
    ]
    _refresh_predecessors(
        {
            division_id: found
            for division_id, predecessor in known.items()
            if (found := _predecessor(division_id, places[division_id], always)) != predecessor
        }
    )
    if missing:
        Federation.objects.bulk_create(missing, batch_size=5000)
        record(
            by=by,
            verb="county.opened",
            subject="division",
            subject_id=county.division_id,
            unit_code=county.code,
            federations=len(missing),
        )
    return len(missing)


def _predecessor(division_id: int, level: int, always: Container[int]) -> Predecessor:
    if level == Level.VILLAGE and division_id in always:
        return Predecessor.CONGRESS_COMMITTEE
    return Predecessor.NONE


def _refresh_predecessors(changed: Mapping[int, Predecessor]) -> None:
    """An earlier list may know that a place is older or younger than it seemed."""
    for predecessor in set(changed.values()):
        places = [one for one, found in changed.items() if found == predecessor]
        Federation.objects.filter(division_id__in=places).update(predecessor=predecessor)


@transaction.atomic
def close(*, federation_id: int, on: date, by: Actor, successor_id: int | None = None) -> None:
    """End a federation: from ``on`` it no longer counts. Its people's history stays as it is.

    Raises ``AlreadyClosed``, ``FederationUnknown`` and, where it would succeed itself or
    one that is closed by then, ``MergedIntoItself`` or ``SuccessorClosed``.
    """
    if successor_id == federation_id:
        raise MergedIntoItself
    federation = _locked(federation_id)
    if successor_id is not None:
        _refuse_closed(_locked(successor_id), on)
    if federation.closed_on is not None:
        raise AlreadyClosed(day=federation.closed_on)
    federation.closed_on = on
    federation.successor_id = successor_id
    federation.save(update_fields=["closed_on", "successor"])
    place = latest(federation.division_id)
    record(
        by=by,
        verb="federation.merged" if successor_id else "federation.closed",
        subject="federation",
        subject_id=federation_id,
        unit_code=place.code,
        before={"closed_on": None, "successor": None},
        after={"closed_on": on.isoformat(), "successor": successor_id},
    )


def _locked(federation_id: int) -> Federation:
    found = Federation.objects.select_for_update().filter(pk=federation_id).first()
    if found is None:
        raise FederationUnknown(value=federation_id)
    return found


def _refuse_closed(successor: Federation, on: date) -> None:
    if successor.closed_on is not None and successor.closed_on <= on:
        name = federation_name(latest(successor.division_id))
        raise SuccessorClosed(name=name, day=successor.closed_on, on=on)


@transaction.atomic
def merge(*, federation_ids: list[int], into_id: int, on: date, by: Actor) -> None:
    """End several federations in favour of one, which goes on. Old figures stay as they were."""
    for federation_id in federation_ids:
        close(federation_id=federation_id, on=on, by=by, successor_id=into_id)


@transaction.atomic
def rejoin(*, kept_id: int, gone_id: int) -> None:
    """Follow two divisions that turned out to be one place.

    The kept one takes over the federation of the other; where both have one that is
    open, ``RecordsMoved`` lets the rooms above move their records first.
    """
    kept = Federation.objects.filter(division_id=kept_id, closed_on__isnull=True).first()
    for gone in Federation.objects.select_for_update().filter(division_id=gone_id):
        if kept is None or gone.closed_on is not None:
            gone.division_id = kept_id
            gone.save(update_fields=["division"])
        else:
            announce(RecordsMoved((Moved(gone.pk, kept.pk, Period(None, None)),)))
            Federation.objects.filter(successor=gone).exclude(pk=kept.pk).update(successor=kept)
            gone.delete()


@transaction.atomic
def part(*, moves: Sequence[Moved]) -> None:
    """Follow divisions that turned out to be several places: each gets its federation.

    What was recorded on days that are another place's goes there, a closing too;
    ``RecordsMoved`` lets the rooms above move theirs.
    """
    standing = Federation.objects.select_for_update().filter(
        division_id__in={move.from_id for move in moves}
    )
    of_division: dict[int, list[Federation]] = defaultdict(list)
    for one in standing.order_by("pk"):
        of_division[one.division_id].append(one)
    followed = []
    for move in moves:
        for federation in of_division[move.from_id]:
            other = _federation_of(move.to_id, federation)
            followed.append(Moved(federation.pk, other.pk, move.days))
            _move_closing(federation, other, move.days)
    if followed:
        announce(RecordsMoved(tuple(followed)))


def _federation_of(division_id: int, like: Federation) -> Federation:
    known = Federation.objects.filter(division_id=division_id)
    latest_first = known.order_by(F("closed_on").desc(nulls_first=True))
    return latest_first.first() or Federation.objects.create(
        division_id=division_id, level=like.level
    )


def _move_closing(federation: Federation, other: Federation, days: Period) -> None:
    """Whoever was closed, or succeeded a closed one, on one of these days was the other."""
    succeeded = Federation.objects.filter(successor=federation).exclude(pk=other.pk)
    for closed in succeeded:
        if closed.closed_on and closed.closed_on in days:
            Federation.objects.filter(pk=closed.pk).update(successor=other)
    closed_on = federation.closed_on
    if closed_on is None or other.closed_on is not None or closed_on - ONE_DAY not in days:
        return
    if federation.successor_id != other.pk:
        other.closed_on, other.successor_id = closed_on, federation.successor_id
    federation.closed_on = federation.successor_id = None
    other.save(update_fields=["closed_on", "successor"])
    if not _open_beside(federation):
        federation.save(update_fields=["closed_on", "successor"])


def _open_beside(federation: Federation) -> bool:
    return Federation.objects.filter(
        division_id=federation.division_id, closed_on__isnull=True
    ).exists()


@transaction.atomic
def give_way(*, division_ids: Sequence[int], by: Actor) -> int:
    """Remove federations that are nothing but opened; returns how many.

    One with a post, a term or a list, that was closed or that others were merged into is
    a fact and stays.
    """
    removed = []
    for federation in Federation.objects.filter(
        division_id__in=division_ids, closed_on__isnull=True
    ):
        try:
            federation.delete()
        except ProtectedError:
            continue
        removed.append(federation.division_id)
    if removed:
        record(
            by=by,
            verb="federations.removed",
            subject="division",
            subject_id="",
            divisions=removed,
        )
    return len(removed)

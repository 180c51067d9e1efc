"""A campaign day by day: the same as asking ``status`` for each day, at the price of a few days."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from django.db.models import Q

from jinguo.campaigns.models import Campaign, Review
from jinguo.campaigns.queries.evidence import evidence
from jinguo.campaigns.queries.plan import Asked
from jinguo.campaigns.queries.status import (
    Status,
    UnitState,
    latest_words,
    reviews,
    state,
    visible,
)
from jinguo.campaigns.rules.gates import Evidence, stirs
from jinguo.divisions.models import Version
from jinguo.divisions.queries import latest
from jinguo.divisions.rules.codes import bounds
from jinguo.federations.models import Federation
from jinguo.kernel.actor import Actor

LONGEST = 400
"""Days of a film at most, counted back from its last."""


def film(campaign: Campaign, today: date, *, reader: Actor) -> list[Status]:
    """Every day of the campaign up to today, of the units the reader may see.

    Empty before its first day. The records are read once; whom it asks is read again only for the
    days on which units of the county were closed, re-coded or moved.
    """
    last = min(campaign.ends_on, today)
    first = max(campaign.starts_on, last - timedelta(days=LONGEST - 1))
    if first > last:
        return []
    casts = {
        day: visible(campaign, day, reader=reader)
        for day in [first, *_turns(campaign, first, last)]
    }
    ids = {one.unit.federation_id for cast in casts.values() for one in cast}
    proofs = evidence(campaign, ids, last)
    said = reviews(campaign, ids, last)
    return list(_days(campaign, first, last, casts, proofs, said))


def _days(
    campaign: Campaign,
    first: date,
    last: date,
    casts: Mapping[date, list[Asked]],
    proofs: Mapping[int, list[Evidence]],
    said: list[Review],
) -> Iterator[Status]:
    """A unit is looked at again on the days on which something of it begins, ends or is said."""
    stirred = _stirred(proofs, said)
    known: dict[int, UnitState] = {}
    cast: list[Asked] = []
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        if day in casts:
            cast, known = casts[day], {}
        words = latest_words(one for one in said if one.said_on <= day)
        for one in cast:
            number_ = one.unit.federation_id
            if number_ not in known or day in stirred[number_]:
                known[number_] = state(one, proofs.get(number_, ()), words, day)
            elif known[number_].late != (one.wave.due_on < day):
                known[number_] = replace(known[number_], late=one.wave.due_on < day)
        states = tuple(known[one.unit.federation_id] for one in cast)
        yield Status(campaign, day, states)


def _stirred(
    proofs: Mapping[int, list[Evidence]], said: Iterable[Review]
) -> Mapping[int, set[date]]:
    found: dict[int, set[date]] = defaultdict(set)
    for number, records in proofs.items():
        found[number] |= stirs(records)
    for word in said:
        found[word.federation_id].add(word.said_on)
    return found


def _turns(campaign: Campaign, first: date, last: date) -> list[date]:
    """Days after the first on which the units of the county may be others; two queries."""
    lowest, highest = bounds(latest(campaign.county_id).prefix)
    window = (first + timedelta(days=1), last)
    places = Version.objects.filter(code__gte=lowest, code__lt=highest)
    dates = places.filter(Q(valid_from__range=window) | Q(valid_until__range=window))
    closings = Federation.objects.filter(
        closed_on__range=window, division_id__in=places.values("division_id")
    )
    found = {day for pair in dates.values_list("valid_from", "valid_until") for day in pair}
    found.update(closings.values_list("closed_on", flat=True))
    return sorted(day for day in found if day and window[0] <= day <= window[1])

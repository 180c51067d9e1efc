"""The records that prove gates, gathered for many units at once; never a query per unit."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date

from jinguo.activities.queries import held
from jinguo.campaigns.enums import Gate, Proof
from jinguo.campaigns.models import Campaign, Filing
from jinguo.campaigns.rules.gates import Evidence
from jinguo.groups.queries import living
from jinguo.plaques.queries import hung
from jinguo.roster.enums import Deed
from jinguo.roster.queries.fitting import committees_that_fit
from jinguo.roster.queries.founding import foundings

_OF_DEEDS = {Deed.ELECTION: Proof.ELECTION, Deed.CO_OPTION: Proof.CO_OPTION}


_HAPPEN = {Gate.ORGANISATION, Gate.ACTIVITY}
"""Gates that something closes which happens on a day; plaques and groups stand from a day on."""


def evidence(
    campaign: Campaign, federation_ids: Collection[int], until: date
) -> dict[int, list[Evidence]]:
    """What is recorded of these units up to a day, as known now; eight queries.

    By the composition that the campaign names, else the rules valid on each day; where it counts
    anew, elections and activities from its first day on.
    """
    ids = list(federation_ids)
    since = campaign.starts_on if campaign.anew else date.min
    found: dict[int, list[Evidence]] = defaultdict(list)
    records = (*_organisation(ids, until, campaign.rule_set_id), *_others(ids, until))
    for federation_id, one in records:
        if one.day >= since or one.gate not in _HAPPEN:
            found[federation_id].append(one)
    return found


def _organisation(
    ids: list[int], until: date, rule_set_id: int | None
) -> list[tuple[int, Evidence]]:
    records = [*_held_here(ids, until), *_filed(ids, until)]
    fit = committees_that_fit(
        {(federation_id, day) for federation_id, _p, _i, day in records}, rule_set_id
    )
    return [
        (
            federation_id,
            Evidence(Gate.ORGANISATION, proof, number, day, holds=(federation_id, day) in fit),
        )
        for federation_id, proof, number, day in records
    ]


def _held_here(ids: list[int], until: date) -> Iterator[tuple[int, Proof, int, date]]:
    for one in foundings(ids, until):
        yield one.federation_id, _OF_DEEDS[one.deed], one.batch_id, one.day


def _filed(ids: list[int], until: date) -> Iterator[tuple[int, Proof, int, date]]:
    filings = Filing.objects.filter(
        federation_id__in=ids, elected_on__lte=until, struck_at__isnull=True
    )
    for federation_id, number, day in filings.values_list("federation_id", "pk", "elected_on"):
        yield federation_id, Proof.FILING, number, day


def _others(ids: list[int], until: date) -> Iterator[tuple[int, Evidence]]:
    for plaque in hung(ids, until):
        yield (
            plaque.federation_id,
            Evidence(Gate.PLAQUE, Proof.PLAQUE, plaque.record_id, plaque.hung_on),
        )
    for group in living(ids, until):
        yield (
            group.federation_id,
            Evidence(
                Gate.GROUP, Proof.GROUP, group.record_id, group.founded_on, group.dissolved_on
            ),
        )
    for activity in held(ids, until):
        yield (
            activity.federation_id,
            Evidence(Gate.ACTIVITY, Proof.ACTIVITY, activity.record_id, activity.held_on),
        )


def filed_by(number: int) -> int | None:
    """The federation whose filed result this is."""
    return Filing.objects.filter(pk=number).values_list("federation_id", flat=True).first()


def struck_filings(federation_id: int) -> list[Filing]:
    """The results of a unit that were struck out, the newest first; one query."""
    found = Filing.objects.filter(federation_id=federation_id, struck_at__isnull=False)
    return list(found.order_by("-struck_at", "-pk"))


def paper_of(number: int) -> tuple[str, str]:
    """Name and digest of the paper of a filed result; one query."""
    found: tuple[str, str] = Filing.objects.values_list("paper_name", "paper__digest").get(
        pk=number
    )
    return found

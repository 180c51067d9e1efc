"""The county draws units for visits at random; what was drawn stays on record."""

import secrets
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from jinguo.audit.actions import record
from jinguo.campaigns.errors import PlanUnfit, SampleForbidden
from jinguo.campaigns.models import Campaign, Pick, Sample
from jinguo.campaigns.queries.status import status
from jinguo.campaigns.rules.sampling import digest, draw
from jinguo.divisions.queries import latest
from jinguo.kernel.actor import CAMPAIGNS, Actor

LETTERS = "abcdefghijkmnpqrstuvwxyz"
SEED = 24
"""Letters of a seed: some 110 bits. Without digits nothing in it looks like a telephone number,
which the record would mask."""


@transaction.atomic
def draw_sample(
    *,
    campaign: Campaign,
    size: int,
    today: date,
    by: Actor,
    by_township: bool = True,
    only_done: bool = False,
) -> Sample:
    """Draw units of a campaign; ``only_done`` from those whose four gates are closed by today.

    It cannot be taken back: a second draw is a second sample beside the first. Raises
    ``SampleForbidden``; ``PlanUnfit`` where there are not so many units.
    """
    county = latest(campaign.county_id)
    if not by.may(CAMPAIGNS, county.code):
        raise SampleForbidden(unit=county.name).asked(
            by, CAMPAIGNS, "campaign", campaign.slug, county.code
        )
    Campaign.objects.select_for_update().get(pk=campaign.pk)
    pool = sorted(
        (one.unit.federation_id, one.unit.code)
        for one in status(campaign, today, reader=by).units
        if one.done_on is not None or not only_done
    )
    if not 1 <= size <= len(pool):
        raise PlanUnfit(
            why=_("Between 1 and %(most)s units can be drawn: there are %(most)s.")
            % {"most": len(pool)}
            if pool
            else _("No unit has closed all four gates yet.")
        )
    seed = "".join(secrets.choice(LETTERS) for _one in range(SEED))
    made = Sample.objects.create(
        campaign=campaign, number=campaign.samples.count() + 1, drawn_on=today, size=size,
        by_township=by_township, only_done=only_done, seed=seed, pool=pool, digest=digest(pool),
        drawn_by_id=by.id, drawn_by=by.name,
    )  # fmt: skip
    drawn = draw(pool, size=size, seed=seed, by_township=by_township)
    Pick.objects.bulk_create(
        Pick(sample=made, position=position, drawn_id=one, federation_id=one)
        for position, one in enumerate(drawn, start=1)
    )
    record(
        by=by, verb="sample.drawn", subject="campaign", subject_id=campaign.pk,
        unit_code=county.code, campaign=campaign.slug, number=made.number, units=size,
        seed=seed, pool=made.digest,
    )  # fmt: skip
    return made

"""Taking lists of a campaign along as files; who took which is on record."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from jinguo.audit.actions import record
from jinguo.campaigns.models import Campaign
from jinguo.campaigns.queries.progress import progress
from jinguo.campaigns.queries.supervision import Standing, findings_of, owners, reach
from jinguo.campaigns.writers import WEEKLY, Form
from jinguo.campaigns.writers.follow_up import FollowUp, follow_up_excel
from jinguo.divisions.queries import latest
from jinguo.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class Taken:
    """A file under its name."""

    name: str
    content: bytes


@transaction.atomic
def take_weekly(*, campaign: Campaign, day: date, ending: str, at: datetime, by: Actor) -> Taken:
    """The week that ends on ``day`` as ``docx`` or ``xlsx``, of the units the actor may see."""
    found = progress(campaign, day, reader=by)
    content = WEEKLY[ending](Form(found, by.name, at))
    record(
        by=by, verb="campaign.exported", subject="campaign", subject_id=campaign.pk,
        unit_code=latest(campaign.county_id).code, campaign=campaign.slug, day=day.isoformat(),
        form=ending, rows=len(found.status.units),
    )  # fmt: skip
    return Taken(f"{campaign.name}周进度表 {day.isoformat()}.{ending}", content)


@transaction.atomic
def take_follow_up(
    *,
    campaign: Campaign,
    day: date,
    fits: Callable[[Standing], bool],
    at: datetime,
    by: Actor,
    prefix: str = "",
    shown: str = "",
) -> Taken:
    """What visits of a campaign found, as far as it ``fits``, in units whose code begins so.

    ``shown`` says in words which these are. Only of units the actor may see.
    """
    units = {
        one.federation_id: one
        for one in reach(campaign, day, reader=by)
        if one.code.startswith(prefix)
    }
    lines = [one for one in findings_of(day, list(units), campaign=campaign) if fits(one)]
    sheet = FollowUp(campaign.name, day, shown, by.name, at, lines, units, owners(lines, day))
    content = follow_up_excel(sheet)
    record(
        by=by, verb="finding.exported", subject="campaign", subject_id=campaign.pk,
        unit_code=latest(campaign.county_id).code, campaign=campaign.slug, day=day.isoformat(),
        rows=len(lines),
    )  # fmt: skip
    return Taken(f"{campaign.name}督导台账 {day.isoformat()}.xlsx", content)

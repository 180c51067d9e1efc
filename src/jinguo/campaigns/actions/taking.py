"""Taking the weekly progress sheet along as a file; who took which is on record."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from jinguo.audit.actions import record
from jinguo.campaigns.models import Campaign
from jinguo.campaigns.queries.progress import progress
from jinguo.campaigns.writers import WEEKLY, Form
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

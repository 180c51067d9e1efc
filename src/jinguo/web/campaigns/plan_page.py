"""The plan of a campaign for everybody who sees it: basis, standards, waves, deadlines."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render

from jinguo.campaigns.enums import Doer, Gate
from jinguo.campaigns.models import Campaign, CampaignStep, Wave
from jinguo.campaigns.queries.plan import Asked, asked, steps_of
from jinguo.campaigns.queries.supervisors import supervisors_of
from jinguo.campaigns.rules.standard import SOURCE, STEPS
from jinguo.divisions.models import Level
from jinguo.divisions.queries import latest
from jinguo.kernel.actor import CAMPAIGNS, VIEW
from jinguo.plaques.queries import specification
from jinguo.web.base.campaigns import campaign_or_404
from jinguo.web.base.days import days_of
from jinguo.web.base.request import Request


@dataclass(frozen=True, slots=True)
class WaveLine:
    """A wave with its units."""

    wave: Wave
    townships: int
    villages: int
    units: list[str]


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step with its deadline for each wave, by name; the county's has one for all."""

    step: CampaignStep
    dues: list[tuple[str, date]]
    county: bool


def plan(request: Request, slug: str) -> HttpResponse:
    """Goal, basis, the standard of three, the gates, waves with their units, deadlines."""
    one = campaign_or_404(request, slug)
    days = days_of(request)
    waves = list(one.waves.all())
    steps = steps_of(one)
    county = latest(one.county_id)
    context = {
        "campaign": one,
        "county": county,
        "days": days,
        "waves": _waves(waves, asked(one, days.day)),
        "steps": [_step(one, waves, step) for step in steps],
        "supervisors": supervisors_of(one),
        "plaque": specification(one.county_id, days.day),
        "gates": list(Gate),
        "source": SOURCE if {step.title for step in steps} & {step.title for step in STEPS} else "",
        "sees": request.actor.may(VIEW, county.code),
        "plans": request.actor.may(CAMPAIGNS, county.code),
    }
    return render(request, "campaigns/plan.html", context)


def _waves(waves: Sequence[Wave], units: Sequence[Asked]) -> list[WaveLine]:
    lines = []
    for wave in waves:
        mine = [one.unit for one in units if one.wave.pk == wave.pk]
        lines.append(
            WaveLine(
                wave,
                sum(one.level == Level.TOWNSHIP for one in mine),
                sum(one.level == Level.VILLAGE for one in mine),
                [one.name for one in mine],
            )
        )
    return lines


def _step(campaign: Campaign, waves: Sequence[Wave], step: CampaignStep) -> StepLine:
    dues = {due.wave_id: due.due_on for due in step.dues.all()}
    if step.doer == Doer.COUNTY:
        return StepLine(step, [("", dues.get(None, campaign.ends_on))], county=True)
    days = [(one.name, dues.get(one.pk, one.due_on)) for one in waves]
    return StepLine(step, days, county=False)

"""A campaign at one moment, as two of them are compared."""

from datetime import date

from django.utils.translation import gettext as _

from jinguo.campaigns.models import Campaign, CampaignStep, Wave
from jinguo.campaigns.queries.status import status
from jinguo.campaigns.queries.steps import StepState, steps
from jinguo.campaigns.queries.supervisors import Supervises, supervisors_of
from jinguo.campaigns.rules.changes import StepThen, Then, UnitThen
from jinguo.divisions.queries import latest
from jinguo.federations.queries import federation_name, federations_of
from jinguo.kernel.actor import Actor


def then(campaign: Campaign, day: date, *, reader: Actor) -> Then:
    """What is said of it, and where every unit and the county stand on a day."""
    found = status(campaign, day, reader=reader)
    waves: dict[int, Wave | None] = {one.unit.federation_id: one.wave for one in found.units}
    county = latest(campaign.county_id)
    office = federations_of([county.division_id]).get(county.division_id)
    if office is not None:
        waves[office] = None
    states = steps(campaign, day, waves, found.proofs)
    units = {
        one.unit.federation_id: UnitThen(
            one.unit.name, one.wave.name, one.wave.due_on,
            frozenset(one.gates), frozenset(one.overdue),
            _steps(states[one.unit.federation_id]),
        )
        for one in found.units
    }  # fmt: skip
    if office is not None:
        units[office] = UnitThen(
            federation_name(county), "", None, frozenset(), frozenset(), _steps(states[office])
        )
    return Then(_words(campaign), units)


def _supervisor(one: Supervises) -> str:
    until = f"（{one.begins_on or ''}—{one.ends_on or ''}）" if one.begins_on or one.ends_on else ""
    return f"{one.who}：{one.of}{until}"


def _steps(states: list[StepState]) -> dict[int, StepThen]:
    return {
        one.step.number: StepThen(one.step.title, one.due_on, bool(one.done_on), one.overdue)
        for one in states
    }


def _words(campaign: Campaign) -> dict[str, str]:
    words = {
        _("Name"): campaign.name,
        _("Goal"): campaign.goal,
        _("Legal basis (joint opinion)"): campaign.basis,
        _("Document number"): campaign.basis_number,
        _("Issued by"): "、".join(campaign.issuers),
        _("First day"): campaign.starts_on.isoformat(),
        _("Last day"): campaign.ends_on.isoformat(),
        _("Composition"): str(campaign.rule_set or _("the rules valid on the day")),
        _("Counts anew"): _("yes") if campaign.anew else _("no"),
        _("Supervision"): "；".join(_supervisor(one) for one in supervisors_of(campaign)),
        _("Waves"): "、".join(one.name for one in campaign.waves.all()),
    }
    for one in CampaignStep.objects.filter(campaign=campaign):
        words[_("Step %(number)s") % {"number": one.number}] = (
            f"{one.title}（{'、'.join(one.papers)}）{one.get_doer_display()}"
        )
    return words

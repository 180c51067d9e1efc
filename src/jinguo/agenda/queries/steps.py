"""What campaigns ask for in their steps: papers that are still to be handed in."""

from collections.abc import Collection, Iterator
from datetime import date

from django.utils.translation import gettext as _

from jinguo.agenda.enums import Owing
from jinguo.agenda.rules.owed import Owed
from jinguo.campaigns.enums import Made
from jinguo.campaigns.models import Campaign, Wave
from jinguo.campaigns.queries.plan import steps_of
from jinguo.campaigns.queries.status import Status
from jinguo.campaigns.queries.steps import StepState, steps
from jinguo.campaigns.rules.papers import made_of
from jinguo.divisions.queries import Place
from jinguo.federations.queries import Unit, federation_name, units_of

_OF_GATES = {Made.FILING, Made.RESULT, Made.PLAQUE, Made.GROUP, Made.ACTIVITY}
"""What the gates ask for already."""


def step_papers(
    found: Status, county: Place, since: date | None, wanted: Collection[int] | None
) -> Iterator[Owed]:
    """For each unit of a campaign the next step with a paper to be handed in, and those that are
    overdue; not all ten at once. The county owes its own. ``since``: when it was asked."""
    campaign = found.campaign
    if not steps_of(campaign):
        return
    units: dict[int, tuple[Unit, Wave | None]] = {
        one.unit.federation_id: (one.unit, one.wave) for one in found.units
    }
    for office in units_of(county, found.day)[:1]:
        if wanted is None or office.federation_id in wanted:
            units.setdefault(office.federation_id, (office, None))
    waves = {one: wave for one, (_unit, wave) in units.items()}
    for federation_id, states in steps(campaign, found.day, waves, found.proofs).items():
        missing = [one for one in states if _to_hand_in(one)]
        for at, state in enumerate(missing):
            if at == 0 or state.overdue:
                yield _owed(campaign, county, units[federation_id][0], state, since)


def _to_hand_in(state: StepState) -> bool:
    return any(not _OF_GATES & set(made_of(name)) for name in state.lacks)


def _owed(
    campaign: Campaign, county: Place, unit: Unit, state: StepState, since: date | None
) -> Owed:
    words = {"number": state.step.number, "step": state.step.title, "campaign": campaign.name}
    return Owed(
        key=f"campaign:{campaign.pk}:step:{state.step.number}:{unit.federation_id}",
        kind=Owing.STEP, federation_id=unit.federation_id, unit_code=unit.code,
        unit_name=unit.name, subject=_("Step %(number)s %(step)s (%(campaign)s)") % words,
        part="", asked_by=federation_name(county),
        asked_on=since or campaign.starts_on, due_on=state.due_on,
    )  # fmt: skip

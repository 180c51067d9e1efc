"""What campaigns ask: open gates, evidence that was sent back, papers of steps."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from django.utils.timezone import localtime

from jinguo.agenda.enums import Owing
from jinguo.agenda.queries.steps import step_papers
from jinguo.agenda.rules.burden import Ask
from jinguo.agenda.rules.owed import Owed
from jinguo.campaigns.enums import Gate, Verdict
from jinguo.campaigns.models import Campaign, Review
from jinguo.campaigns.queries.plan import asked, campaigns
from jinguo.campaigns.queries.status import UnitState, status
from jinguo.divisions.queries import latest_of
from jinguo.federations.queries import federation_name
from jinguo.kernel.actor import system
from jinguo.kernel.periods import Period

MENDING = timedelta(days=7)
"""How long a unit has for evidence that was sent back, where the deadline is nearer or past."""


def gates(day: date, federation_ids: Collection[int] | None = None) -> Iterator[Owed]:
    """Open gates of started campaigns whose period has begun, gates whose evidence was sent
    back, and papers of steps; as many queries for one unit as for all."""
    begun = [one for one in campaigns(system()) if (since := asked_on(one)) and since <= day]
    counties = latest_of({one.county_id for one in begun})
    for one in begun:
        asker = federation_name(counties[one.county_id])
        found = status(one, day, reader=system(), federation_ids=federation_ids)
        for state in found.units:
            yield from _open(one, state, asker)
            yield from _returned(one, state)
        yield from step_papers(found, counties[one.county_id], asked_on(one), federation_ids)


def asked_on(campaign: Campaign) -> date | None:
    """Since when its units owe what it asks: its first day, or, where it was started later while
    it ran, that day; ``None`` before it is started."""
    if campaign.started_at is None:
        return None
    started = localtime(campaign.started_at).date()
    return started if campaign.starts_on < started <= campaign.ends_on else campaign.starts_on


def _open(campaign: Campaign, state: UnitState, asker: str) -> Iterator[Owed]:
    begun = asked_on(campaign) or campaign.starts_on
    for gate in state.open:
        yield Owed(
            key=f"campaign:{campaign.pk}:gate:{gate.value}:{state.unit.federation_id}",
            kind=Owing.GATE, federation_id=state.unit.federation_id, unit_code=state.unit.code,
            unit_name=state.unit.name, subject=campaign.name, part=gate.value, asked_by=asker,
            asked_on=begun, due_on=state.wave.due_on,
        )  # fmt: skip


def _returned(campaign: Campaign, state: UnitState) -> Iterator[Owed]:
    for gate in state.returned:
        word = state.reviews[gate]
        yield Owed(
            key=f"campaign:{campaign.pk}:returned:{gate.value}:{state.unit.federation_id}",
            kind=Owing.RETURNED, federation_id=state.unit.federation_id, unit_code=state.unit.code,
            unit_name=state.unit.name, subject=campaign.name, part=gate.value,
            asked_by=word.said_by, asked_on=word.said_on,
            due_on=max(state.wave.due_on, word.said_on + MENDING), reason=word.reason,
        )  # fmt: skip


def gates_asked(week: Period, federation_ids: Collection[int] | None = None) -> Iterator[Ask]:
    """The gates that campaigns began to ask for, and the evidence sent back, in a period."""
    begun = [one for one in campaigns(system()) if (day := asked_on(one)) and day in week]
    counties = latest_of({one.county_id for one in begun})
    for campaign in begun:
        asker = federation_name(counties[campaign.county_id])
        day = asked_on(campaign) or campaign.starts_on
        for one in asked(campaign, day):
            if federation_ids is None or one.unit.federation_id in federation_ids:
                for gate in Gate:
                    yield Ask(
                        Owing.GATE, one.unit.federation_id, campaign.name, gate.value, asker, day
                    )
    back = Review.objects.filter(
        verdict=Verdict.RETURNED, said_on__gte=week.start, said_on__lt=week.until
    )
    if federation_ids is not None:
        back = back.filter(federation_id__in=federation_ids)
    for word in back.select_related("campaign").order_by("said_on", "pk"):
        yield Ask(
            Owing.RETURNED, word.federation_id, word.campaign.name, word.gate, word.said_by,
            word.said_on,
        )  # fmt: skip

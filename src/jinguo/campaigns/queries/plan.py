"""Campaigns and their plans, as the reader may see them."""

from dataclasses import dataclass
from datetime import date

from jinguo.campaigns.enums import Doer
from jinguo.campaigns.errors import CampaignUnknown
from jinguo.campaigns.models import Campaign, CampaignStep, Supervisor, Target, Wave
from jinguo.campaigns.rules.plans import Plan, StepPlan, SupervisorPlan, WavePlan
from jinguo.divisions.queries import Place, latest, latest_of
from jinguo.divisions.queries.tree import place_with
from jinguo.divisions.rules.codes import bounds
from jinguo.federations.models import Federation
from jinguo.federations.queries import Unit, units_within
from jinguo.kernel.actor import VIEW, Actor


@dataclass(frozen=True, slots=True)
class Asked:
    """A unit as it stands on a day, with the wave it goes in."""

    unit: Unit
    wave: Wave


def plan_of(campaign: Campaign, day: date) -> Plan:
    """The plan as it was made, over the units that stand on a day."""
    waves = list(campaign.waves.all())
    places = {one.pk: at for at, one in enumerate(waves)}
    whom: dict[int, list[int]] = {one.pk: [] for one in waves}
    for one in asked(campaign, day):
        whom[one.wave.pk].append(one.unit.federation_id)
    return Plan(
        name=campaign.name,
        starts_on=campaign.starts_on,
        ends_on=campaign.ends_on,
        waves=tuple(WavePlan(one.name, one.due_on, whom[one.pk]) for one in waves),
        pilot=bool(waves) and waves[0].number == 0,
        goal=campaign.goal,
        basis=campaign.basis,
        basis_number=campaign.basis_number,
        issuers=tuple(campaign.issuers),
        steps=tuple(_step(one, [wave.pk for wave in waves]) for one in steps_of(campaign)),
        rule_set_id=campaign.rule_set_id,
        anew=campaign.anew,
        supervisors=tuple(
            SupervisorPlan(
                one.who,
                one.division_id,
                places.get(one.wave_id or 0),
                one.person_id,
                one.begins_on,
                one.ends_on,
            )
            for one in Supervisor.objects.filter(campaign=campaign)
        ),
    )


def steps_of(campaign: Campaign) -> list[CampaignStep]:
    """The steps of its procedure with their deadlines, by number; two queries."""
    return list(CampaignStep.objects.filter(campaign=campaign).prefetch_related("dues"))


def _step(one: CampaignStep, waves: list[int]) -> StepPlan:
    dues = {due.wave_id: due.due_on for due in one.dues.all()}
    whose: list[int | None] = [None] if one.doer == Doer.COUNTY else [*waves]
    days = tuple(dues.get(wave) for wave in whose)
    return StepPlan(
        one.number, one.title, tuple(one.papers), Doer(one.doer), days if any(days) else ()
    )


def campaigns(reader: Actor) -> list[Campaign]:
    """The campaigns of counties of which the reader sees any part, the latest first."""
    found = list(Campaign.objects.order_by("-starts_on", "pk"))
    counties = latest_of({one.county_id for one in found})
    return [one for one in found if _sees(reader, counties[one.county_id])]


def campaign(slug: str, *, reader: Actor) -> Campaign:
    """The campaign of this short name. Raises ``CampaignUnknown``."""
    known = campaigns(reader)
    for one in known:
        if one.slug == slug:
            return one
    raise CampaignUnknown(slug=slug, known="、".join(one.slug for one in known) or "—")


def free_slug(wanted: str) -> str:
    """This short name, or with a number behind it where a campaign has it already."""
    taken = set(Campaign.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    names = (wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 3)))
    return next(one for one in names if one not in taken)


def county_code(slug: str) -> str:
    """The code of the county whose campaign this is, whoever asks; empty where there is none."""
    found = Campaign.objects.filter(slug=slug).first()
    return latest(found.county_id).code if found else ""


def _sees(reader: Actor, county: Place) -> bool:
    return any(
        county.prefix.startswith(prefix) or prefix.startswith(county.prefix)
        for prefix in reader.prefixes(VIEW)
    )


def asking(code: str, day: date) -> set[int]:
    """The campaigns that ask the unit with this code itself; two queries."""
    found = place_with(code, day)
    if found is None:
        return set()
    targets = Target.objects.filter(
        federation__division=found.division_id, federation__closed_on__isnull=True
    )
    return set(targets.values_list("campaign_id", flat=True))


def asked(campaign: Campaign, day: date) -> list[Asked]:
    """Whom the campaign asks on a day, by code; units merged away stand under their successor."""
    waves = {
        target.federation_id: target.wave
        for target in Target.objects.filter(campaign=campaign).select_related("wave")
    }
    county = latest(campaign.county_id)
    standing = {one.federation_id: one for one in units_within(*bounds(county.prefix), day)}
    heirs = _heirs([one for one in waves if one not in standing], standing)
    found: dict[int, Wave] = {}
    for federation_id, wave in waves.items():
        stands = heirs.get(federation_id, federation_id)
        if stands in standing:
            known = found.get(stands)
            found[stands] = wave if known is None or known.due_on < wave.due_on else known
    lines = [Asked(standing[one], wave) for one, wave in found.items()]
    return sorted(lines, key=lambda one: one.unit.code)


def wave_of(campaign: Campaign, federation_id: int, day: date) -> Wave | None:
    """The wave in which a unit that stands on a day goes; ``None`` where it is not asked."""
    for one in asked(campaign, day):
        if one.unit.federation_id == federation_id:
            return one.wave
    return None


def _heirs(gone: list[int], standing: dict[int, Unit]) -> dict[int, int]:
    """Who stands in the place of each unit that no longer does."""
    if not gone:
        return {}
    successors = dict(
        Federation.objects.filter(successor__isnull=False).values_list("pk", "successor_id")
    )
    found: dict[int, int] = {}
    for one in gone:
        heir: int | None = one
        while heir is not None and heir not in standing:
            heir = successors.get(heir)
        if heir is not None:
            found[one] = heir
    return found

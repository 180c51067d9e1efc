"""A campaign is planned once, started, and may be planned otherwise while it runs."""

import re
from typing import Any

from django.db import transaction
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from jinguo.audit.actions import record
from jinguo.campaigns.enums import Doer
from jinguo.campaigns.errors import CampaignForbidden, NameTaken, PlanChangedMeanwhile, PlanUnfit
from jinguo.campaigns.models import Campaign, CampaignStep, StepDue, Supervisor, Target, Wave
from jinguo.campaigns.rules.plans import Plan, fault
from jinguo.divisions.queries import Place, latest
from jinguo.divisions.rules.codes import bounds
from jinguo.federations.queries import units_within
from jinguo.kernel.actor import CAMPAIGNS, Actor
from jinguo.roster.queries.vocabulary import rule_sets

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@transaction.atomic
def plan_campaign(*, slug: str, county: Place, plan: Plan, by: Actor) -> Campaign:
    """Plan a campaign of a county; nobody is asked for anything before it is started.

    Raises ``CampaignForbidden``, ``NameTaken``, ``PlanUnfit``.
    """
    _may(county, by)
    if not _SLUG.fullmatch(slug):
        raise PlanUnfit(
            why=_("“%(slug)s” is no short name: small letters, digits and hyphens make one.")
            % {"slug": slug}
        )
    if Campaign.objects.filter(slug=slug).exists():
        raise NameTaken(slug=slug)
    _check(plan, county)
    made = Campaign.objects.create(
        slug=slug, county_id=county.division_id, made_by_id=by.id, made_by=by.name, **_words(plan)
    )
    _write(made, plan)
    _noted(made, county, by, "campaign.planned", after=told(made))
    return made


@transaction.atomic
def change_plan(*, campaign_id: int, plan: Plan, by: Actor, seen: int | None = None) -> Campaign:
    """Plan it otherwise. What was recorded and reviewed stays.

    ``seen`` is the version of the plan that was looked at. Raises as ``plan_campaign`` does, and
    ``PlanChangedMeanwhile`` where it has another by now.
    """
    found, county = _taken(campaign_id, by)
    if seen is not None and seen != found.version:
        raise PlanChangedMeanwhile(who=found.changed_by)
    _check(plan, county)
    before, whos = told(found), _whos(found)
    for name, value in _words(plan).items():
        setattr(found, name, value)
    found.version, found.changed_by = found.version + 1, by.name
    found.save()
    Target.objects.filter(campaign=found).delete()
    found.waves.all().delete()
    CampaignStep.objects.filter(campaign=found).delete()
    Supervisor.objects.filter(campaign=found).delete()
    _write(found, plan)
    found.refresh_from_db()
    after = told(found)
    if after != before or _whos(found) != whos:
        changed = [name for name in after if after[name] != before[name]] or ["supervised"]
        _noted(
            found, county, by, "campaign.replanned",
            before={name: before[name] for name in changed},
            after={name: after[name] for name in changed},
        )  # fmt: skip
    return found


@transaction.atomic
def start(*, campaign_id: int, by: Actor) -> Campaign:
    """From now on its units see what it asks of them. Starting it again changes nothing."""
    found, county = _taken(campaign_id, by)
    if found.started_at is None:
        Campaign.objects.filter(pk=found.pk).update(started_at=Now(), started_by=by.name)
        found.refresh_from_db()
        _noted(found, county, by, "campaign.started")
    return found


def _taken(campaign_id: int, by: Actor) -> tuple[Campaign, Place]:
    found = Campaign.objects.select_for_update().get(pk=campaign_id)
    county = latest(found.county_id)
    _may(county, by)
    return found, county


def _may(county: Place, by: Actor) -> None:
    if not by.may(CAMPAIGNS, county.code):
        raise CampaignForbidden(unit=county.name).asked(
            by, CAMPAIGNS, "unit", county.code, county.code
        )


def _check(plan: Plan, county: Place) -> None:
    why = fault(plan)
    if not why:
        asked = [one for wave in plan.waves for one in wave.federation_ids]
        standing = units_within(*bounds(county.prefix), plan.ends_on)
        known = {one.federation_id for one in standing}
        if not asked:
            why = _("A campaign asks at least one unit.")
        elif len(asked) != len(set(asked)):
            why = _("A unit goes in one wave only.")
        elif plan.rule_set_id is not None and plan.rule_set_id not in {
            one.pk for one in rule_sets(county.code)
        }:
            why = _("This composition does not hold for %(county)s.") % {"county": county.name}
        elif not {one.division_id for one in plan.supervisors if one.division_id} <= {
            county.division_id,
            *(one.place.division_id for one in standing),
        }:
            why = _("Somebody supervises a place outside %(county)s.") % {"county": county.name}
        elif not set(asked) <= known:
            why = _("Some of the units are not in %(county)s or no longer stand.") % {
                "county": county.name
            }
    if why:
        raise PlanUnfit(why=why)


def _words(plan: Plan) -> dict[str, Any]:
    return {
        "name": plan.name.strip(),
        "goal": plan.goal.strip(),
        "basis": plan.basis.strip(),
        "basis_number": plan.basis_number.strip(),
        "issuers": [one.strip() for one in plan.issuers if one.strip()],
        "starts_on": plan.starts_on,
        "ends_on": plan.ends_on,
        "rule_set_id": plan.rule_set_id,
        "anew": plan.anew,
    }


def _write(campaign: Campaign, plan: Plan) -> None:
    waves = []
    for number, one in enumerate(plan.waves, start=0 if plan.pilot else 1):
        wave = Wave.objects.create(
            campaign=campaign, number=number, name=one.name.strip(), due_on=one.due_on
        )
        waves.append(wave)
        Target.objects.bulk_create(
            Target(campaign=campaign, federation_id=federation_id, wave=wave)
            for federation_id in sorted(one.federation_ids)
        )
    _write_supervisors(campaign, plan, waves)
    for step in plan.steps:
        made = CampaignStep.objects.create(
            campaign=campaign, number=step.number, title=step.title.strip(), doer=step.doer,
            papers=[name.strip() for name in step.papers if name.strip()],
        )  # fmt: skip
        whose = [None] if step.doer is Doer.COUNTY else waves
        StepDue.objects.bulk_create(
            StepDue(step=made, wave=wave, due_on=due)
            for wave, due in zip(whose, step.due_on, strict=False)
            if due is not None
        )


def _write_supervisors(campaign: Campaign, plan: Plan, waves: list[Wave]) -> None:
    Supervisor.objects.bulk_create(
        Supervisor(
            campaign=campaign, division_id=one.division_id,
            wave=None if one.wave is None else waves[one.wave], who=one.who.strip(),
            person_id=one.person_id, begins_on=one.begins_on, ends_on=one.ends_on,
        )
        for one in plan.supervisors
    )  # fmt: skip


def told(campaign: Campaign) -> dict[str, Any]:
    """The plan as the record of deeds keeps it: the waves in short, and whom each asks."""
    waves = {
        one: sorted(target.federation_id for target in one.targets.all())
        for one in campaign.waves.prefetch_related("targets")
    }
    steps = CampaignStep.objects.filter(campaign=campaign).prefetch_related("dues__wave")
    return {
        "name": campaign.name,
        "goal": campaign.goal,
        "basis": campaign.basis,
        "basis_number": campaign.basis_number,
        "issuers": campaign.issuers,
        "rule_set": str(campaign.rule_set or ""),
        "starts_on": campaign.starts_on.isoformat(),
        "ends_on": campaign.ends_on.isoformat(),
        "anew": campaign.anew,
        "waves": [f"{one.name} {one.due_on} ({len(units)})" for one, units in waves.items()],
        "supervised": [
            f"{one.wave or latest(one.division_id or 0).short} {one.begins_on or ''}–"
            f"{one.ends_on or ''} #{one.person_id or ''}".strip()
            for one in Supervisor.objects.filter(campaign=campaign).select_related("wave")
        ],
        "steps": [_step_told(one) for one in steps],
        "asked": {one.number: units for one, units in waves.items()},
    }


def _whos(campaign: Campaign) -> list[str]:
    """Who supervises, in words that may name women: compared, and never put on record."""
    return [one.who for one in Supervisor.objects.filter(campaign=campaign)]


def _step_told(step: CampaignStep) -> str:
    dues = sorted((due.wave.number if due.wave else -1, due.due_on) for due in step.dues.all())
    days = " ".join(day.isoformat() for _number, day in dues)
    return f"{step.number} {step.title}（{'、'.join(step.papers)}）{days}".strip()


def _noted(campaign: Campaign, county: Place, by: Actor, verb: str, **data: Any) -> None:
    record(
        by=by,
        verb=verb,
        subject="campaign",
        subject_id=campaign.pk,
        unit_code=county.code,
        campaign=campaign.slug,
        **data,
    )

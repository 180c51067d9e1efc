"""A campaign is planned once, started, and may be planned otherwise while it runs."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from jinguo.audit.actions import record
from jinguo.campaigns.errors import CampaignForbidden, NameTaken, PlanUnfit
from jinguo.campaigns.models import Campaign, Target, Wave
from jinguo.divisions.queries import Place, latest
from jinguo.divisions.rules.codes import bounds
from jinguo.federations.queries import units_within
from jinguo.kernel.actor import CAMPAIGNS, Actor

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class WavePlan:
    """A wave: its name, its last day, and the federations that go in it."""

    name: str
    due_on: date
    federation_ids: Collection[int]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is said of a campaign. ``waves`` in order; with ``pilot`` the first is the pilot."""

    name: str
    starts_on: date
    ends_on: date
    waves: tuple[WavePlan, ...]
    pilot: bool = False
    goal: str = ""
    basis: str = ""
    basis_number: str = ""
    issuers: tuple[str, ...] = ()


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
    _write_waves(made, plan)
    _noted(made, county, by, "campaign.planned", after=told(made))
    return made


@transaction.atomic
def change_plan(*, campaign_id: int, plan: Plan, by: Actor) -> Campaign:
    """Plan it otherwise. What was recorded and reviewed stays. Raises as ``plan_campaign`` does."""
    found, county = _taken(campaign_id, by)
    _check(plan, county)
    before = told(found)
    for name, value in _words(plan).items():
        setattr(found, name, value)
    found.save()
    Target.objects.filter(campaign=found).delete()
    found.waves.all().delete()
    _write_waves(found, plan)
    after = told(found)
    if after != before:
        _noted(found, county, by, "campaign.replanned", before=before, after=after)
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
    why = _fault(plan)
    if not why:
        asked = [one for wave in plan.waves for one in wave.federation_ids]
        known = {one.federation_id for one in units_within(*bounds(county.prefix), plan.ends_on)}
        if not asked:
            why = _("A campaign asks at least one unit.")
        elif len(asked) != len(set(asked)):
            why = _("A unit goes in one wave only.")
        elif not set(asked) <= known:
            why = _("Some of the units are not in %(county)s or no longer stand.") % {
                "county": county.name
            }
    if why:
        raise PlanUnfit(why=why)


def _fault(plan: Plan) -> str:
    if not plan.name.strip():
        return _("A campaign has a name.")
    if plan.ends_on < plan.starts_on:
        return _("The last day lies before the first.")
    if not plan.waves:
        return _("A campaign has at least one wave.")
    for wave in plan.waves:
        if not plan.starts_on <= wave.due_on <= plan.ends_on:
            return _("“%(wave)s” must be done between %(first)s and %(last)s.") % {
                "wave": wave.name,
                "first": plan.starts_on,
                "last": plan.ends_on,
            }
    return ""


def _words(plan: Plan) -> dict[str, Any]:
    return {
        "name": plan.name.strip(),
        "goal": plan.goal.strip(),
        "basis": plan.basis.strip(),
        "basis_number": plan.basis_number.strip(),
        "issuers": [one.strip() for one in plan.issuers if one.strip()],
        "starts_on": plan.starts_on,
        "ends_on": plan.ends_on,
    }


def _write_waves(campaign: Campaign, plan: Plan) -> None:
    for number, one in enumerate(plan.waves, start=0 if plan.pilot else 1):
        wave = Wave.objects.create(
            campaign=campaign, number=number, name=one.name.strip(), due_on=one.due_on
        )
        Target.objects.bulk_create(
            Target(campaign=campaign, federation_id=federation_id, wave=wave)
            for federation_id in sorted(one.federation_ids)
        )


def told(campaign: Campaign) -> dict[str, Any]:
    """The plan as the record of deeds keeps it: the waves in short, and whom each asks."""
    waves = {
        one: sorted(target.federation_id for target in one.targets.all())
        for one in campaign.waves.prefetch_related("targets")
    }
    return {
        "name": campaign.name,
        "starts_on": campaign.starts_on.isoformat(),
        "ends_on": campaign.ends_on.isoformat(),
        "waves": [f"{one.name} {one.due_on} ({len(units)})" for one, units in waves.items()],
        "asked": {one.number: units for one, units in waves.items()},
    }


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

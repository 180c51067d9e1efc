"""Planning a campaign, starting it, and planning it otherwise while it runs."""

from dataclasses import replace
from datetime import date

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from jinguo.campaigns.actions import change_plan, plan_campaign, preview_change, start
from jinguo.campaigns.errors import PlanChangedMeanwhile
from jinguo.campaigns.models import Campaign
from jinguo.campaigns.queries.plan import campaigns, free_slug, plan_of
from jinguo.campaigns.rules.copying import shifted
from jinguo.campaigns.rules.plans import Plan
from jinguo.campaigns.rules.standard import template
from jinguo.divisions.models import Level
from jinguo.divisions.queries import Place, latest
from jinguo.federations.queries import Unit, federations_of, units_of
from jinguo.kernel.actor import CAMPAIGNS
from jinguo.kernel.clock import today
from jinguo.kernel.errors import JinguoError
from jinguo.roster.enums import Post
from jinguo.roster.queries.committees import committees
from jinguo.roster.queries.vocabulary import rule_sets
from jinguo.web.base.campaigns import campaign_or_404
from jinguo.web.base.posting import takes_form_of
from jinguo.web.base.refusing import Refused
from jinguo.web.base.request import Request
from jinguo.web.base.scope import unit_or_404
from jinguo.web.campaigns.effects import lines
from jinguo.web.campaigns.plan_form import PlanForm


def new(request: Request, code: str) -> HttpResponse:
    """Plan a campaign of a county, from the template 会改联; with one more button it is started."""
    county = _county(request, code)
    units = _units(county, today())
    earlier = [one for one in campaigns(request.actor) if one.county_id == county.division_id]
    copied = next((one for one in earlier if one.slug == request.GET.get("copy")), None)
    first = _copy(copied) if copied else _template(county, units)
    form = PlanForm(
        request.POST or None, plan=first, units=units, county=county,
        people=_people(county, today()), rule_sets=rule_sets(county.code), new=True,
        initial={"slug": free_slug(f"campaign-{today().year}"), "auto": copied is None},
    )  # fmt: skip
    if form.is_valid():
        slug = form.cleaned_data["slug"].strip()
        try:
            made = plan_campaign(slug=slug, county=county, plan=form.plan(), by=request.actor)
            if "start" in request.POST:
                start(campaign_id=made.pk, by=request.actor)
        except JinguoError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _planned(started="start" in request.POST))
            return HttpResponseRedirect(reverse("campaigns:board", args=[slug]))
    words = {
        "form": form,
        "county": county,
        "earlier": earlier,
        "copied": copied.slug if copied else "",
    }
    return render(request, "campaigns/plan_new.html", words, status=400 if form.errors else 200)


def change(request: Request, slug: str) -> HttpResponse:
    """Change the plan: filled in, looked at, applied."""
    one = campaign_or_404(request, slug)
    county = latest(one.county_id)
    if not request.actor.may(CAMPAIGNS, county.code):
        raise Refused("campaign", slug, code=county.code, right=CAMPAIGNS)
    day = min(max(today(), one.starts_on), one.ends_on)
    form = PlanForm(
        request.POST or None, plan=plan_of(one, day), units=_units(county, day), county=county,
        people=_people(county, today()), rule_sets=rule_sets(county.code),
    )  # fmt: skip
    seen = _seen(request, one)
    if form.is_valid() and "back" not in request.POST:
        try:
            return _carried_out(request, one, form.plan(), seen)
        except PlanChangedMeanwhile as meanwhile:
            seen = one.version
            form.add_error(None, str(meanwhile))
        except JinguoError as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "campaign": one, "version": seen}
    return render(
        request, "campaigns/plan_change.html", context, status=400 if form.errors else 200
    )


@takes_form_of("campaigns:board")
def begin(request: Request, slug: str) -> HttpResponse:
    """Start it."""
    one = campaign_or_404(request, slug)
    try:
        start(campaign_id=one.pk, by=request.actor)
    except JinguoError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The campaign is started."))
    return HttpResponseRedirect(reverse("campaigns:board", args=[slug]))


def _seen(request: Request, one: Campaign) -> int:
    """The version of the plan that stood on the page she filled in."""
    version = request.POST.get("version", str(one.version))
    return int(version) if version.isdecimal() and len(version) < 10 else 0


def _carried_out(request: Request, one: Campaign, plan: Plan, seen: int) -> HttpResponse:
    """Shown first what it does to whom; applied when that was looked at."""
    if "apply" in request.POST:
        change_plan(campaign_id=one.pk, plan=plan, by=request.actor, seen=seen)
        messages.success(request, _("The plan is changed."))
        return HttpResponseRedirect(reverse("campaigns:board", args=[one.slug]))
    effects = preview_change(
        campaign_id=one.pk, plan=plan, day=today(), by=request.actor, seen=seen
    )
    sent = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in ("csrfmiddlewaretoken", "apply", "back")
        for value in values
    ]
    context = {"campaign": one, "effects": effects, "lines": lines(effects), "sent": sent}
    return render(request, "campaigns/plan_preview.html", context)


def _planned(*, started: bool) -> str:
    if started:
        return _("The campaign is planned and started.")
    return _("The campaign is planned. Nobody sees it as asked yet.")


def _copy(earlier: Campaign) -> Plan:
    """Begun today; what the units did for the earlier one does not count again."""
    return replace(shifted(plan_of(earlier, today()), today()), anew=True)


def _template(county: Place, units: list[Unit]) -> Plan:
    return template(
        county.short,
        [one.federation_id for one in units if one.level == Level.TOWNSHIP],
        [one.federation_id for one in units if one.level == Level.VILLAGE],
        today(),
    )


def _units(county: Place, day: date) -> list[Unit]:
    return [one for one in units_of(county, day) if one.level > Level.COUNTY]


def _people(county: Place, day: date) -> list[tuple[int, str]]:
    """The women of the county's own committee, as supervisors are picked from them."""
    office = federations_of([county.division_id], day).get(county.division_id)
    sitting = committees([office], day, phones=False)[office] if office else []
    titles = dict(Post.choices)
    return [(one.person_id, f"{one.name}（{titles[one.post]}）") for one in sitting]


def _county(request: Request, code: str) -> Place:
    place = unit_or_404(code, today(), request.actor)
    if place.level != Level.COUNTY or not request.actor.may(CAMPAIGNS, place.code):
        raise Refused("unit", code, code=place.code, right=CAMPAIGNS)
    return place

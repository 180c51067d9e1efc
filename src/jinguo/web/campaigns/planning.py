"""Planning a campaign and starting it."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from jinguo.campaigns.actions import plan_campaign, start
from jinguo.divisions.models import Level
from jinguo.divisions.queries import Place
from jinguo.federations.queries import units_of
from jinguo.kernel.actor import CAMPAIGNS
from jinguo.kernel.clock import today
from jinguo.kernel.errors import JinguoError
from jinguo.web.base.campaigns import campaign_or_404
from jinguo.web.base.posting import takes_form_of
from jinguo.web.base.refusing import Refused
from jinguo.web.base.request import Request
from jinguo.web.base.scope import unit_or_404
from jinguo.web.campaigns.forms import PlanForm


def new(request: Request, code: str) -> HttpResponse:
    """Plan a campaign of a county, from the template 会改联."""
    county = _county(request, code)
    units = [one for one in units_of(county, today()) if one.level > Level.COUNTY]
    first = {
        "slug": f"campaign-{today().year}",
        "starts_on": today(),
        "townships": True,
        "villages": True,
    }
    form = PlanForm(request.POST or None, units=units, initial=first)
    if form.is_valid():
        slug = form.cleaned_data["slug"].strip()
        try:
            plan_campaign(slug=slug, county=county, plan=form.plan(), by=request.actor)
        except JinguoError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The campaign is planned. Nobody sees it as asked yet."))
            return HttpResponseRedirect(reverse("campaigns:board", args=[slug]))
    words = {"form": form, "county": county}
    return render(request, "campaigns/plan.html", words, status=400 if form.errors else 200)


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


def _county(request: Request, code: str) -> Place:
    place = unit_or_404(code, today(), request.actor)
    if place.level != Level.COUNTY or not request.actor.may(CAMPAIGNS, place.code):
        raise Refused("unit", code, code=place.code, right=CAMPAIGNS)
    return place

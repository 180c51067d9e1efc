"""Drawing units for visits at random, and what was drawn."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jinguo.campaigns.actions import draw_sample
from jinguo.campaigns.models import Campaign, Sample
from jinguo.campaigns.queries.sampling import check, drawn, sample, samples
from jinguo.divisions.queries import latest, latest_of
from jinguo.federations.models import Federation
from jinguo.kernel import clock
from jinguo.kernel.actor import CAMPAIGNS, VIEW
from jinguo.kernel.errors import JinguoError
from jinguo.web.base.campaigns import campaign_or_404
from jinguo.web.base.days import days_of
from jinguo.web.base.request import Request

USUAL = 10


class DrawForm(forms.Form):
    """How many, in which way, from which."""

    size = forms.IntegerField(
        min_value=1, max_value=9999,
        error_messages={
            "required": gettext_lazy("Say how many are to be drawn."),
            "invalid": gettext_lazy("Write a whole number."),
        },
    )  # fmt: skip
    by_township = forms.BooleanField(required=False)
    only_done = forms.BooleanField(required=False)


def every(request: Request, slug: str) -> HttpResponse:
    """The samples drawn so far, and drawing another."""
    campaign = campaign_or_404(request, slug)
    if request.method != "POST":
        return _list(request, campaign, DrawForm(initial={"size": USUAL, "by_township": True}))
    form = DrawForm(request.POST)
    if form.is_valid():
        try:
            made = draw_sample(
                campaign=campaign, today=clock.today(), by=request.actor, **form.cleaned_data
            )
        except JinguoError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Drawn. It is on record and cannot be taken back."))
            return HttpResponseRedirect(
                reverse("supervision:sample", args=[campaign.slug, made.number])
            )
    return _list(request, campaign, form)


def one(request: Request, slug: str, number: int) -> HttpResponse:
    """Its units, which were visited, and that they follow from the seed."""
    campaign = campaign_or_404(request, slug)
    found = sample(campaign, number)
    if found is None:
        raise Http404
    days = days_of(request)
    lines = drawn(found, days.day, reader=request.actor)
    context = {
        "campaign": campaign,
        "days": days,
        "sample": found,
        "lines": lines,
        "visited": sum(line.visit_id is not None for line in lines),
        "check": check(found),
        "pool": _pool(request, found) if "pool" in request.GET else [],
        "draws": _draws(request, campaign),
    }
    return render(request, "supervision/sample.html", context)


def _pool(request: Request, found: Sample) -> list[dict[str, Any]]:
    """What it was drawn from, for whoever wants to draw again: number, code of the day, name."""
    federations = Federation.objects.in_bulk([number for number, _code in found.pool])
    places = latest_of({one.division_id for one in federations.values()})
    rows = []
    for number, code in found.pool:
        place = places[federations[number].division_id] if number in federations else None
        named = place is not None and request.actor.may(VIEW, place.code)
        rows.append(
            {"number": number, "code": code, "name": place.short if named and place else ""}
        )
    return rows


def _draws(request: Request, campaign: Campaign) -> bool:
    return request.actor.may(CAMPAIGNS, latest(campaign.county_id).code)


def _list(request: Request, campaign: Campaign, form: DrawForm) -> HttpResponse:
    context = {
        "campaign": campaign,
        "samples": samples(campaign),
        "form": form,
        "draws": _draws(request, campaign),
    }
    return render(request, "supervision/samples.html", context, status=400 if form.errors else 200)

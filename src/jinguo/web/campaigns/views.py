"""Campaigns: the list, the board of one, the evidence of one unit."""

from dataclasses import replace
from datetime import date, timedelta

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from jinguo.campaigns.actions import file_result, review
from jinguo.campaigns.actions.reviewing import may_review
from jinguo.campaigns.enums import Gate, Verdict
from jinguo.campaigns.models import Campaign
from jinguo.campaigns.queries.evidence import struck_filings
from jinguo.campaigns.queries.outlook import outlook, outlook_in_words
from jinguo.campaigns.queries.plan import asking, campaigns
from jinguo.campaigns.queries.shown import shown
from jinguo.campaigns.queries.status import Status, UnitState, status
from jinguo.campaigns.queries.steps import steps
from jinguo.campaigns.queries.supervision import findings_of
from jinguo.campaigns.queries.supervisors import supervision
from jinguo.campaigns.queries.townships import townships
from jinguo.campaigns.rules.findings import UNSETTLED
from jinguo.divisions.models import Level
from jinguo.divisions.queries import latest
from jinguo.divisions.rules import codes
from jinguo.kernel.actor import CAMPAIGNS, RECORD
from jinguo.kernel.clock import today
from jinguo.kernel.errors import JinguoError
from jinguo.kernel.language import day_in_words
from jinguo.roster.queries.terms import terms
from jinguo.web.base.campaigns import campaign_or_404
from jinguo.web.base.context import home_code
from jinguo.web.base.days import Days, days_of
from jinguo.web.base.gates import cells
from jinguo.web.base.posting import takes_form_of
from jinguo.web.base.request import Request
from jinguo.web.base.scope import unit_or_404
from jinguo.web.campaigns.board import (
    CLOSED,
    SHOWS,
    VIEWS,
    Filters,
    prospect,
    sections,
    shares,
)
from jinguo.web.campaigns.chart import chart
from jinguo.web.campaigns.filing import taken_in
from jinguo.web.campaigns.forms import FilingForm
from jinguo.web.campaigns.pictures import pictures, record_address
from jinguo.web.campaigns.tiles import LOOKS


def every(request: Request) -> HttpResponse:
    """The campaigns of the reader's county."""
    found = campaigns(request.actor)
    plans = min(request.actor.prefixes(CAMPAIGNS), default="")
    home = home_code(request.actor)
    asked = asking(home, today()) if len(home) == codes.DIGITS[Level.VILLAGE] else set()
    words = {"campaigns": found, "plans": plans, "home": home, "asked": asked}
    return render(request, "campaigns/list.html", words)


def board(request: Request, slug: str) -> HttpResponse:
    """Every unit with its four gates on the day."""
    one = campaign_or_404(request, slug)
    days = days_of(request)
    found = status(one, days.day, reader=request.actor)
    told = outlook(found)
    filters = Filters.of(request.GET, days.day)
    if filters.show == "mine":
        filters = replace(filters, mine=_mine(request, found))
    grouped = townships(found)
    first, last = one.starts_on, one.ends_on
    day = days.query.removeprefix("?day=")
    context = {
        "campaign": one,
        "days": days,
        "found": found,
        "outlook": outlook_in_words(told),
        "plans": request.actor.may(CAMPAIGNS, latest(one.county_id).code),
        "prospect": prospect(told, one.ends_on),
        "gates": shares(found),
        "chart": chart(found, told),
        "filters": filters,
        "closed": CLOSED,
        "sections": sections(grouped, filters),
        "townships": grouped,
        "shows": [
            (words, filters.query(day, show=name), name == filters.show)
            for name, words in SHOWS.items()
        ],
        "views": [
            (words, filters.query(day, view=name), name == filters.view)
            for name, words in VIEWS.items()
        ],
        "looks": LOOKS.values() if filters.view else (),
        "ends": [(one, filters.query(one.isoformat())) for one in (first, last)],
        "steps": [(one, filters.query(one.isoformat())) for one in _around(days.day)],
    }
    return render(request, "campaigns/board.html", context)


def _mine(request: Request, found: Status) -> frozenset[int]:
    """The units that the reader supervises: named herself, or keeping the level above."""
    units = [(one.unit, one.wave) for one in found.units]
    person = getattr(request.user, "person_id", None)
    return frozenset(
        one
        for one, told in supervision(found.campaign, units, found.day).items()
        if told.is_hers(request.actor, person)
    )


def unit(request: Request, slug: str, code: str) -> HttpResponse:
    """The evidence of one unit, gate by gate."""
    return _unit(request, slug, code)


@takes_form_of("campaigns:unit")
def say(request: Request, slug: str, code: str) -> HttpResponse:
    """Accept a piece of evidence, or return it."""
    one = campaign_or_404(request, slug)
    state = _state(request, one, code)
    gate, verdict = request.POST.get("gate", ""), request.POST.get("verdict", "")
    number = request.POST.get("record", "")
    if gate not in Gate.values or verdict not in Verdict.values or not number.isdecimal():
        raise Http404
    try:
        review(
            campaign=one, federation_id=state.unit.federation_id, gate=Gate(gate),
            record_id=int(number), verdict=Verdict(verdict), today=today(), by=request.actor,
            reason=request.POST.get("reason", ""),
        )  # fmt: skip
    except JinguoError as refusal:
        messages.error(request, str(refusal))
    else:
        told = _("Accepted.") if verdict == Verdict.ACCEPTED else _("Returned.")
        messages.success(request, told)
    return _back(one, code)


@takes_form_of("campaigns:unit")
def file(request: Request, slug: str, code: str) -> HttpResponse:
    """File the result of an election."""
    one = campaign_or_404(request, slug)
    state = _state(request, one, code)
    form = FilingForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            file_result(
                federation_id=state.unit.federation_id,
                elected_on=form.cleaned_data["elected_on"],
                paper=taken_in(form.cleaned_data["paper"]), note=form.cleaned_data["note"],
                today=today(), by=request.actor,
            )  # fmt: skip
        except JinguoError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The result is filed."))
            if Gate.ORGANISATION not in _state(request, one, code).gates:
                messages.warning(request, _still_open(one, form.cleaned_data["elected_on"]))
            return _back(one, code)
    return _unit(request, slug, code, form)


def _unit(request: Request, slug: str, code: str, form: FilingForm | None = None) -> HttpResponse:
    one = campaign_or_404(request, slug)
    days = days_of(request)
    found, state = _status(request, one, code, days)
    federation_id = state.unit.federation_id
    place = latest(state.unit.place.division_id)
    words = shown(state.gates)
    photos = pictures(state.gates, words, request.actor)
    form = form or FilingForm(initial={"elected_on": _elected(one, state)})
    context = {
        "campaign": one,
        "days": days,
        "state": state,
        "place": place,
        "lines": [
            {
                "cell": cell,
                "proof": state.gates.get(cell.gate),
                "words": words.get(cell.gate),
                "pictures": photos.get(cell.gate, []),
                "record": record_address(state.gates[cell.gate], place, one)
                if cell.gate in state.gates
                else "",
                "review": state.reviews.get(cell.gate),
            }
            for cell in cells(state)
        ],
        "form": form,
        "steps": steps(one, days.day, {federation_id: state.wave}, found.proofs)[federation_id],
        "next": next(iter(state.open), None),
        "struck": struck_filings(state.unit.federation_id),
        "findings": [
            line
            for line in findings_of(days.day, [federation_id], campaign=one)
            if line.state in UNSETTLED
        ],
        "supervised": supervision(one, [(state.unit, state.wave)], days.day)[federation_id],
        "reviews": may_review(request.actor, place),
        "records": request.actor.may(RECORD, place.code),
    }
    return render(request, "campaigns/unit.html", context, status=400 if form.errors else 200)


def _still_open(campaign: Campaign, elected_on: date) -> str:
    if campaign.anew and elected_on < campaign.starts_on:
        text = _("The gate stays open: elections before %(day)s do not count for this campaign.")
        return text % {"day": day_in_words(campaign.starts_on)}
    return _("The gate stays open: the committee of that day does not meet the composition.")


def _elected(campaign: Campaign, state: UnitState) -> date | None:
    """The day on which the term that sits began by the roster: known, so not asked again."""
    if Gate.ORGANISATION in state.gates:
        return None
    unit = state.unit.federation_id
    began = max(terms([unit])[unit], default=None)
    return None if began and campaign.anew and began < campaign.starts_on else began


def _state(request: Request, campaign: Campaign, code: str, days: Days | None = None) -> UnitState:
    return _status(request, campaign, code, days)[1]


def _status(
    request: Request, campaign: Campaign, code: str, days: Days | None = None
) -> tuple[Status, UnitState]:
    day = (days or days_of(request)).day
    place = unit_or_404(code, day, request.actor)
    found: Status = status(campaign, day, reader=request.actor, prefix=place.prefix)
    for one in found.units:
        if one.unit.place.division_id == place.division_id:
            return found, one
    raise Http404


def _around(day: date) -> list[date]:
    """The day before and the day after."""
    return [day - timedelta(days=1), day + timedelta(days=1)]


def _back(campaign: Campaign, code: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("campaigns:unit", args=[campaign.slug, code]))

"""The steps of a unit: which papers are there, which lack, and handing them in from a phone."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from jinguo.campaigns.actions import hand_in, strike_paper, unstrike_paper
from jinguo.campaigns.models import Campaign, StepPaper
from jinguo.campaigns.queries.plan import wave_of
from jinguo.campaigns.queries.steps import StepState, paper, papers_of, step_numbers, steps
from jinguo.campaigns.rules.papers import made_of
from jinguo.divisions.models import Level
from jinguo.files.queries import content
from jinguo.kernel.clock import today
from jinguo.kernel.errors import JinguoError
from jinguo.web.base.campaigns import campaign_or_404
from jinguo.web.base.photos import photo_response
from jinguo.web.base.posting import takes_form_of
from jinguo.web.base.recording import Unit, carried_out, unit_of_record, unit_with_records
from jinguo.web.base.request import Request
from jinguo.web.campaigns.forms import HandInForm

KINDS = {
    "pdf": "application/pdf",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True, slots=True)
class StepPage:
    """A step of a unit in a campaign, as the reader opened it."""

    campaign: Campaign
    unit: Unit
    state: StepState


def step(request: Request, slug: str, code: str, number: int) -> HttpResponse:
    """Its papers, where each comes from, and what was handed in."""
    page = _page_of(request, slug, code, number)
    return _shown(request, page, HandInForm(page.state, initial={"done_on": today()}))


@takes_form_of("campaigns:step")
def new(request: Request, slug: str, code: str, number: int) -> HttpResponse:
    """Hand papers in: each file is a record of its own, a file that is none is named."""
    page = _page_of(request, slug, code, number)
    form = HandInForm(page.state, request.POST, request.FILES)
    if not form.is_valid():
        return _shown(request, page, form)
    kept = 0
    for file in form.cleaned_data["sent"]:
        try:
            hand_in(
                campaign=page.campaign, federation_id=page.unit.federation_id,
                names=form.cleaned_data["names"], done_on=form.cleaned_data["done_on"],
                file=(file.name, file.read()), today=today(), by=request.actor,
            )  # fmt: skip
        except JinguoError as refusal:
            if not page.unit.writes:
                messages.error(request, str(refusal))
                return _to(page)
            form.add_error("sent", str(refusal))
        else:
            kept += 1
    if kept:
        messages.success(request, _("Handed in: %(count)s.") % {"count": kept})
    return _shown(request, page, form) if form.errors else _to(page)


def open_paper(request: Request, slug: str, number: int) -> HttpResponse:
    """A paper that was handed in, for whoever may see the unit: a photo, or a file to keep."""
    campaign_or_404(request, slug)
    found, _unit = _paper(request, number)
    if found.photo is not None:
        return photo_response(request, found.photo)
    if found.file is None:
        raise Http404
    name = f"{'、'.join(found.names)}.{found.suffix}"
    return HttpResponse(
        content(found.file.digest),
        content_type=KINDS[found.suffix],
        headers={"Content-Disposition": content_disposition_header(True, name)},
    )


@takes_form_of("home", bare=True)
def strike_out(request: Request, slug: str, number: int) -> HttpResponse:
    """Strike a paper out."""
    found, unit = _paper(request, number)
    why = request.POST.get("why", "")
    carried_out(
        request,
        lambda: strike_paper(paper_id=number, why=why, by=request.actor),
        _("Struck out. It can be put back."),
    )
    return _back(request, slug, unit, found)


@takes_form_of("home", bare=True)
def back(request: Request, slug: str, number: int) -> HttpResponse:
    """Put it back."""
    found, unit = _paper(request, number)
    carried_out(
        request,
        lambda: unstrike_paper(paper_id=number, by=request.actor),
        _("It counts again."),
    )
    return _back(request, slug, unit, found)


def _page_of(request: Request, slug: str, code: str, number: int) -> StepPage:
    one = campaign_or_404(request, slug)
    unit = unit_with_records(request, code)
    wave = wave_of(one, unit.federation_id, today())
    if wave is None and unit.place.level != Level.COUNTY:
        raise Http404
    states = steps(one, today(), {unit.federation_id: wave})[unit.federation_id]
    for state in states:
        if state.step.number == number:
            return StepPage(one, unit, state)
    raise Http404


def _shown(request: Request, page: StepPage, form: HandInForm) -> HttpResponse:
    context = {
        "page": page,
        "campaign": page.campaign,
        "unit": page.unit,
        "state": page.state,
        "names": [
            (name, page.state.papers.get(name), [one.label for one in made_of(name)])
            for name in page.state.step.papers
        ],
        "handed": papers_of(page.unit.federation_id, page.state.step.papers),
        "county": page.unit.place.level == Level.COUNTY,
        "form": form,
    }
    return render(request, "campaigns/step.html", context, status=400 if form.errors else 200)


def _paper(request: Request, number: int) -> tuple[StepPaper, Unit]:
    found = paper(number)
    unit = unit_of_record(request, found.federation_id if found else None, "paper", number)
    if found is None:
        raise Http404
    return found, unit


def _to(page: StepPage) -> HttpResponseRedirect:
    args = [page.campaign.slug, page.unit.place.prefix, page.state.step.number]
    return HttpResponseRedirect(reverse("campaigns:step", args=args))


def _back(request: Request, slug: str, unit: Unit, found: StepPaper) -> HttpResponseRedirect:
    """To the step of the campaign that asks for the paper."""
    one = campaign_or_404(request, slug)
    for step in step_numbers(one, found.names):
        return HttpResponseRedirect(reverse("campaigns:step", args=[slug, unit.place.prefix, step]))
    return HttpResponseRedirect(reverse("campaigns:board", args=[slug]))

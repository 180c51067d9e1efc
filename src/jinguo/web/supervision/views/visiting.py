"""Putting a visit on record from a phone."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from jinguo.campaigns.actions import VisitNote, add_finding, amend_visit, record_visit
from jinguo.campaigns.models import Campaign, Sample, Visit
from jinguo.campaigns.queries.plan import campaigns
from jinguo.campaigns.queries.sampling import sample
from jinguo.files.queries import left_over
from jinguo.kernel import clock
from jinguo.kernel.errors import JinguoError
from jinguo.roster.queries.committees import committee
from jinguo.web.base.amending import amended, carried, refused, texts
from jinguo.web.base.handing import Handed, handed_in
from jinguo.web.base.posting import takes_form_of
from jinguo.web.base.recording import Unit
from jinguo.web.base.request import Request
from jinguo.web.supervision.forms import MOST, Row, VisitForm, empty_row, read, rows_of
from jinguo.web.supervision.units import unit_to_visit, visit_to_change

SPARE = timedelta(days=1)
"""How long photos that were handed in and not used are offered again."""
NOTHING = Handed([], [])


def new(request: Request, code: str) -> HttpResponse:
    """One screen: day, who went, what was seen, photos, and what is to be mended."""
    unit, today = unit_to_visit(request, code), clock.today()
    if request.method != "POST":
        first = VisitForm(initial={"visited_on": today, "visitors": request.actor.name})
        return _page(request, unit, first, [empty_row(today)], NOTHING)
    form, rows, handed = VisitForm(request.POST), rows_of(request.POST), handed_in(request)
    if "more" in request.POST:
        if len(rows) < MOST:
            rows.append(empty_row(today))
        return _page(request, unit, VisitForm(initial=request.POST.dict()), rows, handed)
    right = form.is_valid()
    found = read(rows, form.cleaned_data.get("visited_on") or today)
    if right and not handed.refused and not any(row.fault for row in rows):
        campaign, drawn = _meant(request)
        note = VisitNote(**form.cleaned_data, findings=found)
        try:
            made = record_visit(
                federation_id=unit.federation_id, note=note, today=today,
                by=request.actor, campaign=campaign, sample=drawn, photo_ids=handed.ids,
            )  # fmt: skip
        except JinguoError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The visit is recorded."))
            return HttpResponseRedirect(reverse("supervision:visit", args=[made.pk]))
    return _page(request, unit, form, rows, handed)


def change(request: Request, visit_id: int) -> HttpResponse:
    """Day, who went and what was seen, said otherwise."""
    found, unit = visit_to_change(request, visit_id)
    if request.method != "POST":
        first = {name: getattr(found, name) for name in VisitForm.base_fields}
        return _page(request, unit, VisitForm(initial=first), [], NOTHING, found, texts(first))
    form = VisitForm(request.POST)
    was = carried(request.POST, form)
    if form.is_valid():
        said = amended(form, was)
        try:
            amend_visit(
                visit_id=found.pk, values=said.values, shown=said.shown, today=clock.today(),
                by=request.actor,
            )  # fmt: skip
        except JinguoError as refusal:
            was = refused(form, refusal, was)
        else:
            messages.success(request, _("The visit is changed."))
            return HttpResponseRedirect(reverse("supervision:visit", args=[found.pk]))
    return _page(request, unit, form, [], NOTHING, found, was)


@takes_form_of("supervision:visit")
def add(request: Request, visit_id: int) -> HttpResponse:
    """Something else that the visit found."""
    found, _unit = visit_to_change(request, visit_id)
    rows = rows_of(request.POST)
    said = read(rows, found.visited_on)
    faults = [row.fault for row in rows if row.fault]
    if not said and not faults:
        faults = [_("Say in a sentence what is to be mended.")]
    try:
        for one in () if faults else said:
            add_finding(visit_id=found.pk, found=one, by=request.actor)
    except JinguoError as refusal:
        faults = [str(refusal)]
    for fault in faults:
        messages.error(request, fault)
    return HttpResponseRedirect(reverse("supervision:visit", args=[found.pk]))


def _meant(request: Request) -> tuple[Campaign | None, Sample | None]:
    """The campaign and the sample the visit belongs to, as far as the reader knows them."""
    words = request.POST if request.method == "POST" else request.GET
    slug, number = words.get("campaign", ""), words.get("sample", "")
    for one in campaigns(request.actor) if slug else ():
        if one.slug == slug:
            known = number.isdecimal() and len(number) < 5
            return one, sample(one, int(number)) if known else None
    return None, None


def _page(
    request: Request,
    unit: Unit,
    form: VisitForm,
    rows: list[Row],
    handed: Handed,
    found: Visit | None = None,
    was: dict[str, str] | None = None,
) -> HttpResponse:
    wrong = bool(form.errors or handed.refused or any(row.fault for row in rows))
    campaign, drawn = _meant(request)
    shown = found is None and not form.is_bound and request.method != "POST"
    context = {
        "unit": unit,
        "form": form,
        "rows": rows,
        "handed": handed,
        "visit": found,
        "was": was or {},
        "campaign": campaign,
        "sample": drawn,
        "campaigns": [] if found else [one for one in campaigns(request.actor) if one.started_at],
        "committee": [] if found else committee(unit.federation_id, clock.today()),
        "today": clock.today(),
        "most": len(rows) >= MOST,
        "spare": left_over(request.actor.id, timezone.now() - SPARE) if shown else [],
    }
    return render(request, "supervision/form.html", context, status=400 if wrong else 200)

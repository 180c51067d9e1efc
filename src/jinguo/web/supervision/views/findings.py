"""The page of one finding: its history, the unit's answer, and what the level above says of it."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from jinguo.campaigns.actions import (
    amend_finding,
    close_finding,
    put_finding_back,
    report_mended,
    send_back,
    withdraw_finding,
)
from jinguo.campaigns.enums import MendingStep
from jinguo.campaigns.queries.supervision import Standing, owners
from jinguo.campaigns.rules.findings import may_follow
from jinguo.kernel.actor import RECORD
from jinguo.kernel.clock import today
from jinguo.kernel.errors import JinguoError
from jinguo.roster.queries.committees import committee
from jinguo.web.base.amending import amended, carried, refused, texts
from jinguo.web.base.handing import Handed, handed_in
from jinguo.web.base.photos import photo_response
from jinguo.web.base.posting import takes_form_of
from jinguo.web.base.recording import Unit, carried_out
from jinguo.web.base.refusing import Refused
from jinguo.web.base.request import Request
from jinguo.web.base.reuse import reuses
from jinguo.web.supervision.forms import LONGEST, FindingForm
from jinguo.web.supervision.units import finding_seen, supervises


def one(request: Request, finding_id: int) -> HttpResponse:
    """What is to be mended, by whom and when, and what was said of it so far."""
    found, unit = finding_seen(request, finding_id)
    return _page(request, found, unit)


@takes_form_of("supervision:finding")
def say(request: Request, finding_id: int) -> HttpResponse:
    """Mended, sent back or signed off; what was typed is kept where it cannot be said."""
    found, unit = finding_seen(request, finding_id)
    kind, note = request.POST.get("kind", ""), request.POST.get("note", "").strip()[:LONGEST]
    if kind not in MendingStep.values:
        raise Http404
    if not unit.writes:
        raise Refused("finding", finding_id, code=unit.place.code, right=RECORD)
    handed = handed_in(request) if kind == MendingStep.REPORTED else Handed([], [])
    if handed.refused:
        return _page(request, found, unit, handed=handed, note=note, fault=handed.refused[0])
    try:
        told = _said(request, MendingStep(kind), finding_id, note, handed)
    except JinguoError as refusal:
        return _page(request, found, unit, handed=handed, note=note, fault=str(refusal))
    messages.success(request, told)
    return HttpResponseRedirect(reverse("supervision:finding", args=[finding_id]))


def _said(request: Request, kind: MendingStep, number: int, note: str, handed: Handed) -> str:
    by, day = request.actor, today()
    if kind is MendingStep.REPORTED:
        shown = handed.ids[0] if handed.ids else None
        report_mended(finding_id=number, today=day, by=by, note=note, photo_id=shown)
        return _("Reported as mended. Whoever visited you is to sign it off.")
    if kind is MendingStep.RETURNED:
        send_back(finding_id=number, reason=note, today=day, by=by)
        return _("Sent back to the unit with your reason.")
    close_finding(finding_id=number, today=day, by=by, note=note)
    return _("Signed off.")


def change(request: Request, finding_id: int) -> HttpResponse:
    """Its words, its day and whose it is, said otherwise."""
    found, unit = finding_seen(request, finding_id)
    one, seats = found.finding, committee(unit.federation_id, found.finding.raised_on)
    if not supervises(request, unit):
        raise Refused("finding", finding_id, code=unit.place.code, right=RECORD)
    first = {name: getattr(one, name) for name in FindingForm.base_fields}
    form, was = FindingForm(seats, initial=first), texts(first)
    if request.method == "POST":
        form = FindingForm(seats, request.POST)
        was = carried(request.POST, form)
        if form.is_valid():
            said = amended(form, was)
            try:
                amend_finding(
                    finding_id=one.pk, values=said.values, shown=said.shown, by=request.actor
                )
            except JinguoError as refusal:
                was = refused(form, refusal, was)
            else:
                messages.success(request, _("The finding is changed."))
                return HttpResponseRedirect(reverse("supervision:finding", args=[one.pk]))
    context = {"unit": unit, "finding": one, "form": form, "was": was}
    status = 400 if form.errors else 200
    return render(request, "supervision/amend_finding.html", context, status=status)


@takes_form_of("supervision:finding")
def withdraw(request: Request, finding_id: int) -> HttpResponse:
    """It was none."""
    why = request.POST.get("why", "").strip()[:LONGEST]

    def deed() -> object:
        return withdraw_finding(finding_id=finding_id, why=why, by=request.actor)

    return _decided(request, finding_id, deed, _("Withdrawn. It can be put back."))


@takes_form_of("supervision:finding")
def put_back(request: Request, finding_id: int) -> HttpResponse:
    """It was one after all."""

    def deed() -> object:
        return put_finding_back(finding_id=finding_id, by=request.actor)

    return _decided(request, finding_id, deed, _("Put back. It counts again."))


def _decided(
    request: Request, number: int, deed: Callable[[], object], told: str
) -> HttpResponseRedirect:
    _found, unit = finding_seen(request, number)
    if not supervises(request, unit):
        raise Refused("finding", number, code=unit.place.code, right=RECORD)
    carried_out(request, deed, told)
    return HttpResponseRedirect(reverse("supervision:finding", args=[number]))


def photo(request: Request, finding_id: int, photo_id: int) -> HttpResponse:
    """A photo of an answer, for whoever may see the finding."""
    found, _unit = finding_seen(request, finding_id)
    for step in found.steps:
        if step.photo_id == photo_id and step.photo:
            return photo_response(request, step.photo)
    raise Http404


def _page(
    request: Request,
    found: Standing,
    unit: Unit,
    *,
    handed: Handed | None = None,
    note: str = "",
    fault: str = "",
) -> HttpResponse:
    above = supervises(request, unit)
    can = {step.value: may_follow(found.state, step) for step in MendingStep}
    context = {
        "unit": unit,
        "one": found,
        "finding": found.finding,
        "owner": owners([found], today())[found.finding.pk],
        "supervises": above,
        "answers": unit.writes and not above and can["reported"],
        "closes": above and can["closed"],
        "returns": above and can["returned"],
        "reuses": reuses(
            [step.photo_id for step in found.steps if step.photo_id],
            request.actor,
            but=[("finding", found.finding.pk)],
        ),
        "handed": handed,
        "note": note,
        "fault": fault,
    }
    return render(request, "supervision/finding.html", context, status=400 if fault else 200)

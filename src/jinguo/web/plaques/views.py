"""The plaque of a unit: how it must read, hanging it, saying it otherwise, striking it out."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from jinguo.divisions.models import Level
from jinguo.files.actions import keep_photo
from jinguo.kernel.actor import RECORD
from jinguo.kernel.clock import today
from jinguo.kernel.errors import JinguoError
from jinguo.plaques.actions import amend, hang, strike, unstrike
from jinguo.plaques.models import Plaque
from jinguo.plaques.queries import (
    board_of,
    plaque,
    plaques_of,
    specified_for,
    text_of,
    unit_of,
)
from jinguo.plaques.rules import size_of
from jinguo.web.base.amending import amended, carried, refused, texts
from jinguo.web.base.photos import photo_response
from jinguo.web.base.posting import takes_form_of
from jinguo.web.base.recording import (
    Unit,
    carried_out,
    unit_of_record,
    unit_to_write,
    unit_with_records,
)
from jinguo.web.base.refusing import Refused
from jinguo.web.base.request import Request
from jinguo.web.base.returning import campaign_page, carry, onward
from jinguo.web.plaques.drawings import why_not_drawn
from jinguo.web.plaques.forms import AmendedPlaqueForm, PlaqueForm


def plaque_page(request: Request, code: str) -> HttpResponse:
    """How it must read, and what is recorded."""
    unit = unit_with_records(request, code)
    specified, text = specified_for(unit.place, today())
    line = (*unit.trail, unit.place)
    words = {
        "specified": specified,
        "fault": why_not_drawn(text, board_of(specified)),
        "size": size_of(board_of(specified), text),
        "county": next((one for one in line if one.level == Level.COUNTY), None),
        "many": unit.place.level < Level.VILLAGE,
        "unit": unit,
        "place": unit.place,
        "trail": unit.trail,
        "text": text,
        "plaques": plaques_of(unit.federation_id),
        "carry": carry(request),
        "campaign_page": campaign_page(request, unit),
    }
    return render(request, "plaques/unit.html", words)


def new(request: Request, code: str) -> HttpResponse:
    """Record that it hangs: where, since when, a photo."""
    unit = unit_to_write(request, code)
    if request.method != "POST":
        return _form(request, unit, PlaqueForm(initial={"hung_on": today()}))
    form = PlaqueForm(request.POST, request.FILES)
    if form.is_valid():
        told = form.cleaned_data
        try:
            with transaction.atomic():
                hang(
                    federation_id=unit.federation_id, place=told["place"],
                    hung_on=told["hung_on"], photo_id=_kept(request, told["photo"]), today=today(),
                    by=request.actor,
                )  # fmt: skip
        except JinguoError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The plaque is recorded."))
            return onward(request, unit, "plaques:unit", code)
    return _form(request, unit, form)


def change(request: Request, number: int) -> HttpResponse:
    """What is recorded of a plaque, to be said otherwise."""
    unit = unit_of_record(request, unit_of(number), "plaque", number)
    found = plaque(number)
    if found is None:
        raise Http404
    if not unit.writes:
        raise Refused("plaque", number, code=unit.place.code, right=RECORD)
    if request.method != "POST":
        now = {"place": found.place, "hung_on": found.hung_on}
        return _form(request, unit, AmendedPlaqueForm(initial=now), found, texts(now))
    form = AmendedPlaqueForm(request.POST, request.FILES)
    was = carried(request.POST, form)
    if form.is_valid():
        told = amended(form, was)
        try:
            with transaction.atomic():
                values, file = told.values, told.values.pop("photo")
                if file is not None:
                    values["photo_id"] = _kept(request, file)
                amend(
                    plaque_id=number, values=values, shown=told.shown, today=today(),
                    by=request.actor,
                )  # fmt: skip
        except JinguoError as refusal:
            was = refused(form, refusal, was)
        else:
            messages.success(request, _("The record of the plaque is changed."))
            return onward(request, unit, "plaques:unit", unit.place.prefix)
    return _form(request, unit, form, found, was)


def _kept(request: Request, file: Any) -> int:
    """The photo that came with the form, kept."""
    return keep_photo(name=file.name or "", content=file.read(), by=request.actor).pk


@takes_form_of("home", bare=True)
def strike_out(request: Request, number: int) -> HttpResponse:
    """Strike the record of a plaque out."""
    unit = unit_of_record(request, unit_of(number), "plaque", number)
    why = request.POST.get("why", "")
    carried_out(
        request,
        lambda: strike(plaque_id=number, why=why, by=request.actor),
        _("Struck out. It can be put back."),
    )
    return onward(request, unit, "plaques:unit", unit.place.prefix)


@takes_form_of("home", bare=True)
def back(request: Request, number: int) -> HttpResponse:
    """Put it back."""
    unit = unit_of_record(request, unit_of(number), "plaque", number)
    carried_out(
        request,
        lambda: unstrike(plaque_id=number, by=request.actor),
        _("It counts again."),
    )
    return onward(request, unit, "plaques:unit", unit.place.prefix)


def photo(request: Request, number: int) -> HttpResponse:
    """The photo of a plaque, for whoever may see its record."""
    unit_of_record(request, unit_of(number), "plaque", number)
    found = plaque(number)
    if found is None or found.photo is None:
        raise Http404
    return photo_response(request, found.photo)


def _form(
    request: Request,
    unit: Unit,
    form: PlaqueForm,
    found: Plaque | None = None,
    was: dict[str, str] | None = None,
) -> HttpResponse:
    words = {
        "unit": unit,
        "plaque": found,
        "form": form,
        "was": was or {},
        "today": today(),
        "text": found.text if found else text_of(unit.place, today()),
        "carry": carry(request),
        "campaign_page": campaign_page(request, unit),
    }
    return render(request, "plaques/form.html", words, status=400 if form.errors else 200)

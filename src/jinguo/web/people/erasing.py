"""Erasing a woman: what goes and what stays is said first; her name is asked for once more."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from jinguo.kernel import clock
from jinguo.kernel.actor import ERASE
from jinguo.kernel.errors import JinguoError
from jinguo.roster.actions.erasing import erase_person
from jinguo.roster.actions.tracing import workbooks_of
from jinguo.roster.queries.people import PersonCard, person_card
from jinguo.roster.queries.traces import seat_units, traces
from jinguo.web.base.refusing import Refused
from jinguo.web.base.request import Request


class EraseForm(forms.Form):
    """Her name once more, and why."""

    name = forms.CharField(max_length=60)
    reason = forms.CharField(max_length=120)


def erase(request: Request, person_id: int) -> HttpResponse:
    """Ask once, showing everything; then erase for good."""
    today = clock.today()
    card = person_card(person_id, today, request.actor)
    if card is None or not any(request.actor.may(ERASE, one.unit_code) for one in card.holdings):
        raise Refused("person", person_id, right=ERASE)
    if card.erased:
        return HttpResponseRedirect(reverse("people:person", args=[person_id]))
    form = EraseForm(request.POST if request.method == "POST" else None)
    refusal = None
    if form.is_valid():
        try:
            erase_person(person_id=person_id, today=today, by=request.actor, **form.cleaned_data)
        except JinguoError as error:
            refusal = str(error)
        else:
            messages.success(request, _("Erased. Her seats are counted as before."))
            return HttpResponseRedirect(reverse("people:person", args=[person_id]))
    context = _context(card) | {"form": form, "refusal": refusal, "today": today}
    status = 400 if form.errors or refusal else 200
    return render(request, "people/erase.html", context, status=status)


def _context(card: PersonCard) -> dict[str, Any]:
    known = [fact.title for fact in card.facts if fact.value]
    return {
        "card": card,
        "known": known,
        "units": seat_units(card.person_id),
        "traces": traces(card.person_id),
        "workbooks": workbooks_of(card.person_id),
    }

"""The list of congresses, and calling one."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from jinguo.elections.actions.calling import call
from jinguo.elections.enums import RuleKind
from jinguo.elections.queries.listing import congresses, electing_units
from jinguo.elections.queries.rulebook import rule_book
from jinguo.federations.queries import federations_of
from jinguo.kernel.actor import ELECT
from jinguo.kernel.clock import today
from jinguo.kernel.errors import JinguoError
from jinguo.roster.queries.committees import committee
from jinguo.roster.queries.seats import seat_lines
from jinguo.web.base.context import home_code
from jinguo.web.base.refusing import Refused
from jinguo.web.base.request import Request
from jinguo.web.base.scope import unit_or_404
from jinguo.web.elections.forms import CallForm


def start(request: Request) -> HttpResponse:
    """Congresses the reader may see; units in which she may call one."""
    day = today()
    units = electing_units(day, reader=request.actor)
    context = {"lines": congresses(day, reader=request.actor), "units": units}
    context["home"] = home_code(request.actor)
    chosen = request.GET.get("unit", "")
    if chosen in {unit.code for unit in units}:
        page = reverse("elections:call", args=[chosen])
        return HttpResponseRedirect(f"{page}?fill=1" if "fill" in request.GET else page)
    return render(request, "elections/start.html", context)


def call_congress(request: Request, code: str) -> HttpResponse:
    """Say when and for how many seats the congress of a unit is held."""
    day = today()
    place = unit_or_404(code, day, request.actor)
    federation_id = federations_of([place.division_id]).get(place.division_id)
    if federation_id is None:
        raise Http404
    if not request.actor.may(ELECT, place.code):
        raise Refused("unit", code, code=place.code, right=ELECT)
    seats = committee(federation_id, day)
    vice = sum(seat.post == "vice_chair" for seat in seats)
    lines = seat_lines(federation_id, day)
    filling = "fill" in request.GET or "by_election" in request.POST
    first = {
        "by_election": filling,
        "executives": lines.vacancies if filling else len(seats) + lines.vacancies or None,
        "vice_chairs": vice or 1,
        "held_on": day,
    }
    form = CallForm(request.POST or None, initial=first)
    if form.is_valid():
        try:
            made = call(federation_id=federation_id, words=form.words(), by=request.actor)
        except JinguoError as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("The congress is called."))
            return HttpResponseRedirect(reverse("elections:congress", args=[made.pk]))
    book = rule_book(place.code, place.level, day)
    context = {
        "form": form,
        "short": place.short,
        "back": reverse("elections:start"),
        "bounds": book.bounds(RuleKind.DELEGATES),
        "book": book,
        "new": True,
        "filling": filling,
        "vacant": lines.vacancies,
    }
    return render(request, "elections/call.html", context)

"""Rights lent for a time: the list, a new one, ending one."""

from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from jinguo.access.actions.delegating import delegate, end_delegation, may_lend
from jinguo.access.models import Role
from jinguo.access.queries.delegations import colleagues, delegations
from jinguo.access.rules import LEVELS
from jinguo.divisions.queries import Place
from jinguo.federations.queries import federation_name, federations_of
from jinguo.kernel.actor import APPOINT
from jinguo.kernel.clock import today
from jinguo.kernel.errors import JinguoError
from jinguo.web.base.context import home_code
from jinguo.web.base.paging import numbers, page_number
from jinguo.web.base.posting import takes_form_of
from jinguo.web.base.refusing import Refused
from jinguo.web.base.request import Request
from jinguo.web.base.scope import trail, unit_or_404
from jinguo.web.delegations.forms import LoanForm

PAGE = 30
USUAL = timedelta(days=30)
LENT = (Role.VILLAGE, Role.TOWNSHIP, Role.COUNTY, Role.EXECUTIVE)
"""Roles that are lent; keeping accounts and the audit are given by name only."""


def every(request: Request) -> HttpResponse:
    """What I gave, what I hold, and what holds in units whose posts I give."""
    day = today()
    home = home_code(request.actor)
    place = unit_or_404(home, day, request.actor) if home else None
    page = page_number(request)
    found = delegations(request.actor, day, page=page, size=PAGE)
    context = {
        "found": found,
        "numbers": numbers(page, found.total, PAGE, {}),
        "home": home if place and _roles(request, place) else "",
    }
    return render(request, "delegations/list.html", context)


def new(request: Request, code: str) -> HttpResponse:
    """Lend a role on a unit."""
    day = today()
    place = unit_or_404(code, day, request.actor)
    roles = _roles(request, place)
    if not roles:
        raise Refused("unit", code, code=place.code, right=APPOINT)
    federation = federations_of([place.division_id], day).get(place.division_id)
    people = colleagues(federation, day, but=request.actor.id) if federation else []
    first = {"starts_on": day, "until": day + USUAL, "acting": "acting" in request.GET}
    form = LoanForm(request.POST or None, people=people, roles=roles, initial=first)
    if form.is_valid():
        try:
            delegate(loan=form.loan(place), by=request.actor, today=day)
        except JinguoError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The delegation is recorded."))
            return HttpResponseRedirect(reverse("delegations:list"))
    words = {
        "form": form,
        "place": place,
        "name": federation_name(place),
        "trail": trail(place, day, request.actor),
        "people": people,
    }
    return render(request, "delegations/new.html", words, status=400 if form.errors else 200)


@takes_form_of("delegations:list")
def end(request: Request) -> HttpResponse:
    """End one before its day."""
    number = request.POST.get("delegation", "")
    one = int(number) if number.isdecimal() else 0
    try:
        end_delegation(delegation_id=one, today=today(), by=request.actor)
    except JinguoError:
        raise Http404 from None
    messages.success(request, _("The delegation is ended."))
    return HttpResponseRedirect(reverse("delegations:list"))


def _roles(request: Request, place: Place) -> list[str]:
    """What the reader can lend on a unit, the widest first."""
    return [
        role
        for role in LENT
        if place.level in LEVELS[role]
        and may_lend(request.actor, role, place)
        and (role != Role.EXECUTIVE or may_lend(request.actor, Role.VILLAGE, place))
    ]

"""Changing one seat: another post, another kind, other categories; or leaving it."""

import json
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from jinguo.kernel import clock
from jinguo.kernel.errors import JinguoError
from jinguo.roster.actions.deciding import Departure, Member, decide
from jinguo.roster.enums import Deed, Kind, Leaving, Post
from jinguo.roster.models import Appointment
from jinguo.roster.queries.state import body_of
from jinguo.roster.queries.vocabulary import category_names
from jinguo.roster.rules.facts import SEAT_FACTS
from jinguo.web.base.request import Request
from jinguo.web.posts.forms import LeaveForm, SeatForm
from jinguo.web.posts.unit import posts_unit_or_404, seat_or_404
from jinguo.web.posts.views.told import done


def change(request: Request, code: str, seat_id: int) -> HttpResponse:
    """Another post, or the same otherwise, from a day on."""
    today = clock.today()
    unit = posts_unit_or_404(request, code, today)
    seat = seat_or_404(unit, seat_id)
    choices = list(category_names().items())
    if request.method == "POST":
        form = SeatForm(request.POST, categories=choices)
        if form.is_valid():
            data = form.cleaned_data
            facts = {name: data[name] for name in SEAT_FACTS} | {
                "post": Post(data["post"]),
                "kind": Kind(data["kind"]),
                "categories": (*_unlisted(seat, choices), *data["categories"]),
            }
            try:
                batch = decide(
                    federation_id=unit.federation_id, deed=Deed.CHANGE, day=data["day"],
                    today=today, by=request.actor, reason=data["reason"],
                    enter=[Member(**facts, person_id=seat.person_id, name=seat.person.name)],
                    shown=_shown(request, seat),
                )  # fmt: skip
            except JinguoError as refusal:
                form.add_error(None, str(refusal))
            else:
                words = {"name": str(seat.person), "post": facts["post"].label}
                told = _("Entered: %(name)s, %(post)s.") % words
                return done(request, unit, batch, told)
    else:
        first = {name: getattr(seat, name) for name in SEAT_FACTS} | {"day": today}
        form = SeatForm(initial=first, categories=choices)
    words = {"unit": unit, "seat": seat, "form": form, "shown": _facts(seat)}
    return render(request, "posts/change.html", words, status=400 if form.errors else 200)


def leave(request: Request, code: str, seat_id: int) -> HttpResponse:
    """She leaves her post from a day on; her seat is vacant then."""
    today = clock.today()
    unit = posts_unit_or_404(request, code, today)
    seat = seat_or_404(unit, seat_id)
    form = LeaveForm(request.POST if request.method == "POST" else None, initial={"day": today})
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        going = Departure(seat.person_id, Leaving(data["why"]), body_of(seat.post))
        try:
            batch = decide(
                federation_id=unit.federation_id, deed=Deed.RELEASE, day=data["day"], today=today,
                by=request.actor, leave=[going], reason=data["reason"],
                shown=_shown(request, seat),
            )  # fmt: skip
        except JinguoError as refusal:
            form.add_error(None, str(refusal))
        else:
            return done(
                request, unit, batch, _("Entered: %(name)s leaves.") % {"name": seat.person}
            )
    words = {"unit": unit, "seat": seat, "form": form, "shown": _facts(seat)}
    return render(request, "posts/leave.html", words, status=400 if form.errors else 200)


def _facts(seat: Appointment) -> str:
    """The seat as this page shows it; after a conflict, as it is now."""
    return json.dumps({name: getattr(seat, name) for name in SEAT_FACTS}, ensure_ascii=False)


def _shown(request: Request, seat: Appointment) -> dict[int, dict[str, Any]]:
    """The seat as the page showed it to whoever sends the form."""
    try:
        facts = json.loads(request.POST.get("shown", "{}"))
    except ValueError:
        return {}
    return {seat.pk: facts} if isinstance(facts, dict) else {}


def _unlisted(seat: Appointment, choices: list[tuple[str, str]]) -> list[str]:
    """Categories of hers that the county's list does not have: no form takes them away."""
    listed = {slug for slug, _name in choices}
    return [slug for slug in seat.categories if slug not in listed]

"""A code that meant nothing on the day asked for: where its place is, or why there is none."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from jinguo.divisions.errors import DivisionUnknown
from jinguo.divisions.queries import Place, place_of
from jinguo.divisions.queries.meanings import meanings
from jinguo.kernel.actor import Actor
from jinguo.web.base.days import Days, days_of
from jinguo.web.base.refusing import Refused
from jinguo.web.base.scope import may_see


@dataclass(frozen=True, slots=True)
class Link:
    """A day on which the code meant something."""

    url: str
    name: str
    day: date


def explain(request: HttpRequest, unknown: DivisionUnknown, reader: Actor) -> HttpResponse:
    """Lead to the same place under the code of the day; else say when the code meant something.

    Raises ``Refused`` where the reader may see none of the places the code ever meant.
    """
    code, days = str(unknown.data["code"]), days_of(request)
    meant = [place for place in meanings(code) if may_see(place, reader)]
    if not meant:
        raise Refused("unit", code)  # on record only where the code ever meant something
    now = {there.prefix for one in meant if (there := place_of(one.division_id, days.day))}
    if len(now) == 1:
        return HttpResponseRedirect(_with_code(request, code, now.pop(), days))
    context = {"explanation": str(unknown), "links": _days_of_meaning(request, meant, days)}
    return render(request, "errors/elsewhere.html", context, status=404)


def _with_code(request: HttpRequest, old: str, new: str, days: Days) -> str:
    return request.path.replace(f"/{old}/", f"/{new}/", 1) + days.query


def _days_of_meaning(request: HttpRequest, meant: Sequence[Place], days: Days) -> list[Link]:
    links = []
    for place in meant:
        day = _nearest(place, days.day)
        links.append(Link(f"{request.path}?day={day.isoformat()}", place.name, day))
    return links


def _nearest(place: Place, day: date) -> date:
    """The day nearest to ``day`` on which the place was called so."""
    if place.valid_from and day < place.valid_from:
        return place.valid_from
    if place.valid_until and day >= place.valid_until:
        return date.fromordinal(place.valid_until.toordinal() - 1)
    return day

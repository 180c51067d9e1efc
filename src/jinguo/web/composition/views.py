"""What the composition rules say about a unit and the committees below it."""

from django.http import HttpResponse
from django.shortcuts import render

from jinguo.divisions.models import Level
from jinguo.federations.queries import federation_name, units_of
from jinguo.roster.queries.composition import judged
from jinguo.web.base.days import days_of
from jinguo.web.base.request import Request
from jinguo.web.base.scope import trail, unit_or_404
from jinguo.web.composition.matrix import matrices, sources


def verdicts(request: Request, code: str) -> HttpResponse:
    """A matrix for what lies below; for the unit itself every rule with the people counted."""
    days = days_of(request)
    place = unit_or_404(code, days.day, request.actor)
    units = units_of(place, days.day)
    found = judged(units, days.day, always=place.division_id)
    own = next((one for one in found if one.unit.place.division_id == place.division_id), None)
    if own and place.level <= Level.COUNTY and not own.seats:
        own = None  # a county's own committee is judged once it is recorded
    below = [unit for unit in units if unit.place.division_id != place.division_id]
    return render(
        request,
        "composition/verdicts.html",
        {
            "place": place,
            "name": federation_name(place),
            "trail": trail(place, days.day, request.actor),
            "own": own,
            "matrices": matrices(below, found),
            "sources": sources(found),
        },
    )

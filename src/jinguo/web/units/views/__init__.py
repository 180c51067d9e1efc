"""Pages of units: the level of the place decides which."""

from django.http import HttpResponse

from jinguo.divisions.models import Level
from jinguo.web.base.days import days_of
from jinguo.web.base.request import Request
from jinguo.web.base.scope import unit_or_404
from jinguo.web.units.views.county import county
from jinguo.web.units.views.township import township
from jinguo.web.units.views.village import village


def unit(request: Request, code: str) -> HttpResponse:
    """The page of the unit that had this code on the day asked for."""
    days = days_of(request)
    place = unit_or_404(code, days.day, request.actor)
    if place.level == Level.VILLAGE:
        return village(request, place, days)
    if place.level == Level.TOWNSHIP:
        return township(request, place, days)
    return county(request, place, days)

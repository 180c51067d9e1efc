"""Who is late, and how the pilot went beside the rest."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from jinguo.campaigns.enums import Gate
from jinguo.campaigns.queries.lateness import late_townships, late_units, pilot_compared
from jinguo.campaigns.queries.status import status
from jinguo.campaigns.queries.townships import townships
from jinguo.campaigns.rules.lateness import FEW
from jinguo.web.base.campaigns import campaign_or_404
from jinguo.web.base.days import days_of
from jinguo.web.base.paging import numbers, page_number
from jinguo.web.base.request import Request

PAGE = 30
MEASURES: dict[str, str | Promise] = {
    **{gate.value: gate.label for gate in Gate},
    "done": gettext_lazy("all four"),
    "first_to_last": gettext_lazy("from a unit's first gate to its last"),
}


def late(request: Request, slug: str) -> HttpResponse:
    """Townships and units by days late, and the pilot compared."""
    one = campaign_or_404(request, slug)
    days = days_of(request)
    found = status(one, days.day, reader=request.actor)
    units = late_units(found)
    page = page_number(request)
    words = {"day": days.day.isoformat()} if days.past else {}
    compared = pilot_compared(found)
    context = {
        "campaign": one,
        "days": days,
        "townships": late_townships(townships(found), days.day),
        "units": units[(page - 1) * PAGE : page * PAGE],
        "late": len(units),
        "numbers": numbers(page, len(units), PAGE, words),
        "compared": [(MEASURES[line.what], line.pilot, line.rest) for line in compared],
        "few": any(line.pilot.few or line.rest.few for line in compared),
        "least": FEW,
    }
    return render(request, "campaigns/late.html", context)

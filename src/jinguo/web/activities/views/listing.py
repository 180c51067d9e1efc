"""The activities of a unit and of all below it."""

from django.http import HttpResponse
from django.shortcuts import render

from jinguo.activities.queries import activities_of, how_many
from jinguo.divisions.queries import latest_of
from jinguo.federations.queries import units_of
from jinguo.kernel import clock
from jinguo.web.base.paging import numbers, page_number
from jinguo.web.base.recording import unit_with_records
from jinguo.web.base.request import Request

PAGE = 30


def unit(request: Request, code: str) -> HttpResponse:
    """Thirty a page, the latest first. A fixed number of queries, however many there are."""
    seen = unit_with_records(request, code)
    federations = {seen.federation_id}
    federations |= {one.federation_id for one in units_of(seen.place, clock.today())}
    total, page = how_many(federations), page_number(request)
    found = activities_of(federations, first=(page - 1) * PAGE, size=PAGE)
    context = {
        "unit": seen,
        "activities": found,
        "places": latest_of({one.federation.division_id for one in found}),
        "total": total,
        "whole": len(federations) > 1,
        "numbers": numbers(page, total, PAGE, {}),
    }
    return render(request, "activities/list.html", context)

"""The township page: its own committee, its villages, its history."""

from django.http import HttpResponse
from django.shortcuts import render

from jinguo.divisions.queries import Place, subtree
from jinguo.elections.queries.calendar import term_lines
from jinguo.federations.queries import units_of
from jinguo.roster.queries.composition import judged
from jinguo.roster.queries.summaries import summaries
from jinguo.web.base.days import Days
from jinguo.web.base.pressing import pressing
from jinguo.web.base.request import Request
from jinguo.web.units.states import squares
from jinguo.web.units.views.own import own_context


def township(request: Request, place: Place, days: Days) -> HttpResponse:
    """One township federation with the villages below it."""
    units = units_of(place, days.day)
    known = summaries([unit.federation_id for unit in units], days.day)
    verdicts = judged(units, days.day, always=place.division_id, phones=True)
    own, *villages = squares(subtree(place, days.day), units, verdicts, known)
    terms = term_lines(units, days.day)
    term = next((one for one in terms if own.unit and one.unit == own.unit), None)
    context = own_context(place, own.unit, own.summary, own.verdict, term, days, request.actor)
    context["villages"] = villages
    context["terms"] = pressing(terms, place, days)
    context["sitting"] = sum(bool(v.summary and v.summary.executives) for v in villages)
    return render(request, "units/township.html", context)

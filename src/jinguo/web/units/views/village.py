"""The village page: a plaque, a committee, a verdict, a history."""

from django.http import HttpResponse
from django.shortcuts import render

from jinguo.divisions.queries import Place
from jinguo.elections.queries.calendar import term_lines
from jinguo.federations.queries import units_of
from jinguo.roster.queries.composition import judged
from jinguo.roster.queries.summaries import summaries
from jinguo.web.base.days import Days
from jinguo.web.base.request import Request
from jinguo.web.units.views.own import own_context


def village(request: Request, place: Place, days: Days) -> HttpResponse:
    """One village federation, whether it sits on that day or not."""
    unit = next(iter(units_of(place, days.day)), None)
    summary = summaries([unit.federation_id], days.day).get(unit.federation_id) if unit else None
    verdicts = judged([unit], days.day, always=place.division_id, phones=True) if unit else []
    verdict = next(iter(verdicts), None)
    term = next(iter(term_lines([unit], days.day)), None) if unit else None
    context = own_context(place, unit, summary, verdict, term, days, request.actor)
    return render(request, "units/village.html", context)

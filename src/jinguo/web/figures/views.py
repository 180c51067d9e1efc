"""Figures of a unit on a day, and the rows behind each."""

from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from jinguo.divisions.models import Level
from jinguo.divisions.queries import Place, latest
from jinguo.federations.queries import federation_name
from jinguo.kernel.actor import CONTACTS
from jinguo.roster.queries.vocabulary import category_names
from jinguo.statistics import queries
from jinguo.statistics.enums import Counted
from jinguo.statistics.rules import INDICATORS
from jinguo.web.base.days import Days, days_of
from jinguo.web.base.paging import numbers, page_number
from jinguo.web.base.reasons import with_reason
from jinguo.web.base.refusing import Refused
from jinguo.web.base.request import Request
from jinguo.web.base.scope import trail, unit_or_404
from jinguo.web.figures.export import workbook
from jinguo.web.figures.tables import DRILL, LEVELS, NUMBERS, drill, levels_of, lines

PAGE = 50


def figures(request: Request, code: str) -> HttpResponse:
    """Every indicator of a unit, with its definition, and the units below it."""
    days = days_of(request)
    place = unit_or_404(code, days.day, request.actor)
    asked = (place.code, days.day, days.compare)
    found = queries.figures(*asked, reader=request.actor)
    below = queries.breakdown(*asked, reader=request.actor)
    drills = [
        (level, LEVELS[level], drill(below, level))
        for level in (levels_of(place.level) if place.level < Level.TOWNSHIP else ["village"])
    ]
    return render(
        request,
        "figures/figures.html",
        {
            "place": place,
            "name": federation_name(place),
            "trail": trail(place, days.day, request.actor),
            "levels": [LEVELS[level] for level in levels_of(place.level)],
            "lines": lines(found),
            "drills": drills if below else [],
            "columns": [INDICATORS[name] for name in DRILL],
        },
    )


def rows(request: Request, code: str, indicator: str, level: str) -> HttpResponse:
    """The people a number counts, fifty a page; their total is the number."""
    days = days_of(request)
    place = _asked(request, code, indicator, level, days)
    page = page_number(request)
    found = queries.rows(
        indicator, NUMBERS[level], place.code, days.day, days.compare,
        reader=request.actor, page=page, size=PAGE,
    )  # fmt: skip
    words = {"day": days.day.isoformat()}
    if days.compare:
        words["compare"] = days.compare.isoformat()
    return render(
        request,
        "figures/rows.html",
        {
            "place": place,
            "name": federation_name(place),
            "trail": trail(place, days.day, request.actor),
            "indicator": INDICATORS[indicator],
            "level": level,
            "level_title": LEVELS[level],
            "found": found,
            "seats": INDICATORS[indicator].counted != Counted.FEDERATIONS,
            "numbers": numbers(page, found.total, PAGE, words),
            "category_names": category_names(),
            "whole": urlencode(words),
            "reading": request.actor.may(CONTACTS, place.code),
        },
    )


def download(request: Request, code: str, indicator: str, level: str) -> HttpResponse:
    """The same rows as a workbook, whose head says who took them, when, and what they count."""
    days = days_of(request)
    place = _asked(request, code, indicator, level, days)
    return _workbook(request, place, indicator, level, "")


def numbered(request: Request, code: str, indicator: str, level: str) -> HttpResponse:
    """The same with telephone numbers in full, for who may read them and says why."""
    days = days_of(request)
    place = _asked(request, code, indicator, level, days)
    people = INDICATORS[indicator].counted != Counted.FEDERATIONS
    newest = latest(place.division_id).code
    if not people:
        raise Http404
    if not request.actor.may(CONTACTS, newest):
        raise Refused("unit", code, code=newest, right=CONTACTS)
    return with_reason(
        request,
        of=f"{federation_name(place)} · {INDICATORS[indicator].title} · {LEVELS[level]}",
        back=reverse("figures:rows", args=[code, indicator, level]) + days.query,
        write=lambda reason: _workbook(request, place, indicator, level, reason),
    )


def _workbook(
    request: Request, place: Place, indicator: str, level: str, reason: str
) -> HttpResponse:
    """With numbers in full where there is a reason."""
    days = days_of(request)
    asked = (NUMBERS[level], place.code, days.day, days.compare)
    found = queries.all_rows(indicator, *asked, reader=request.actor)
    chosen = INDICATORS[indicator]
    return workbook(request.actor, place, chosen, level, days, found, reason=reason)


def _asked(request: Request, code: str, indicator: str, level: str, days: Days) -> Place:
    if indicator not in INDICATORS or level not in LEVELS:
        raise Http404
    return unit_or_404(code, days.day, request.actor)

"""The calendar of terms: which committees are to be elected anew, and by when."""

from collections import Counter
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from jinguo.divisions.queries import Place
from jinguo.elections.enums import TermState
from jinguo.elections.queries.calendar import TermLine, term_lines
from jinguo.federations.queries import federation_name, units_of
from jinguo.kernel.actor import ELECT
from jinguo.web.base.days import Days, days_of
from jinguo.web.base.paging import numbers, page_number
from jinguo.web.base.request import Request
from jinguo.web.base.scope import trail, unit_or_404
from jinguo.web.elections.term_files import calendar_file, workbook

AT_ONCE = 50


def terms(request: Request, code: str) -> HttpResponse:
    """A line a unit, the most pressing first; a fixed number of queries, however many units."""
    days, place, lines = _lines(request, code)
    counts = Counter(line.state for line in lines)
    asked = request.GET.get("state", "")
    shown = [line for line in lines if line.state == asked] if asked in counts else lines
    page = page_number(request)
    words = {"day": days.day.isoformat()} if days.past else {}
    chosen = {**words, "state": asked} if asked in counts else words
    return render(
        request,
        "elections/terms.html",
        {
            "place": place,
            "name": federation_name(place),
            "trail": trail(place, days.day, request.actor),
            "states": [
                (state, counts[state], _address(code, {**words, "state": state}), state == asked)
                for state in TermState
                if counts[state]
            ],
            "all": (len(lines), _address(code, words), asked not in counts),
            "lines": shown[(page - 1) * AT_ONCE : page * AT_ONCE],
            "numbers": numbers(page, len(shown), AT_ONCE, chosen),
            "calling": request.actor.may(ELECT, place.code) and not days.past,
        },
    )


def download(request: Request, code: str) -> HttpResponse:
    """The whole calendar as a workbook."""
    days, place, lines = _lines(request, code)
    return workbook(place, lines, days.day, request.actor)


def subscribe(request: Request, code: str) -> HttpResponse:
    """Ends of terms to come as a calendar file with reminders, for phone or desk."""
    _days, place, lines = _lines(request, code)
    return calendar_file(place, lines)


def _lines(request: Request, code: str) -> tuple[Days, Place, list[TermLine]]:
    days = days_of(request)
    place = unit_or_404(code, days.day, request.actor)
    return days, place, term_lines(units_of(place, days.day), days.day)


def _address(code: str, words: dict[str, str]) -> str:
    return reverse("elections:terms", args=[code]) + (f"?{urlencode(words)}" if words else "")

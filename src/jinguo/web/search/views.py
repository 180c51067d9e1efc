"""The search page, which is the talent pool too, and what it found as a workbook."""

from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from jinguo.divisions.queries import Place, counties, place_of
from jinguo.kernel import clock
from jinguo.kernel.actor import CONTACTS, PERSONS
from jinguo.people.actions import learn_names
from jinguo.roster.actions.exporting import Excerpt, ExportRequest
from jinguo.roster.queries.search import Asked, FoundPage, Search, ask, facets, find, seats_found
from jinguo.roster.queries.vocabulary import category_names
from jinguo.web.base.context import home_code
from jinguo.web.base.days import Days, days_of
from jinguo.web.base.paging import numbers, page_number
from jinguo.web.base.reasons import with_reason
from jinguo.web.base.refusing import Refused
from jinguo.web.base.request import Request
from jinguo.web.base.workbooks import roster_workbook
from jinguo.web.search.asking import hints, narrowings, search_of, words_in

PAGE = 30


def people(request: Request) -> HttpResponse:
    """Whom the words fit, thirty a page, and how the list could be narrowed down."""
    days = days_of(request)
    asked = _asked(request, days)
    search, page = asked.search, page_number(request)
    found = FoundPage(0, 0, []) if search.empty else find(asked, page=page, size=PAGE)
    names = category_names()
    words = words_in(search, days)
    kinds = facets(asked) if found.total else {}
    return render(
        request,
        "search/people.html",
        {
            "search": search,
            "found": found,
            "narrowings": narrowings(search, days, kinds, names),
            "skilled": "skill" in kinds,
            "hints": hints(search, days),
            "numbers": numbers(page, found.total, PAGE, words),
            "category_names": names,
            "whole": urlencode(words),
            "keeping": bool(request.actor.prefixes(PERSONS)),
            "reading": bool(request.actor.prefixes(CONTACTS)),
        },
    )


def download(request: Request) -> HttpResponse:
    """Those found who sit on the day, in the layout that imports again."""
    return _workbook(request, "")


def numbers_(request: Request) -> HttpResponse:
    """The same with numbers in full, for who may read any and says why."""
    if not request.actor.prefixes(CONTACTS):
        raise Refused("address", request.path, right=CONTACTS)
    days = days_of(request)
    search = search_of(request, days)
    return with_reason(
        request,
        of=_("Found by: %(words)s") % {"words": _terms(search)},
        back=f"{reverse('search:people')}?{urlencode(words_in(search, days))}",
        write=lambda reason: _workbook(request, reason),
    )


def _workbook(request: Request, reason: str) -> HttpResponse:
    """With numbers in full where there is a reason."""
    days = days_of(request)
    asked = _asked(request, days)
    if asked.search.empty:
        raise Http404
    words = _("Found by: %(words)s") % {"words": _terms(asked.search)}
    top = _county(request, days)
    only = Excerpt(seats_found(asked), words)
    how = ExportRequest(top, days.day, clock.now(), only=only, contacts=bool(reason), reason=reason)
    return roster_workbook(how, request.actor)


def _terms(search: Search) -> str:
    """What was asked for, in words."""
    return " ".join([search.text, *search.chosen.values()]).strip() or _("Talent pool")


def _county(request: Request, days: Days) -> Place:
    """The county of the reader's own unit; what she may not see of it is left out anyway."""
    own = home_code(request.actor)
    county = next((one for one in counties() if own.startswith(one.prefix)), None)
    if county is None:
        raise Http404
    return place_of(county.division_id, days.day) or county


def _asked(request: Request, days: Days) -> Asked:
    """The search of an address, for somebody who may see a unit at all."""
    if not home_code(request.actor):
        raise Refused("address", request.path)
    search = search_of(request, days)
    if search.by_sound:
        learn_names()
    return ask(search)

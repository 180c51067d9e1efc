"""What I may and why; who may see one thing, or do something else with it."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from jinguo.access.queries.explaining import explain, givers, rights_on, who_may
from jinguo.access.queries.objects import Thing, thing_of
from jinguo.access.queries.sentences import givers_in_words, sentences
from jinguo.access.rules import RIGHTS
from jinguo.kernel.actor import IMPORT, VIEW
from jinguo.kernel.clock import today
from jinguo.web.base.paging import numbers, page_number
from jinguo.web.base.refusing import Refused
from jinguo.web.base.request import Request
from jinguo.web.rights.telling import by_reason, told

PAGE = 30
SEEN_BY = {"unit": VIEW, "person": VIEW, "congress": VIEW, "batch": IMPORT, "account": VIEW}
"""What there is to ask about → the right by which it is seen."""
PAGES = {
    "unit": "units:unit",
    "person": "people:person",
    "congress": "elections:congress",
    "batch": "imports:batch",
    "account": "accounts:account",
}


def mine(request: Request) -> HttpResponse:
    """Every right of the reader, by the post, role or delegation it comes from."""
    return render(request, "rights/mine.html", {"mine": by_reason(request.actor.grants)})


def unit(request: Request, code: str) -> HttpResponse:
    """Who may see a unit, or do something else there."""
    return one(request, "unit", code)


def one(request: Request, kind: str, number: int | str) -> HttpResponse:
    """Who may see a person, congress, batch, account or unit; what the reader may do, and why."""
    thing = _thing_or_404(request, kind, str(number))
    asked = request.GET.get("right", "")
    right = asked if asked in rights_on(kind) else SEEN_BY[kind]
    page, day = page_number(request), today()
    found = who_may(right, thing, day)
    start = (page - 1) * PAGE
    reasons = explain(request.actor, right, thing)
    context = {
        "thing": thing,
        "back": reverse(PAGES[kind], args=[number]),
        "right": right,
        "seeing": right == SEEN_BY[kind],
        "words": RIGHTS[right].title,
        "rights": [(name, RIGHTS[name].title) for name in rights_on(kind)],
        "why": sentences(reasons, thing.places),
        "instead": [] if reasons else givers_in_words(givers(right, thing, day)),
        "total": len(found),
        "holders": told(found[start : start + PAGE], thing.places),
        "numbers": numbers(page, len(found), PAGE, {"right": right}),
    }
    return render(request, "rights/who.html", context)


def _thing_or_404(request: Request, kind: str, number: str) -> Thing:
    thing = thing_of(kind, number, today()) if kind in SEEN_BY else None
    if thing is None:
        raise Http404
    if not explain(request.actor, SEEN_BY[kind], thing):
        raise Refused(kind, number, right=SEEN_BY[kind])
    return thing

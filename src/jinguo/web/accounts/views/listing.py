"""The list of accounts."""

from django.http import HttpResponse
from django.shortcuts import render

from jinguo.access.queries import account_page
from jinguo.access.queries.listing import STATES
from jinguo.kernel import clock
from jinguo.web.accounts.keeper import keeper_or_404
from jinguo.web.base.paging import numbers, page_number
from jinguo.web.base.request import Request

PAGE = 30


def accounts(request: Request) -> HttpResponse:
    """Who may sign in, thirty a page, found by name and by whether she does."""
    keeper_or_404(request)
    words = request.GET.get("q", "").strip()[:100]
    state = request.GET.get("state", "")
    state = state if state in STATES else ""
    page = page_number(request)
    found = account_page(
        request.actor, clock.today(), words=words, state=state, page=page, size=PAGE
    )
    kept = {name: value for name, value in (("q", words), ("state", state)) if value}
    return render(
        request,
        "accounts/list.html",
        {
            "found": found,
            "words": words,
            "state": state,
            "states": STATES,
            "numbers": numbers(page, found.total, PAGE, kept),
        },
    )

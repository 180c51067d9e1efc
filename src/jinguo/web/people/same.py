"""The same woman as …: another record of hers is sought by name, then compared with this one."""

from django.http import HttpResponse
from django.shortcuts import render

from jinguo.kernel import clock
from jinguo.people.actions import learn_names
from jinguo.roster.queries.duplicates import kept_among
from jinguo.roster.queries.search import Search, ask, find
from jinguo.web.base.paging import numbers, page_number
from jinguo.web.base.request import Request
from jinguo.web.people.correcting import keeper_card

PAGE = 20
LONGEST = 100


def same(request: Request, person_id: int) -> HttpResponse:
    """Whom the words fit, herself left out; her namesakes, until somebody types another name.

    A record that has posts outside the reader's part of the tree is shown and cannot be compared:
    the office above both decides.
    """
    card = keeper_card(request, person_id)
    typed = request.GET.get("q", card.name).strip()[:LONGEST]
    search = Search(typed, clock.today(), request.actor)
    if search.by_sound:
        learn_names()
    page = page_number(request)
    found = find(ask(search), page=page, size=PAGE)
    others = [one for one in found.people if one.person_id != person_id]
    words = {
        "card": card,
        "post": card.holdings[0],
        "typed": typed,
        "others": others,
        "further": page > 1 and found.total > 0,
        "kept": kept_among([one.person_id for one in others], request.actor),
        "numbers": numbers(page, found.total, PAGE, {"q": typed}),
    }
    return render(request, "people/same.html", words)

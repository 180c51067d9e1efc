"""Everybody's first page, and the long lists behind it."""

from dataclasses import dataclass
from typing import Any, cast

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from jinguo.accounts.models import Account
from jinguo.agenda.queries.burden import burden
from jinguo.agenda.queries.owing import owed
from jinguo.agenda.queries.reviewing import unsaid
from jinguo.agenda.rules.owed import Owed, title
from jinguo.delivery.actions.seeing import see
from jinguo.delivery.models import Notice
from jinguo.delivery.queries.ledger import inbox, unseen
from jinguo.divisions.models import Level
from jinguo.divisions.queries import place
from jinguo.elections.queries.calendar import term_lines
from jinguo.federations.queries import Unit, newest_codes, units_of
from jinguo.kernel import clock
from jinguo.kernel.actor import APPOINT, RECORD
from jinguo.web.agenda.below import lines
from jinguo.web.agenda.cards import cards
from jinguo.web.base.context import home_code
from jinguo.web.base.days import Days, days_of
from jinguo.web.base.paging import numbers, page_number
from jinguo.web.base.posting import takes_form_of
from jinguo.web.base.pressing import PRESSING, pressing
from jinguo.web.base.refusing import Refused
from jinguo.web.base.request import Request

FEW, PAGE = 5, 30


@dataclass(frozen=True, slots=True)
class Desk:
    """The reader's own unit, if it has a federation, and all below it.

    ``records``, ``appoints``: whether she does so there.
    """

    own: Unit | None
    below: tuple[Unit, ...]
    records: bool
    appoints: bool
    days: Days

    @property
    def ids(self) -> set[int]:
        """The federations below."""
        return {one.federation_id for one in self.below}


def today(request: Request) -> HttpResponse:
    """What is asked of her, of whom she looks after, and what waits for her word."""
    desk, person = _desk(request), cast(Account, request.user).person_id
    context = {"desk": desk, **_asked(request, desk), "reminders": [], "unseen": 0}
    if person:
        told = inbox(person, most=FEW)
        context |= {"reminders": [(one, _words(one)) for one in told], "unseen": unseen(person)}
    return render(request, "agenda/today.html", context)


@takes_form_of("agenda:today")
def seen(request: Request) -> HttpResponse:
    """She has seen her reminders."""
    if person := cast(Account, request.user).person_id:
        see(person_id=person, now=clock.now())
    return HttpResponseRedirect(reverse("agenda:today"))


def units(request: Request) -> HttpResponse:
    """Every unit below that owes something, overdue first."""
    desk = _desk(request)
    found = _lines(owed(desk.days.day, desk.ids) if desk.below else [], desk)
    return _list(request, "agenda/units.html", found)


def evidence(request: Request) -> HttpResponse:
    """All evidence that waits for her word, oldest first."""
    desk = _desk(request)
    found = unsaid(desk.days.day, desk.ids, reader=request.actor) if _reviews(desk) else []
    return _list(request, "agenda/evidence.html", found)


def burden_page(request: Request) -> HttpResponse:
    """What the week asked of each unit, by whom, and how many reminders of how many."""
    desk = _desk(request)
    if desk.own is None or desk.own.level == Level.VILLAGE:
        raise Refused("address", request.path)
    found = burden(desk.days.day, {desk.own.federation_id, *desk.ids})
    return _list(request, "agenda/burden.html", found)


def _desk(request: Request) -> Desk:
    days, code = days_of(request), home_code(request.actor)
    if not code:
        return Desk(None, (), False, False, days)
    top = place(code, days.today)
    own: Unit | None = None
    below = []
    for one in units_of(top, days.today):
        if one.place.division_id == top.division_id:
            own = one
        else:
            below.append(one)
    records, appoints = (request.actor.may(right, top.code) for right in (RECORD, APPOINT))
    return Desk(own, tuple(below), records, appoints, days)


def _asked(request: Request, desk: Desk) -> dict[str, Any]:
    if desk.own is None:
        return {}
    day = desk.days.day
    every = owed(day, {desk.own.federation_id, *desk.ids})
    mine = [one for one in every if one.federation_id == desk.own.federation_id]
    page, below = page_number(request), _lines([one for one in every if one not in mine], desk)
    words = {"day": day.isoformat()} if desk.days.past else {}
    waiting = unsaid(day, desk.ids, reader=request.actor) if _reviews(desk) else []
    terms = term_lines([desk.own, *desk.below], day)
    return {
        "cards": cards(mine[(page - 1) * PAGE : page * PAGE], day),
        "asked": len(mine),
        "numbers": numbers(page, len(mine), PAGE, words),
        "below": below[:FEW],
        "owing": len(below),
        "late": sum(one.late for one in below),
        "waiting": waiting[:FEW],
        "unsaid": len(waiting),
        "terms": pressing(terms, desk.own.place, desk.days) if desk.below else [],
        "term": next(
            (one for one in terms if one.unit is desk.own and one.state in PRESSING), None
        ),
    }


def _reviews(desk: Desk) -> bool:
    return desk.records and bool(desk.below)


def _lines(found: list[Owed], desk: Desk) -> list[Any]:
    codes = newest_codes({one.federation_id for one in found})
    return lines(found, desk.days.day, codes)


def _words(one: Notice) -> str:
    return title(one.subject, one.part)


def _list(request: Request, template: str, found: list[Any]) -> HttpResponse:
    page, days = page_number(request), days_of(request)
    words = {"day": days.day.isoformat()} if days.past else {}
    context = {
        "lines": found[(page - 1) * PAGE : page * PAGE],
        "total": len(found),
        "numbers": numbers(page, len(found), PAGE, words),
    }
    return render(request, template, context)

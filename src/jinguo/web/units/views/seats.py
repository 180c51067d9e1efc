"""The seats of a unit's committee through time: who sat after whom, and when nobody did."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import render

from jinguo.federations.queries import federation_name, federations_of
from jinguo.roster.queries.seats import SeatLines, seat_lines
from jinguo.roster.queries.turns import Turn, turns_of_unit
from jinguo.roster.rules.lanes import Stint
from jinguo.web.base.days import days_of
from jinguo.web.base.request import Request
from jinguo.web.base.scope import trail, unit_or_404


@dataclass(frozen=True, slots=True)
class Span:
    """A time in one seat; ``stint`` is empty where nobody had it."""

    since: date
    until: date | None
    stint: Stint | None
    turn: Turn | None
    now: bool
    ahead: bool


@dataclass(frozen=True, slots=True)
class SeatLine:
    """One seat, called after what its newest holder is."""

    post: str
    spans: list[Span]

    @property
    def hands(self) -> int:
        """How many women it had."""
        return len({one.stint.person_id for one in self.spans if one.stint})


def seats(request: Request, code: str) -> HttpResponse:
    """Every seat as a line in time, those of the chair first. A fixed number of queries."""
    days = days_of(request)
    place = unit_or_404(code, days.day, request.actor)
    federation = federations_of([place.division_id], days.day).get(place.division_id)
    if federation is None:
        raise Http404
    lines = seat_lines(federation, days.day)
    words = {
        "place": place,
        "name": federation_name(place),
        "trail": [*trail(place, days.day, request.actor), place],
        "days": days,
        "lines": lines,
        "seats": _seats(lines, federation, days.day),
    }
    return render(request, "units/seats.html", words)


def _seats(found: SeatLines, federation_id: int, day: date) -> list[SeatLine]:
    turns = turns_of_unit(federation_id)

    def held(one: Stint) -> Span:
        turn = turns(federation_id, one.person_id, one.post, one.starts_on, one.ends_on)
        ahead = one.starts_on > day
        return Span(one.starts_on, one.ends_on, one, turn, one.covers(day), ahead)

    lines = []
    for lane in found.seats:
        spans = [held(one) for one in lane.stints]
        spans += [_empty(left, came, day) for left, came in lane.gaps]
        last = lane.stints[-1].ends_on
        if last is not None and any(lane is one for one in found.vacant):
            spans.append(_empty(last, None, day))
        lines.append(SeatLine(lane.stints[-1].post, sorted(spans, key=lambda one: one.since)))
    return lines


def _empty(since: date, until: date | None, day: date) -> Span:
    now = since <= day and (until is None or day < until)
    return Span(since, until, None, None, now, since > day)

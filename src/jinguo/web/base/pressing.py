"""Terms that ask for an election, counted for the page of a county or a township."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from jinguo.divisions.queries import Place
from jinguo.elections.enums import TermState
from jinguo.elections.queries.calendar import TermLine
from jinguo.web.base.days import Days

PRESSING = (TermState.OVERDUE, TermState.SOON)


@dataclass(frozen=True, slots=True)
class Pressing:
    """How many units are in a state, and where they are listed."""

    state: TermState
    count: int
    url: str


def pressing(lines: Iterable[TermLine], place: Place, days: Days) -> list[Pressing]:
    """The states that ask for an election, of those units that are in one."""
    counts = Counter(line.state for line in lines)
    day = {"day": days.day.isoformat()} if days.past else {}
    address = reverse("elections:terms", args=[place.prefix])
    return [
        Pressing(state, counts[state], f"{address}?{urlencode({**day, 'state': state})}")
        for state in PRESSING
        if counts[state]
    ]

"""What a week asked of every unit, counted from the records of whoever asked."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from datetime import date, timedelta

from jinguo.agenda.queries.findings import findings_asked
from jinguo.agenda.queries.gates import gates_asked
from jinguo.agenda.rules.burden import Ask, Burden
from jinguo.delivery.queries.ledger import sent_in_week
from jinguo.delivery.queries.manners import manner_shelf
from jinguo.delivery.rules.manners import week_of
from jinguo.divisions.queries import latest_of
from jinguo.federations.models import Federation
from jinguo.federations.queries import federation_name
from jinguo.kernel.periods import Period

Asking = Callable[[Period, Collection[int] | None], Iterable[Ask]]

ASKING: tuple[Asking, ...] = (gates_asked, findings_asked)
"""Each source of ``queries.owing`` with what it asked in a period, done since or not."""


def burden(day: date, federation_ids: Collection[int] | None = None) -> list[Burden]:
    """The units of which something was asked in the week of ``day``, the most burdened first.

    Of all units, or of these only. A fixed number of queries for each campaign and kind, however
    many units.
    """
    monday = week_of(day)
    week = Period(monday, monday + timedelta(days=7))
    asks: dict[int, list[Ask]] = defaultdict(list)
    for source in ASKING:
        for one in source(week, federation_ids):
            asks[one.federation_id].append(one)
    sent = sent_in_week(federation_ids, monday)
    units = Federation.objects.in_bulk({*asks, *sent})
    places = latest_of({one.division_id for one in units.values()})
    shelf = manner_shelf()
    found = []
    for federation_id, unit in units.items():
        place = places[unit.division_id]
        cap = shelf.manner(place.code, monday).weekly_cap
        found.append(
            Burden(
                federation_id, place.code, federation_name(place), monday,
                tuple(sorted(asks[federation_id], key=lambda one: (one.asked_on, one.subject))),
                sent.get(federation_id, 0), cap,
            )
        )  # fmt: skip
    return sorted(found, key=lambda one: (-one.total, one.unit_code))

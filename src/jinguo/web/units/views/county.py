"""The county overview: key figures, townships with their villages, what is wrong."""

from django.http import HttpResponse
from django.shortcuts import render

from jinguo.divisions.queries import Place, subtree
from jinguo.elections.queries.calendar import term_lines
from jinguo.federations.queries import federation_name, units_of
from jinguo.kernel.actor import CONTACTS, IMPORT
from jinguo.roster.queries.batches import batches
from jinguo.roster.queries.composition import judged
from jinguo.roster.queries.summaries import summaries
from jinguo.statistics.queries import figures
from jinguo.web.base.cards import cards
from jinguo.web.base.days import Days
from jinguo.web.base.pressing import pressing
from jinguo.web.base.request import Request
from jinguo.web.base.scope import trail
from jinguo.web.units.findings import findings
from jinguo.web.units.states import WORDS, squares, tiles

LAST_IMPORTS = 5


def county(request: Request, place: Place, days: Days) -> HttpResponse:
    """Everything a county office looks at first. A fixed number of queries, however many units."""
    reader = request.actor
    units = units_of(place, days.day)
    all_squares = squares(
        subtree(place, days.day),
        units,
        judged(units, days.day),
        summaries([unit.federation_id for unit in units], days.day),
    )
    numbers = figures(place.code, days.day, days.compare, reader=reader)
    below = [square for square in all_squares if square.place.level > place.level]
    importing = reader.may(IMPORT, place.code)
    return render(
        request,
        "units/county.html",
        {
            "place": place,
            "name": federation_name(place),
            "trail": trail(place, days.day, reader),
            "tiles": tiles(below),
            "states": list(WORDS.items()),
            "findings": findings(below),
            "terms": pressing(term_lines(units, days.day), place, days),
            "township": cards(numbers.township, "township", place.prefix, days.query),
            "village": cards(numbers.village, "village", place.prefix, days.query),
            "opened": bool(units),
            "importing": importing,
            "reading": reader.may(CONTACTS, place.code),
            "batches": batches(place.division_id, reader=reader, limit=LAST_IMPORTS)
            if importing
            else [],
        },
    )

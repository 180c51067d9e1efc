"""Who is told for a unit, and above it."""

from collections.abc import Mapping
from datetime import date

from jinguo.agenda.rules.ladder import Heads
from jinguo.divisions.queries import places_with
from jinguo.divisions.rules.codes import above
from jinguo.federations.queries import federations_of
from jinguo.roster.queries.heads import heads


def chains(units: Mapping[int, str], day: date) -> dict[int, list[Heads]]:
    """Unit → its own heads and those of each level above, nearest first; three queries.

    ``units`` is federation → code on that day.
    """
    if not units:
        return {}
    ladders = {one: list(reversed(above(code))) for one, code in units.items()}
    places = places_with({code for codes in ladders.values() for code in codes}, day)
    standing = federations_of([one.division_id for one in places.values()], day)
    lines = {
        one: [
            one,
            *(
                standing[places[code].division_id]
                for code in codes
                if code in places and places[code].division_id in standing
            ),
        ]
        for one, codes in ladders.items()
    }
    sitting = heads({unit for line in lines.values() for unit in line}, day)
    return {
        one: [Heads(unit, *sitting.get(unit, (None, None))) for unit in line]
        for one, line in lines.items()
    }

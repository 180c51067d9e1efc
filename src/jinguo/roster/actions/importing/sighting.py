"""When the lists of a unit saw a woman: what is remembered of them, with the new one among them."""

from collections.abc import Iterable, Sequence
from datetime import date

from jinguo.roster.actions.importing.comparing import held_facts
from jinguo.roster.queries.state import Held
from jinguo.roster.rules.timeline import ListDay, Said

Sightings = list[tuple[ListDay, Said | None]]


def remembered(lists: Sequence[ListDay], held: Iterable[Held]) -> list[ListDay]:
    """The lists of a unit's body that are known.

    Where none were remembered yet, each day on which its seats changed stands for one.
    """
    if lists:
        return list(lists)
    days = {day for one in held for day in (one.starts_on, one.ends_on) if day}
    return [ListDay(day, None) for day in days]


def sightings(
    lists: Sequence[ListDay], held: Sequence[Held], today: ListDay, said: Said | None
) -> Sightings:
    """What each list says of one woman, by day; what ``today`` says takes the place of its day.

    A list was what was recorded on its day; a seat that none of them shows speaks for itself.
    """
    found: Sightings = [(today, said)]
    found += [(one, _recorded(held, one.as_of)) for one in lists if one.as_of != today.as_of]
    for seat in held:
        if not any(seat.sits_on(one.as_of) for one in (*lists, today)):
            day = ListDay(seat.starts_on, None)
            found.append((day, Said(seat.starts_on, held_facts(seat), seat.ends_on)))
    return sorted(found, key=lambda sighting: sighting[0].as_of)


def _recorded(held: Sequence[Held], day: date) -> Said | None:
    seat = next((one for one in held if one.sits_on(day)), None)
    if seat is None:
        return None
    return Said(seat.starts_on if seat.dated else None, held_facts(seat))

"""What is known of a woman in a unit by day: from its lists, and from what was decided of her."""

from collections.abc import Iterable, Sequence
from datetime import date

from jinguo.roster.actions.importing.comparing import held_facts
from jinguo.roster.queries.state import Decided, Held
from jinguo.roster.rules.timeline import ListDay, Said

Sighting = tuple[ListDay, Said | None]
Sightings = list[Sighting]


def remembered(lists: Sequence[ListDay], held: Iterable[Held]) -> list[ListDay]:
    """The lists of a unit's body that are known.

    Where none were remembered yet, each day on which its seats changed stands for one.
    """
    if lists:
        return list(lists)
    days = {day for one in held for day in (one.starts_on, one.ends_on) if day}
    return [ListDay(day, None) for day in days]


def sightings(
    lists: Sequence[ListDay],
    held: Sequence[Held],
    decided: Sequence[Decided] = (),
    today: Sighting | None = None,
    *,
    now: Sightings | None = None,
) -> Sightings:
    """What each list and each decision says of one woman, by day.

    The list of ``today`` takes the place of another of its day; ``now`` are decisions that are
    being made. A list was what was recorded on its day; a seat that nothing shows speaks for
    itself. On the day of a list a decision comes after it.
    """
    new_day = today[0].as_of if today else None
    found: Sightings = [today] if today else []
    found += [(one, _recorded(held, one.as_of)) for one in lists if one.as_of != new_day]
    days = {one.as_of for one, _said in found}
    days |= {one.day for one in decided if one.begins}
    for seat in held:
        if not any(seat.sits_on(day) for day in days):
            day = ListDay(seat.starts_on, None)
            found.append((day, Said(seat.starts_on, held_facts(seat), seat.ends_on)))
    found += [_decided(held, one) for one in decided]
    return sorted([*found, *(now or ())], key=lambda sighting: sighting[0].as_of)


def _recorded(held: Sequence[Held], day: date) -> Said | None:
    seat = next((one for one in held if one.sits_on(day)), None)
    if seat is None:
        return None
    return Said(seat.starts_on if seat.dated else None, held_facts(seat))


def _decided(held: Sequence[Held], one: Decided) -> Sighting:
    return ListDay(one.day, None), _recorded(held, one.day) if one.begins else None

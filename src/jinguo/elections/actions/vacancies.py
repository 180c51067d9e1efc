"""What a by-election (补选) may fill, and by whom."""

from collections.abc import Iterable
from datetime import date

from jinguo.elections.errors import SitsAlready, TooManySeats
from jinguo.elections.models import Congress
from jinguo.elections.queries.known import sitting
from jinguo.kernel.text import fold
from jinguo.roster.queries.seats import seat_lines


def enough_vacant(federation_id: int, day: date, seats: int, unit: str) -> None:
    """Raises ``TooManySeats`` where fewer than these are vacant on the day."""
    vacant = seat_lines(federation_id, day).vacancies
    if seats > vacant:
        raise TooManySeats(unit=unit, vacant=vacant, seats=seats)


def none_sits(congress: Congress, person_ids: Iterable[int | None]) -> None:
    """Nobody of these sits already. Raises ``SitsAlready``."""
    there = {one.person_id: one.name for one in sitting(congress.federation_id, congress.held_on)}
    for number in person_ids:
        if number in there:
            raise SitsAlready(name=there[number])


def no_namesake_sits(congress: Congress, name: str) -> None:
    """Voters who wrote this name meant nobody who sits already. Raises ``SitsAlready``."""
    there = sitting(congress.federation_id, congress.held_on)
    if fold(name) in {fold(one.name) for one in there}:
        raise SitsAlready(name=name)

"""What a list says of seats that wants a second look: kept as it is, but said."""

from collections.abc import Sequence
from datetime import date

from jinguo.roster.actions.importing.describing import At
from jinguo.roster.actions.importing.rollcall import Called
from jinguo.roster.actions.importing.sighting import Sightings
from jinguo.roster.enums import Post
from jinguo.roster.errors import Fault, Problem, placing
from jinguo.roster.queries.state import Decided, Held
from jinguo.roster.rules.facts import SEAT_FACTS
from jinguo.roster.rules.timeline import Facts, Seat, is_another_post

_POST = SEAT_FACTS.index("post")


def many_left(called: Called, unit: str, sat: int, left: int, began: int) -> Problem | None:
    """A list of the newly added alone would end everybody else.

    A new committee is none: it has its chair, and as many who begin as leave.
    """
    chaired = any(at.row.post == Post.CHAIR for at, _person in called.rows)
    if left * 2 <= sat or (chaired and began >= left):
        return None
    return _at_unit(placing.MANY_LEFT, called, unit, left=left, sat=sat, unit=unit)


def erased_stay(called: Called, unit: str, erased: int, new: int) -> Problem | None:
    """Somebody new on a list, while seats whose holders had themselves erased are still counted.

    If she is one of them, she is counted twice until it is entered that the erased seat ended.
    """
    if called.partial or not (erased and new):
        return None
    return _at_unit(placing.ERASED_STAY, called, unit, unit=unit, erased=erased, new=new)


def replaced(called: Called, unit: str) -> Problem | None:
    """A list of a day of which another was known takes its place, and the day's figures change."""
    return _at_unit(placing.LIST_REPLACED, called, unit, unit=unit, as_of=called.as_of)


def left_out(called: Called, name: str, sat: Held, later: date) -> Problem | None:
    """A later list has her whom this one has not."""
    return _at_unit(placing.NOT_LISTED_HERE, called, name, since=sat.starts_on, later=later)


def start_not_followed(
    at: At, seat: Seat, found: list[Seat], seen: Sightings, as_of: date
) -> Problem | None:
    """A 任职时间 that cannot be followed, because an earlier list says otherwise."""
    since = at.row.starts_on
    if since is None or since >= seat.starts_on:
        return None
    earlier = [(one.as_of, said) for one, said in seen if one.as_of < as_of]
    day, said = earlier[-1] if earlier else (None, None)
    if day and said is None and since <= day:
        words = {"name": at.row.name, "listed": day, "as_of": seat.starts_on}
        return at.problem(placing.NOT_LISTED_BEFORE, "starts_on", since, **words)
    before = next((one for one in found if one.ends_on == seat.starts_on), None)
    if day and before and is_another_post(before.facts, seat.facts):
        return at.problem(
            placing.POST_SINCE, "starts_on", since, name=at.row.name, listed=day,
            before=_post(before.facts), post=_post(seat.facts), starts=seat.starts_on,
        )  # fmt: skip
    return at.problem(placing.STARTS_EARLIER, "starts_on", since, recorded=seat.starts_on)


def listed_again(at: At, seat: Seat, decided: Sequence[Decided], as_of: date) -> Problem | None:
    """Somebody who left by decision stands on a later list: she is counted anew from it."""
    before = [one for one in decided if one.day < as_of]
    if not before or before[-1].begins or seat.starts_on <= before[-1].day:
        return None
    words = {"name": at.row.name, "left": before[-1].day, "starts": seat.starts_on}
    return at.problem(placing.LEFT_BY_DECISION, "name", at.row.name, **words)


def not_followed(at: At, as_of: date) -> Problem:
    """A list of the very day on which she left by decision."""
    return at.problem(placing.LEAVES_TODAY, "name", at.row.name, name=at.row.name, as_of=as_of)


def _post(facts: Facts) -> str:
    return str(Post(facts[_POST]).label)


def _at_unit(fault: Fault, called: Called, value: str, **words: object) -> Problem | None:
    if not called.rows:
        return None
    at = called.rows[0][0]
    return Problem(fault, at.file, at.sheet.name, at.row.unit_cell, value, words)

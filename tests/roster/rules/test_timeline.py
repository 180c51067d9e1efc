"""What lists say of a woman, turned into seats: for any lists, in any order."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise, permutations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from jinguo.roster.actions.importing.sighting import remembered, sightings
from jinguo.roster.enums import Kind, Post
from jinguo.roster.queries.state import Held
from jinguo.roster.rules.facts import SEAT_FACTS
from jinguo.roster.rules.timeline import Facts, ListDay, Said, Seat, seats

START = date(2015, 1, 1)
NO_FACTS = {
    **dict.fromkeys(SEAT_FACTS, ""),
    "post": Post.EXECUTIVE,
    "kind": Kind.UNSTATED,
    "categories": (),
}


def day(number: int) -> date:
    return START + timedelta(days=number)


def facts(**given: object) -> Facts:
    return tuple({**NO_FACTS, **given}.values())


def on(number: int, latest: int | None = None) -> ListDay:
    return ListDay(day(number), None if latest is None else day(latest))


def said(since: int | None = None, **given: object) -> Said:
    return Said(None if since is None else day(since), facts(**given))


def turns(found: list[Seat]) -> list[tuple[date, date | None]]:
    return [(one.starts_on, one.ends_on) for one in found]


@st.composite
def histories(draw: st.DrawFn) -> list[tuple[ListDay, Said | None]]:
    """Lists by day, of which each may have her, with or without a day, in this post or that."""
    found: list[tuple[ListDay, Said | None]] = []
    for number in sorted(draw(st.sets(st.integers(10, 60), min_size=1, max_size=5))):
        latest = draw(st.none() | st.integers(0, number))
        since = draw(st.none() | st.integers(0, number))
        post = draw(st.sampled_from([Post.EXECUTIVE, Post.VICE_CHAIR]))
        listed = draw(st.booleans())
        found.append((on(number, latest), said(since, post=post) if listed else None))
    return found


@given(histories())
def test_each_lists_day_shows_that_list(history: list[tuple[ListDay, Said | None]]) -> None:
    found = seats(history)

    for one, listed in history:
        posts = [seat.facts[0] for seat in found if seat.sits_on(one.as_of)]
        assert posts == ([listed.facts[0]] if listed else [])


@given(histories())
def test_seats_follow_each_other_and_last(history: list[tuple[ListDay, Said | None]]) -> None:
    found = seats(history)

    assert all(one.ends_on is None or one.starts_on < one.ends_on for one in found)
    for one, following in pairwise(found):
        assert one.ends_on is not None
        assert one.ends_on <= following.starts_on


@given(histories())
def test_nobody_sits_before_a_list_names_a_day_or_after_a_list_is_without_her(
    history: list[tuple[ListDay, Said | None]],
) -> None:
    found = seats(history)

    stated = {listed.since or one.as_of for one, listed in history if listed}
    days = {one.as_of for one, _listed in history} | stated
    assert all(seat.starts_on in days for seat in found)
    assert bool(found) == any(listed for _one, listed in history)
    if history[-1][1] is None and found:
        assert found[-1].ends_on is not None


@st.composite
def lives(draw: st.DrawFn) -> list[tuple[ListDay, Said | None]]:
    """Lists that tell the truth of one life: she came, was promoted, left and came back."""
    joined = draw(st.integers(0, 20))
    promoted = joined + draw(st.integers(1, 20))
    left = promoted + draw(st.integers(1, 20))
    back = left + draw(st.integers(1, 20))
    turns_of_life = [
        (joined, promoted, Post.EXECUTIVE), (promoted, left, Post.VICE_CHAIR),
        (back, 99, Post.EXECUTIVE),
    ]  # fmt: skip
    days = sorted(draw(st.sets(st.integers(0, 90), min_size=1, max_size=4)))
    found: list[tuple[ListDay, Said | None]] = []
    for number in days:
        dated = draw(st.booleans())
        here = [one for one in turns_of_life if one[0] <= number < one[1]]
        told = [said(since if dated else None, post=post) for since, _until, post in here]
        found.append((on(number, draw(st.none() | st.integers(0, number))), next(iter(told), None)))
    return found


@settings(max_examples=300, deadline=None)
@given(lives())
def test_true_lists_may_arrive_in_any_order_and_again(
    history: list[tuple[ListDay, Said | None]],
) -> None:
    usual = arrived(history)

    for order in permutations(history):
        found = arrived(order)
        assert found == usual
        for again in history:
            assert arrived([*order, again]) == found


@settings(max_examples=300, deadline=None)
@given(histories())
def test_whatever_lists_say_in_whatever_order_each_day_shows_its_list(
    history: list[tuple[ListDay, Said | None]],
) -> None:
    usual = on_days(arrived(history), history)

    for order in permutations(history):
        assert on_days(arrived(order), history) == usual


def arrived(order: Iterable[tuple[ListDay, Said | None]]) -> list[Held]:
    """Her seats as they are recorded once these lists came in this order."""
    held: list[Held] = []
    lists: list[ListDay] = []
    for today, listed in order:
        found = seats(sightings(remembered(lists, held), held, (), (today, listed)))
        held = [recorded(at, seat) for at, seat in enumerate(found)]
        lists = [one for one in lists if one.as_of != today.as_of] + [today]
    return held


def recorded(at: int, seat: Seat) -> Held:
    known: dict[str, Any] = dict(zip(SEAT_FACTS, seat.facts, strict=True))
    return Held(
        at, 1, 1, **known, starts_on=seat.starts_on, ends_on=seat.ends_on, dated=seat.dated,
        started_by_id=None, ended_by_id=None,
    )  # fmt: skip


def on_days(held: list[Held], history: list[tuple[ListDay, Said | None]]) -> list[list[str]]:
    """Her post on the day of each list."""
    return [[one.post for one in held if one.sits_on(day.as_of)] for day, _listed in history]


def test_she_sits_from_her_stated_day_else_from_the_day_of_the_list() -> None:
    assert turns(seats([(on(20), said(5))])) == [(day(5), None)]
    assert turns(seats([(on(20), said())])) == [(day(20), None)]


def test_she_left_on_the_latest_day_of_the_list_without_her_else_on_its_own() -> None:
    assert turns(seats([(on(10), said(5)), (on(30, latest=20), None)])) == [(day(5), day(20))]
    assert turns(seats([(on(10), said(5)), (on(30, latest=8), None)])) == [(day(5), day(30))]


def test_a_later_day_in_the_same_post_is_a_new_term() -> None:
    found = seats([(on(10), said(5, sector="农业")), (on(30), said(25))])

    assert turns(found) == [(day(5), day(25)), (day(25), None)]
    assert [one.facts[SEAT_FACTS.index("sector")] for one in found] == ["农业", "农业"]


def test_another_post_begins_after_the_list_that_shows_the_old_one() -> None:
    stale = seats([(on(10), said(5)), (on(30), said(5, post=Post.CHAIR))])
    dated = seats([(on(10), said(5)), (on(30), said(20, post=Post.CHAIR))])

    assert turns(stale) == [(day(5), day(30)), (day(30), None)]
    assert turns(dated) == [(day(5), day(20)), (day(20), None)]


def test_a_blank_kind_takes_back_part_time_and_leaves_full_time() -> None:
    vice = {"post": Post.VICE_CHAIR}
    part = seats([(on(10), said(5, kind=Kind.PART_TIME, **vice)), (on(30), said(5, **vice))])
    full = seats([(on(10), said(5, kind=Kind.FULL_TIME, **vice)), (on(30), said(5, **vice))])

    assert turns(part) == [(day(5), day(30)), (day(30), None)]
    assert turns(full) == [(day(5), None)]


def test_who_was_missing_between_is_back_on_the_list_that_has_her_again() -> None:
    found = seats([(on(10), said(5)), (on(30), None), (on(50), said(5))])

    assert turns(found) == [(day(5), day(30)), (day(50), None)]


def test_a_seat_that_no_list_shows_keeps_its_end() -> None:
    found = seats([(on(5), Said(day(5), facts(), day(8))), (on(30), said(20))])

    assert turns(found) == [(day(5), day(8)), (day(20), None)]

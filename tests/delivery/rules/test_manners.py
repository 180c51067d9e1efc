"""Quiet hours, weeks and caps."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinguo.delivery.enums import Hold
from jinguo.delivery.rules.letting import Message, let
from jinguo.delivery.rules.manners import Manner, fault, week_of

USUAL = Manner(time(21, 30), time(7), 10)


@pytest.mark.parametrize(
    ("at", "quiet"),
    [
        (time(7), False), (time(12), False), (time(21, 29, 59), False),
        (time(21, 30), True), (time(0), True), (time(6, 59, 59), True),
    ],
)  # fmt: skip
def test_nobody_is_disturbed_from_evening_until_morning(at: time, quiet: bool) -> None:
    assert USUAL.quiet(at) is quiet


@pytest.mark.parametrize(
    "manner",
    [
        Manner(time(23, 30), time(7), 10),  # awake after 23:00
        Manner(time(21), time(5), 10),  # awake before 6:00
        Manner(time(7), time(21), 10),  # quiet all day, awake all night
        Manner(time(8), time(8), 10),
        Manner(time(21), time(7), 0),
        Manner(time(21), time(7), 101),
    ],
)
def test_a_rule_that_wakes_people_or_never_speaks_is_refused(manner: Manner) -> None:
    assert fault(manner)
    assert not fault(USUAL)


@given(st.times(), st.times(), st.integers(1, 100), st.times())
def test_no_rule_that_is_accepted_speaks_at_night(
    evening: time, morning: time, cap: int, at: time
) -> None:
    manner = Manner(evening, morning, cap)
    if not fault(manner) and (at >= time(23) or at < time(6)):
        assert manner.quiet(at)


def test_a_week_begins_on_monday() -> None:
    assert week_of(date(2019, 3, 3)) == date(2019, 2, 25)  # a Sunday
    assert week_of(date(2019, 3, 4)) == date(2019, 3, 4)


messages = st.lists(
    st.builds(
        Message,
        recipient_id=st.integers(1, 3), federation_id=st.integers(1, 3),
        addressee_id=st.integers(1, 3), thing=st.sampled_from("abcdefgh"), kind=st.just("gate"),
        subject=st.just("会改联"), part=st.just(""), due_on=st.just(date(2019, 3, 1)),
        step=st.integers(-7, 14),
    )
)  # fmt: skip
counted = st.dictionaries(st.integers(1, 3), st.integers(0, 5))


@given(
    messages, counted, st.integers(1, 4), st.times(), st.sets(st.sampled_from("abc")),
    st.sets(st.integers(1, 3)),
)  # fmt: skip
def test_what_goes_is_said_once_within_the_cap_and_by_day(
    some: list[Message], counts: dict[int, int], cap: int, at: time, said: set[str], heard: set[int]
) -> None:
    manners = dict.fromkeys((1, 2, 3), Manner(time(21, 30), time(7), cap))

    found = let(some, at=at, manners=manners, said=said, counts=counts, heard=heard)

    going = [one.message for one in found if one.hold is None]
    assert [one.message for one in found] == some
    assert len({one.thing for one in going} - said) == len(going)
    spent: dict[int, int] = {}
    for unit in (1, 2, 3):
        own = sum(one.own and one.addressee_id == unit for one in going)
        news = any(not one.own and one.addressee_id == unit for one in going) and unit not in heard
        spent[unit] = counts.get(unit, 0) + own + news
        assert not own + news or spent[unit] <= cap
    if manners[1].quiet(at):
        assert not going
    held = [one for one in found if one.hold is Hold.CAP]
    assert all(spent[one.message.addressee_id] >= cap for one in held)


def test_all_that_units_below_owe_is_one_reminder_a_day() -> None:
    manners = {2: Manner(time(21, 30), time(7), 1)}
    below = [
        Message(5, unit, 2, f"gate:{unit}", "gate", "会改联", "", date(2019, 3, 1), 7)
        for unit in range(10, 60)
    ]

    first = let(below, at=time(9), manners=manners, said=(), counts={})
    next_day = let(below, at=time(9), manners=manners, said=(), counts={2: 1})

    assert {one.hold for one in first} == {None}
    assert {one.hold for one in next_day} == {Hold.CAP}

"""Actor, periods, text, errors, events: what every room builds on."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinguo.kernel import clock
from jinguo.kernel.actor import CAPABILITIES, IMPORT, VIEW, Actor, Grant, system
from jinguo.kernel.errors import JinguoError
from jinguo.kernel.events import announce, listens_to
from jinguo.kernel.periods import Period
from jinguo.kernel.text import fold, numbers_masked, printable

DAY = date(2017, 5, 24)
ends = st.none() | st.integers(0, 30).map(lambda n: DAY + timedelta(days=n))
periods = st.builds(Period, ends, ends)
days = st.integers(-1, 31).map(lambda n: DAY + timedelta(days=n))


def test_a_grant_holds_for_its_place_and_all_below() -> None:
    actor = Actor(1, "林畲镇", (Grant(VIEW, "350423106"),))

    assert actor.may(VIEW, "350423106000")
    assert actor.may(VIEW, "350423106204")
    assert not actor.may(VIEW, "350423101000")
    assert not actor.may(VIEW, "350423000000")
    assert not actor.may(IMPORT, "350423106204")
    assert actor.prefixes(VIEW) == ("350423106",)


def test_the_system_may_do_everything_and_nobody_nothing() -> None:
    assert all(system().may(one, "430999100200") for one in CAPABILITIES)
    assert not any(Actor(1, "x").may(one, "430999100200") for one in CAPABILITIES)


def test_a_period_is_half_open() -> None:
    period = Period(DAY, DAY + timedelta(days=1))

    assert DAY in period
    assert DAY + timedelta(days=1) not in period
    assert DAY - timedelta(days=1) not in period
    assert Period(DAY, DAY).empty


@given(periods, periods)
def test_two_periods_overlap_exactly_where_they_share_a_day(one: Period, other: Period) -> None:
    span = [DAY + timedelta(days=n) for n in range(-1, 32)]

    assert one.overlaps(other) == any(day in one and day in other for day in span)
    assert one.overlaps(other) == other.overlaps(one)


@given(periods, days)
def test_an_empty_period_holds_no_day(period: Period, day: date) -> None:
    assert not (period.empty and day in period)


@pytest.mark.parametrize(
    ("typed", "folded"),
    [("李　梅", "李梅"), (" 李 梅 ", "李梅"), ("１９９", "199"), ("副主席（兼职）", "副主席(兼职)"),
     ("\u200b石下\ufeff村", "石下村"), ("①", "1"), ("", "")],
)  # fmt: skip
def test_what_is_typed_alike_folds_alike(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@given(st.text("李梅 \u3000１９（）①\u200b石下村Ab1()\n"))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_an_error_is_a_sentence_with_what_would_be_right() -> None:
    class Missing(JinguoError):
        code = "missing"
        message = "%(thing)s is missing."
        remedy = "Bring %(thing)s."

    assert str(Missing(thing="tea")) == "tea is missing. Bring tea."
    assert Missing(thing="tea").data == {"thing": "tea"}


def test_an_event_reaches_its_listeners_in_their_order() -> None:
    @dataclass(frozen=True)
    class Rang:
        bell: str

    heard: list[str] = []
    listens_to(Rang)(lambda event: heard.append(f"first {event.bell}"))
    listens_to(Rang)(lambda event: heard.append(f"second {event.bell}"))

    announce(Rang("door"))

    assert heard == ["first door", "second door"]


def test_today_is_the_day_in_the_office() -> None:
    assert clock.now().utcoffset() == timedelta(hours=8)
    assert clock.today() in {clock.now().date(), clock.now().date() - timedelta(days=1)}


def test_what_nobody_sees_is_dropped_and_line_breaks_stay() -> None:
    assert printable("李\x00梅\n\t林\x7f") == "李梅\n\t林"
    assert fold("李\x00 梅\x1f") == "李梅"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("她换号了：19905000001。", "她换号了：199****0001。"),
        ("199 0500 0001、199-0500-0002", "199****0001、199****0002"),
        (
            {"reason": ["19905000001"], "n": 19905000001},
            {"reason": ["199****0001"], "n": 19905000001},
        ),
        ("350423106204", "350423106204"),
        ("a19905000001b", "a19905000001b"),
        ("2026-11-25 10:32", "2026-11-25 10:32"),
        (None, None),
    ],
)
def test_numbers_that_people_type_into_words_are_masked(text: object, kept: object) -> None:
    assert numbers_masked(text) == kept

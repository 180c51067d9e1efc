"""Lateness is days, and nothing else; medians say what they can."""

from datetime import date, timedelta
from statistics import median

from hypothesis import given
from hypothesis import strategies as st

from jinguo.campaigns.rules.lateness import FEW, days_late, ranks, spread

DUE = date(2017, 7, 25)
DAYS = st.integers(-60, 60).map(lambda days: DUE + timedelta(days=days))


@given(DAYS, st.none() | DAYS)
def test_a_delay_ends_when_it_is_done_and_not_before(day: date, done: date | None) -> None:
    late = days_late(DUE, done, day)

    assert late == max(0, ((day if done is None else done) - DUE).days)
    assert days_late(DUE, None, day + timedelta(days=1)) >= days_late(DUE, None, day)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 5)).filter(lambda key: key != (0, 0))))
def test_equal_ones_share_a_rank_and_whoever_is_later_stands_before(
    keys: list[tuple[int, int]],
) -> None:
    given_ = ranks(keys)

    for key, place in zip(keys, given_, strict=True):
        assert place == 1 + sum(other > key for other in keys)


def test_whoever_is_in_time_has_no_rank() -> None:
    assert ranks([(9, 12), (0, 0), (9, 12), (3, 3), (0, 0)]) == [1, None, 1, 3, None]


@given(st.lists(st.integers(0, 80), min_size=1))
def test_with_everybody_there_the_median_is_the_median(days: list[int]) -> None:
    told = spread(days)

    assert (told.median, told.first, told.last) == (median(days), min(days), max(days))
    assert told.few == (len(days) < FEW)


@given(st.lists(st.integers(0, 80)), st.integers(0, 30), st.integers(81, 500))
def test_the_median_told_is_what_it_will_be_however_long_the_others_need(
    days: list[int], missing: int, later: int
) -> None:
    told = spread([*days, *[None] * missing])

    if told.median is not None:
        assert told.median == median([*days, *[later] * missing])
    if told.median is None:
        assert len(days) <= (len(days) + missing) / 2
    assert (told.units, told.closed) == (len(days) + missing, len(days))

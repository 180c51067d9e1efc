"""The forecast says no more than the pace so far lets it say."""

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinguo.campaigns.rules.forecast import FEW, WINDOW, forecast

FIRST = date(2017, 5, 15)
TODAY = date(2017, 6, 30)
DAYS = st.lists(st.integers(0, 60).map(lambda days: FIRST + timedelta(days=days)), max_size=60)


@given(DAYS, st.integers(1, 80))
def test_the_range_holds_the_expected_day_and_lies_ahead(days: list[date], more: int) -> None:
    told = forecast(days, targets=len(days) + more, since=FIRST, day=TODAY)

    assert told.done == sum(one <= TODAY for one in days)
    if told.expected is not None and told.earliest is not None:
        assert TODAY < told.earliest <= told.expected
        assert told.latest is None or told.expected <= told.latest


@given(DAYS)
def test_what_is_done_is_done_on_its_last_day(days: list[date]) -> None:
    past = [one for one in days if one <= TODAY]

    told = forecast(past, targets=len(past), since=FIRST, day=TODAY)

    assert told.expected == told.latest == (max(past) if past else TODAY)


def test_two_units_a_day_need_ten_days_for_twenty() -> None:
    done = [TODAY - timedelta(days=at % WINDOW) for at in range(2 * WINDOW)]

    told = forecast(done, targets=len(done) + 20, since=FIRST, day=TODAY)

    assert told.pace == 2
    assert told.expected == TODAY + timedelta(days=10)


def test_too_few_lately_say_nothing() -> None:
    done = [TODAY] * (FEW - 1) + [FIRST] * 50

    told = forecast(done, targets=132, since=FIRST, day=TODAY)

    assert (told.expected, told.earliest, told.latest) == (None, None, None)


def finished(chance: Random, pace: float, targets: int) -> list[date]:
    """The days on which units are done that come independently, so many a day."""
    passed, days = 0.0, []
    for _one in range(targets):
        passed += chance.expovariate(pace)
        days.append(FIRST + timedelta(days=int(passed)))
    return days


@pytest.mark.parametrize(
    ("pace", "targets", "after"), [(2, 132, 20), (2, 132, 55), (0.5, 30, 20), (0.5, 30, 45)]
)
def test_eight_of_ten_ends_lie_within_the_range(pace: float, targets: int, after: int) -> None:
    chance, day = Random(2017), FIRST + timedelta(days=after)  # noqa: S311  no secret
    within = told = 0
    for _run in range(1200):
        days = finished(chance, pace, targets)
        found = forecast(days, targets=targets, since=FIRST, day=day)
        if days[-1] <= day or found.earliest is None or found.latest is None:
            continue
        told += 1
        within += found.earliest <= days[-1] <= found.latest

    assert told > 500
    assert 0.77 <= within / told <= 0.9

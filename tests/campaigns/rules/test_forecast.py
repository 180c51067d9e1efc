"""The forecast says no more than the pace so far lets it say."""

from datetime import date, timedelta

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

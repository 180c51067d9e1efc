"""When a term ends, and how near that is."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinguo.elections.enums import TermState
from jinguo.elections.rules.terms import SOON, end_of, state_of

DAYS = st.dates(date(1980, 1, 1), date(2080, 12, 31))
YEARS = st.integers(1, 9)


@pytest.mark.parametrize(
    ("began", "years", "ends"),
    [
        (date(2017, 5, 23), 3, date(2020, 5, 23)),
        (date(2021, 1, 1), 5, date(2026, 1, 1)),
        (date(2020, 2, 29), 5, date(2025, 2, 28)),
        (date(2020, 2, 29), 4, date(2024, 2, 29)),
    ],
)
def test_a_term_ends_on_the_day_it_began_years_later(began: date, years: int, ends: date) -> None:
    assert end_of(began, years) == ends


@given(began=DAYS, years=YEARS, day=DAYS)
def test_the_state_follows_from_the_days_left(began: date, years: int, day: date) -> None:
    ends = end_of(began, years)
    left = ends - day

    state = state_of(began, ends, day)

    assert (state == TermState.OVERDUE) == (left <= timedelta(0))
    assert (state == TermState.SOON) == (timedelta(0) < left <= SOON)
    assert (state == TermState.RUNNING) == (left > SOON)


@given(day=DAYS)
def test_without_a_rule_or_a_committee_nothing_is_overdue(day: date) -> None:
    assert state_of(date(1980, 1, 1), None, day) == TermState.OPEN
    assert state_of(None, None, day) == TermState.NONE

"""Where a finding stands follows from what was said of it."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from jinguo.campaigns.enums import FindingState, MendingStep
from jinguo.campaigns.rules.findings import OWING, UNSETTLED, late, may_follow, state

STEPS = st.lists(st.sampled_from(MendingStep), max_size=12)
DUE = date(2019, 3, 15)


def allowed(tried: list[MendingStep]) -> list[MendingStep]:
    """Of what is tried, what may be said."""
    said: list[MendingStep] = []
    for one in tried:
        if may_follow(state(said), one):
            said.append(one)
    return said


@given(STEPS)
def test_the_last_word_decides(tried: list[MendingStep]) -> None:
    said = allowed(tried)

    assert state(said) == (FindingState(said[-1].value) if said else FindingState.OPEN)


@given(STEPS)
def test_nothing_is_said_twice_on_end_and_nothing_is_sent_back_unasked(
    tried: list[MendingStep],
) -> None:
    said = allowed(tried)

    assert all(one is not other for one, other in pairwise(said))
    assert said[:1] != [MendingStep.RETURNED]


@given(STEPS, st.integers(-3, 3))
def test_late_is_what_nobody_closed_in_time(tried: list[MendingStep], days: int) -> None:
    found = state(allowed(tried))

    late_now = late(found, DUE, DUE + timedelta(days=days))

    assert late_now == (days > 0 and found is not FindingState.CLOSED)


@given(STEPS)
def test_of_what_is_withdrawn_nothing_is_said(tried: list[MendingStep]) -> None:
    found = state(allowed(tried), withdrawn=True)

    assert found is FindingState.WITHDRAWN
    assert found not in UNSETTLED
    assert not any(may_follow(found, one) for one in MendingStep)
    assert set(OWING) < set(UNSETTLED)

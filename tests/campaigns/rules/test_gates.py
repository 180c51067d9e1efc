"""A gate is closed exactly when its evidence holds, whatever the order of things."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from jinguo.campaigns.enums import Gate, Proof
from jinguo.campaigns.rules.gates import Evidence, closed, done_on, stirs

FIRST = date(2017, 5, 15)
DAYS = st.integers(0, 80).map(lambda days: FIRST + timedelta(days=days))
PROOFS = {
    Gate.ORGANISATION: Proof.FILING,
    Gate.PLAQUE: Proof.PLAQUE,
    Gate.GROUP: Proof.GROUP,
    Gate.ACTIVITY: Proof.ACTIVITY,
}


@st.composite
def evidence(draw: st.DrawFn) -> Evidence:
    gate = draw(st.sampled_from(list(Gate)))
    day = draw(DAYS)
    until = draw(st.none() | DAYS) if gate is Gate.GROUP else None
    until = until if until is None or until > day else None
    holds = draw(st.booleans()) if gate is Gate.ORGANISATION else True
    return Evidence(gate, PROOFS[gate], draw(st.integers(1, 5)), day, until, holds)


RECORDS = st.lists(evidence(), max_size=12, unique_by=lambda one: (one.proof, one.record_id))
"""A record is one thing: none is there twice and says two things."""


@given(RECORDS, DAYS, st.randoms())
def test_the_order_of_records_does_not_matter(found: list[Evidence], day: date, chance) -> None:  # type: ignore[no-untyped-def]
    other = list(found)
    chance.shuffle(other)

    assert closed(found, day) == closed(other, day)


@given(RECORDS, DAYS)
def test_each_gate_is_closed_exactly_where_a_record_holds(found: list[Evidence], day: date) -> None:
    founded = [one.day for one in found if one.gate is Gate.ORGANISATION and one.day <= day]
    by_hand = {
        one.gate
        for one in found
        if one.holds
        and one.day <= day
        and (one.until is None or one.until > day)
        and (one.gate is not Gate.ACTIVITY or (founded and one.day >= min(founded)))
    }

    assert set(closed(found, day)) == by_hand


@given(RECORDS, DAYS)
def test_a_gate_stays_open_without_the_record_that_closed_it(
    found: list[Evidence], day: date
) -> None:
    for gate, proof in closed(found, day).items():
        left = [one for one in found if one != proof]

        again = closed(left, day).get(gate)

        assert again != proof
        assert again is None or again.day >= proof.day


@given(RECORDS, DAYS)
def test_what_comes_later_changes_no_earlier_day(found: list[Evidence], day: date) -> None:
    assert closed(found, day) == closed([one for one in found if one.day <= day], day)


@given(RECORDS, DAYS)
def test_nothing_changes_on_a_day_on_which_nothing_begins_or_ends(
    found: list[Evidence], day: date
) -> None:
    if day not in stirs(found):
        assert closed(found, day) == closed(found, day - timedelta(days=1))


@given(RECORDS, DAYS)
def test_done_is_the_day_of_the_last_of_four(found: list[Evidence], day: date) -> None:
    gates = closed(found, day)

    done = done_on(gates)

    assert (done is None) == (len(gates) < 4)
    assert done is None or done == max(one.day for one in gates.values()) <= day


def test_a_committee_that_breaks_the_rules_founds_but_does_not_close() -> None:
    broken = Evidence(Gate.ORGANISATION, Proof.FILING, 1, FIRST, holds=False)
    dance = Evidence(Gate.ACTIVITY, Proof.ACTIVITY, 2, FIRST)

    assert set(closed([broken, dance], FIRST)) == {Gate.ACTIVITY}


def test_an_activity_before_the_founding_proves_nothing() -> None:
    result = Evidence(Gate.ORGANISATION, Proof.FILING, 1, FIRST + timedelta(days=1))
    dance = Evidence(Gate.ACTIVITY, Proof.ACTIVITY, 2, FIRST)

    assert set(closed([result, dance], FIRST + timedelta(days=2))) == {Gate.ORGANISATION}


def test_a_group_opens_its_gate_again_on_the_day_it_is_dissolved() -> None:
    group = Evidence(Gate.GROUP, Proof.GROUP, 1, FIRST, FIRST + timedelta(days=3))

    assert Gate.GROUP in closed([group], FIRST + timedelta(days=2))
    assert Gate.GROUP not in closed([group], FIRST + timedelta(days=3))

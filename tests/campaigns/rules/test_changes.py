"""What a change of plan does is told completely: every unit, once for each thing that happens."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from jinguo.campaigns.rules.changes import Does, Effects, StepThen, Then, UnitThen, compare

DAY = date(2026, 5, 1)
DAYS = st.integers(0, 3).map(lambda days: DAY + timedelta(days=days))
SETS = st.frozensets(st.sampled_from(("organisation", "plaque")))
STEPS = st.dictionaries(
    st.integers(0, 2), st.builds(StepThen, st.just("筹备"), DAYS, st.booleans(), st.booleans()),
    max_size=2,
)  # fmt: skip
UNITS = st.dictionaries(
    st.integers(1, 5),
    st.builds(
        UnitThen, st.just("石下村妇联"), st.sampled_from(("一", "二")), DAYS, SETS, SETS, STEPS
    ),
)
THEN = st.builds(
    Then, st.dictionaries(st.sampled_from(("名称", "目标")), st.sampled_from("甲乙")), UNITS
)
OPPOSITE = {
    Does.JOINS: Does.LEAVES, Does.LATE: Does.IN_TIME, Does.CLOSES: Does.OPENS,
    Does.STEP_LATE: Does.STEP_IN_TIME, Does.STEP_DONE: Does.STEP_OPEN,
}  # fmt: skip


def counted(effects: Effects, does: Does) -> int:
    return sum(len(one.units) for one in effects.units if one.does is does)


@given(THEN)
def test_what_stays_is_no_effect(one: Then) -> None:
    assert not compare(one, one)


@given(THEN, THEN)
def test_every_unit_that_comes_goes_or_becomes_late_is_told_once(before: Then, after: Then) -> None:
    effects = compare(before, after)

    def late(then: Then) -> set[int]:
        return {number for number, one in then.units.items() if one.overdue}

    assert counted(effects, Does.JOINS) == len(after.units.keys() - before.units.keys())
    assert counted(effects, Does.LEAVES) == len(before.units.keys() - after.units.keys())
    assert counted(effects, Does.LATE) == len(late(after) - late(before))
    assert counted(effects, Does.IN_TIME) == len(late(before) - late(after))
    both = before.units.keys() & after.units.keys()
    moved = [one for one in both if before.units[one].wave != after.units[one].wave]
    assert counted(effects, Does.MOVES) == len(moved)
    assert set(effects.words) == {
        name
        for name in {*before.words, *after.words}
        if before.words.get(name, "") != after.words.get(name, "")
    }


@given(THEN, THEN)
def test_the_way_back_does_the_opposite(before: Then, after: Then) -> None:
    there, back = compare(before, after), compare(after, before)

    for does, opposite in OPPOSITE.items():
        assert counted(there, does) == counted(back, opposite)
        assert counted(there, opposite) == counted(back, does)
    assert there.words == {name: (was, now) for name, (now, was) in back.words.items()}

"""A step is done exactly when its papers are there; the template fits any campaign."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinguo.campaigns.enums import Doer, Made
from jinguo.campaigns.rules.papers import made_of
from jinguo.campaigns.rules.plans import Plan, StepPlan, WavePlan, fault
from jinguo.campaigns.rules.standard import STEPS, spread
from jinguo.campaigns.rules.steps import Paper, done_on, found

FIRST, LAST = date(2026, 3, 1), date(2026, 5, 31)
DAYS = st.dates(FIRST, LAST)
NAMES = ("请示", "揭牌照片", "联系群登记", "计票单")
PAPERS = st.lists(
    st.builds(
        lambda made, number, day, names, length: Paper(
            made, number, day, tuple(names),
            day + timedelta(days=length) if made is Made.GROUP and length else None,
        ),
        st.sampled_from(Made), st.integers(1, 50), DAYS,
        st.lists(st.sampled_from(NAMES), max_size=3), st.integers(0, 20),
    ),
    max_size=8,
    unique_by=lambda one: (one.made, one.record_id),
)  # fmt: skip


@given(PAPERS, DAYS, st.randoms())
def test_done_exactly_when_each_paper_is_there_whatever_the_order(papers, day, chance) -> None:  # type: ignore[no-untyped-def]
    there = {name: any(one.is_there(name, day) for one in papers) for name in NAMES}
    shuffled = list(papers)
    chance.shuffle(shuffled)

    known = found(NAMES, papers, day)

    assert {name for name in NAMES if there[name]} == set(known)
    assert (done_on(NAMES, known) is not None) == all(there.values())
    assert known == found(NAMES, shuffled, day)


@given(PAPERS, DAYS)
def test_a_paper_once_there_stays_unless_it_ends(papers, day) -> None:  # type: ignore[no-untyped-def]
    lasting = [one for one in papers if one.until is None]

    before, after = (found(NAMES, lasting, at) for at in (day, day + timedelta(days=1)))

    assert all(after[name] == one for name, one in before.items())


def test_a_paper_that_another_record_is_counts_under_its_name_only() -> None:
    plaque = Paper(Made.PLAQUE, 1, FIRST)

    assert set(found(NAMES, [plaque], FIRST)) == {"揭牌照片"}
    assert made_of("揭牌 照片") == (Made.PLAQUE,)
    assert made_of("请示") == ()


def test_without_papers_nothing_is_done() -> None:
    assert done_on((), {}) is None


@given(DAYS, st.integers(0, 400), st.lists(st.integers(0, 400), min_size=1, max_size=4))
def test_the_template_fits_any_days(first: date, length: int, waves: list[int]) -> None:
    last = first + timedelta(days=length)
    ends = [first + timedelta(days=min(one, length)) for one in waves]

    steps = spread(first, last, ends)

    plan = Plan("会改联", first, last, tuple(WavePlan("批", end, [1]) for end in ends), steps=steps)
    assert fault(plan) == ""
    of_units = [one.due_on for one in steps if one.doer is Doer.UNIT]
    for wave in range(len(ends)):
        days = [due[wave] for due in of_units]
        assert days == sorted(days)  # type: ignore[type-var]
        assert days[-1] == ends[wave]


def test_each_paper_of_the_template_stands_once() -> None:
    names = [name for one in STEPS for name in one.papers]

    assert len(names) == len(set(names))
    assert [one.number for one in STEPS] == list(range(10))


STEP = StepPlan(1, "筹备", ("请示",), due_on=(FIRST,))
WAVES = (WavePlan("一", LAST, [1]),)


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ((STEP, STEP), "序号"),
        ((StepPlan(1, "甲", ("请示",)), StepPlan(2, "乙", ("请示",))), "请示"),
        ((StepPlan(10, "甲", ("请示",)),), "0"),
        ((StepPlan(1, " ", ("请示",)),), "1"),
        ((StepPlan(1, "甲", ()),), "甲"),
        ((StepPlan(1, "甲", ("请示",), due_on=(FIRST, FIRST)),), "批次"),
        ((StepPlan(1, "甲", ("请示",), due_on=(LAST + timedelta(days=1),)),), "2026-06-01"),
    ],
)
def test_steps_that_contradict_themselves_are_told_in_words(
    steps: tuple[StepPlan, ...], words: str
) -> None:
    assert words in fault(Plan("会改联", FIRST, LAST, WAVES, steps=steps))

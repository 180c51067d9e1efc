"""A copied plan keeps every distance; supervisors are the nearest that are named."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from jinguo.campaigns.rules.copying import shifted
from jinguo.campaigns.rules.plans import Plan, SupervisorPlan, WavePlan, fault
from jinguo.campaigns.rules.standard import spread
from jinguo.campaigns.rules.supervisors import Named, nearest

DAYS = st.dates(date(2000, 1, 1), date(2090, 1, 1))


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    first, length = draw(DAYS), draw(st.integers(0, 300))
    last = first + timedelta(days=length)
    dues = [first + timedelta(days=min(length, draw(st.integers(0, 300)))) for _one in range(2)]
    return Plan(
        "会改联", first, last, tuple(WavePlan(f"{day}", day, [1]) for day in dues),
        basis_number="〔2017〕1号", steps=spread(first, last, dues),
        supervisors=(SupervisorPlan("组联部", 7, begins_on=first, ends_on=last + timedelta(1)),),
    )  # fmt: skip


@given(plans(), DAYS)
def test_every_day_moves_alike_and_nothing_contradicts_itself(plan: Plan, first: date) -> None:
    moved = shifted(plan, first)
    by = first - plan.starts_on

    assert fault(plan) == fault(moved) == ""
    assert moved.basis_number == ""
    assert moved.ends_on - plan.ends_on == by
    for was, now in zip(plan.steps, moved.steps, strict=True):
        assert [b - a for a, b in zip(was.due_on, now.due_on, strict=True) if a and b] == [
            by for _day in was.due_on
        ]
    assert shifted(moved, plan.starts_on) == replace(plan, basis_number="")


PARTS = (None, 1, 2, 3)
NAMED = st.lists(
    st.builds(
        lambda who, part, wave, begins, length: Named(
            who, None, part, wave if part is None else None, begins,
            begins + timedelta(days=length),
        ),
        st.sampled_from("甲乙丙"), st.sampled_from(PARTS), st.integers(1, 2),
        st.dates(date(2026, 1, 1), date(2026, 1, 9)), st.integers(1, 9),
    ),
    max_size=6,
)  # fmt: skip


@given(NAMED, st.dates(date(2026, 1, 1), date(2026, 1, 20)))
def test_whoever_is_named_for_what_is_nearest_supervises(named: list[Named], day: date) -> None:
    found = nearest(named, divisions=[1, 2, 3], wave_id=1, day=day)

    def rank(one: Named) -> int:
        order = [one.division_id == 1, one.division_id == 2, one.wave_id == 1, one.division_id == 3]
        return order.index(True) if True in order else 9

    standing = [
        one
        for one in named
        if one.begins_on and one.ends_on and one.begins_on <= day < one.ends_on and rank(one) < 9
    ]
    best = min(map(rank, standing), default=9)
    assert found == [one for one in standing if rank(one) == best]

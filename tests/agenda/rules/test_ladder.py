"""Which step is due, and who is told."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinguo.agenda.enums import HEIGHT, Whom
from jinguo.agenda.rules.ladder import Heads, Step, due, fault, told

LADDER = (
    Step(-7, Whom.CHAIR), Step(-1, Whom.CHAIR), Step(1, Whom.CHAIR),
    Step(3, Whom.DEPUTY), Step(7, Whom.ABOVE), Step(14, Whom.TOP),
)  # fmt: skip
DUE = date(2019, 3, 1)


def on(days: int, *said: int) -> tuple[int, tuple[int, ...]] | None:
    found = due(LADDER, DUE, DUE + timedelta(days=days), said)
    return (found.step.days, found.overtook) if found else None


@pytest.mark.parametrize(
    ("days", "said", "expected"),
    [
        (-8, (), None),
        (-7, (), (-7, ())),
        (-6, (-7,), None),
        (0, (-7, -1), None),
        (1, (-7, -1), (1, ())),
        (3, (-7, -1, 1), (3, ())),
        (30, (-7, -1, 1, 3, 7, 14), None),
        (9, (-7, -1, 1), (7, (3,))),  # nobody worked for some days: one notice, not two
        (0, (), (-1, (-7,))),  # asked late: once
        (20, (), (1, (-7, -1))),  # never told: who owes it comes first, however late
        (20, (1,), (14, (3, 7))),
        (74, (), (1, (-7, -1))),
        (75, (), None),  # long ago
    ],
)
def test_the_step_that_is_due(
    days: int, said: tuple[int, ...], expected: tuple[int, tuple[int, ...]] | None
) -> None:
    assert on(days, *said) == expected


@st.composite
def ladders(draw: st.DrawFn) -> tuple[Step, ...]:
    days = sorted(draw(st.sets(st.integers(-30, 60), min_size=1, max_size=8)))
    whom = sorted(draw(st.lists(st.sampled_from(list(Whom)), min_size=len(days) - 1,
                                max_size=len(days) - 1)), key=HEIGHT.__getitem__)  # fmt: skip
    return tuple(Step(*one) for one in zip(days, [Whom.CHAIR, *whom], strict=True))


@given(ladders(), st.lists(st.integers(-40, 30), min_size=1))
def test_whenever_somebody_works_no_step_is_lost_or_said_twice_and_none_comes_down(
    ladder: tuple[Step, ...], worked: list[int]
) -> None:
    assert not fault(ladder)
    said: list[int] = []
    covered: list[int] = []
    for days in sorted(worked) + [max(worked)] * len(ladder):
        found = due(ladder, DUE, DUE + timedelta(days=days), said)
        if found is not None:
            assert found.step.days <= days
            said.append(found.step.days)
            covered += [*found.overtook, found.step.days]

    passed = [one.days for one in ladder if one.days <= max(worked)]
    assert sorted(covered) == passed == covered
    by_days = {one.days: HEIGHT[one.whom] for one in ladder}
    heights = [by_days[one] for one in said]
    assert heights == sorted(heights)
    assert heights[:1] in ([], [0])


VILLAGE, TOWNSHIP, COUNTY = Heads(1, 11, 12), Heads(2, 21, 22), Heads(3, 31, 32)
CHAIN = [VILLAGE, TOWNSHIP, COUNTY]
EMPTY = Heads(1, None, None)


@pytest.mark.parametrize(
    ("whom", "chain", "expected"),
    [
        (Whom.CHAIR, CHAIN, (1, 11)),
        (Whom.DEPUTY, CHAIN, (1, 12)),
        (Whom.ABOVE, CHAIN, (2, 21)),
        (Whom.TOP, CHAIN, (3, 31)),
        (Whom.CHAIR, [Heads(1, None, 12), TOWNSHIP], (1, 12)),
        (Whom.DEPUTY, [Heads(1, 11, None), TOWNSHIP], (1, 11)),
        (Whom.CHAIR, [EMPTY, TOWNSHIP, COUNTY], (2, 21)),
        (Whom.DEPUTY, [EMPTY, Heads(2, None, 22), COUNTY], (2, 22)),
        (Whom.DEPUTY, [EMPTY, TOWNSHIP, COUNTY], (2, 21)),
        (Whom.ABOVE, [VILLAGE, Heads(2, None, None), COUNTY], (3, 31)),
        (Whom.TOP, [VILLAGE, TOWNSHIP], (2, 21)),
        (Whom.TOP, [VILLAGE, TOWNSHIP, Heads(3, None, None)], (2, 21)),
        (Whom.ABOVE, [COUNTY], (3, 31)),
        (Whom.TOP, [EMPTY], None),
    ],
)
def test_who_is_told(whom: Whom, chain: list[Heads], expected: tuple[int, int] | None) -> None:
    assert told(whom, chain) == expected


@pytest.mark.parametrize(
    "steps",
    [
        (),
        (Step(1, Whom.DEPUTY),),
        (Step(1, Whom.CHAIR), Step(1, Whom.DEPUTY)),
        (Step(1, Whom.CHAIR), Step(2, Whom.ABOVE), Step(3, Whom.DEPUTY)),
        (Step(-61, Whom.CHAIR),),
        (Step(0, Whom.CHAIR), Step(181, Whom.TOP)),
    ],
)
def test_a_ladder_that_goes_past_somebody_or_comes_down_is_refused(steps: tuple[Step, ...]) -> None:
    assert fault(steps)
    assert not fault(LADDER)

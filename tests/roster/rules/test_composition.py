"""The rules of composition, judged on any committee that could be."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinguo.roster.rules.composition import RuleFact, RuleVerdict, judge

FIVE = ("mediator", "artist", "entrepreneur", "volunteer", "family_educator")
POSTS = ("chair", "vice_chair", "standing", "executive")


@dataclass(frozen=True)
class Sitting:
    """A seat for the rules."""

    post: str = "executive"
    kind: str = ""
    categories: Sequence[str] = ()
    name: str = "李梅"


committees = st.lists(
    st.builds(
        Sitting,
        st.sampled_from(POSTS),
        st.sampled_from(["", "part_time"]),
        st.lists(st.sampled_from(FIVE), max_size=2, unique=True).map(tuple),
        st.sampled_from(["李梅", "王兰", "张竹"]),
    ),
    max_size=20,
)
numbers = st.integers(0, 6)
rules = st.one_of(
    st.builds(RuleFact, st.just("category"), st.just(1), category=st.sampled_from(FIVE)),
    st.builds(RuleFact, st.just("chair"), st.just(1), st.just(1)),
    st.builds(RuleFact, st.just("odd_seats")),
    st.builds(
        lambda kind, low, more: RuleFact(kind, low, None if more is None else low + more),
        st.sampled_from(["vice_chairs", "seats"]),
        numbers,
        st.none() | numbers,
    ),
)


@given(rules, committees)
def test_a_fix_is_named_exactly_where_a_rule_is_broken(
    rule: RuleFact, seats: list[Sitting]
) -> None:
    (verdict,) = judge([rule], seats)

    assert (verdict.fix is None) == verdict.ok
    assert verdict.counted == len(verdict.seats) <= len(seats)
    assert verdict.fix != ""


@given(rules, committees.filter(bool))
def test_doing_what_the_fix_asks_meets_the_rule(rule: RuleFact, seats: list[Sitting]) -> None:
    (verdict,) = judge([rule], seats)

    mended = seats if verdict.ok else mend(rule, verdict, seats)

    assert judge([rule], mended)[0].ok


def mend(rule: RuleFact, verdict: RuleVerdict, seats: list[Sitting]) -> list[Sitting]:
    """The committee after the smallest change."""
    short = (rule.minimum or 0) - verdict.counted
    over = verdict.counted - (rule.maximum if rule.maximum is not None else verdict.counted)
    if rule.kind == "category":
        return [replace(seats[0], categories=(*seats[0].categories, rule.category)), *seats[1:]]
    if rule.kind == "odd_seats":
        return [*seats, Sitting()]
    if rule.kind == "seats":
        return [*seats, *[Sitting()] * short] if short > 0 else seats[over:]
    post = {"chair": "chair", "vice_chairs": "vice_chair"}[rule.kind]
    if over > 0:
        return demoted(seats, post, over)
    free = [at for at, seat in enumerate(seats) if seat.post != post][:short]
    elected = [replace(s, post=post) if at in free else s for at, s in enumerate(seats)]
    return [*elected, *[Sitting(post)] * (short - len(free))]


def demoted(seats: list[Sitting], post: str, number: int) -> list[Sitting]:
    """So many of a post go on as executives."""
    chosen = [at for at, seat in enumerate(seats) if seat.post == post][:number]
    return [replace(s, post="executive") if at in chosen else s for at, s in enumerate(seats)]


def test_verdicts_come_in_the_order_of_the_rules_with_the_people_counted() -> None:
    seats = [Sitting("chair", name="张梅"), Sitting("vice_chair", categories=("artist",))]
    facts = [
        RuleFact("chair", 1, 1),
        RuleFact("category", 1, category="artist", category_name="文艺女骨干"),
        RuleFact("category", 1, category="mediator", category_name="调解女能手"),
    ]

    found = judge(facts, seats)

    assert [one.rule.key for one in found] == ["chair", "category:artist", "category:mediator"]
    assert [one.ok for one in found] == [True, True, False]
    assert [seat.name for seat in found[0].seats] == ["张梅"]
    assert "调解女能手" in (found[2].fix or "")
    assert "张梅" in (found[2].fix or "")


@pytest.mark.parametrize(("chairs", "ok"), [(0, False), (1, True), (2, False)])
def test_a_committee_has_one_chair(chairs: int, ok: bool) -> None:
    seats = [Sitting("chair")] * chairs + [Sitting()]

    assert judge([RuleFact("chair", 1, 1)], seats)[0].ok is ok


def test_one_woman_may_carry_several_categories() -> None:
    facts = [RuleFact("category", 1, category=one) for one in FIVE]

    assert all(one.ok for one in judge(facts, [Sitting("chair", categories=FIVE)]))

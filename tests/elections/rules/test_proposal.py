"""The verdict on a list that is only proposed."""

import pytest

from jinguo.elections.rules.proposal import ProposedSeat, judge_proposal
from jinguo.roster.rules.composition import RuleFact

pytestmark = pytest.mark.django_db  # the catalogue is compiled with the database

MEDIATOR = RuleFact("category", minimum=1, category="mediator", category_name="调解女能手")


def seat(name: str, post: str = "executive", *categories: str) -> ProposedSeat:
    return ProposedSeat(name, post, "", categories)


def test_a_missing_category_names_who_could_carry_it() -> None:
    (found,) = judge_proposal([MEDIATOR], [seat("李梅"), seat("王芳")], seats=1)

    assert not found.ok
    assert "李梅、王芳" in found.fix


def test_a_category_that_may_lose_with_its_only_carrier_is_a_risk() -> None:
    candidates = [seat("李梅", "executive", "mediator"), seat("王芳"), seat("张兰")]

    risky = judge_proposal([MEDIATOR], candidates, seats=2)[0]
    safe = judge_proposal([MEDIATOR], candidates, seats=3)[0]

    assert risky.ok
    assert "李梅" in risky.risk
    assert safe.risk == ""


@pytest.mark.parametrize(
    ("rule", "posts", "fix"),
    [
        (RuleFact("chair", 1, 1), [], "主席人选"),
        (RuleFact("chair", 1, 1), ["chair", "chair"], "只提名一位"),
        (RuleFact("vice_chairs", 1, 5), ["chair"], "再提名1位"),
        (RuleFact("vice_chairs", 1, 1), ["vice_chair"] * 3, "将其中2位"),
        (RuleFact("seats", 5, 9), ["executive"], "增加4个"),
        (RuleFact("odd_seats"), ["executive"] * 2, "增选或少选一名"),
    ],
)
def test_the_smallest_fix_is_named(rule: RuleFact, posts: list[str], fix: str) -> None:
    candidates = [seat(f"候选{at}", post) for at, post in enumerate(posts)]

    (found,) = judge_proposal([rule], candidates, seats=max(len(posts), 1))

    assert fix in found.fix


def test_rules_of_size_look_at_the_seats_not_at_who_may_lose() -> None:
    candidates = [seat(f"候选{at}") for at in range(4)]

    (found,) = judge_proposal([RuleFact("odd_seats")], candidates, seats=3)

    assert found.ok


def test_a_category_two_may_lose_needs_one_of_them() -> None:
    artists = [seat(name, "executive", "mediator") for name in ("李梅", "张兰")]

    (found,) = judge_proposal([MEDIATOR], [*artists, seat("王芳")], seats=1)

    assert found.risk == "李梅、张兰中至少须有1人当选。"

"""Two who write over the same facts: nothing that somebody wrote is lost unseen."""

from hypothesis import given
from hypothesis import strategies as st

from jinguo.roster.rules.three_ways import three_ways

NAMES = ("education", "occupation", "skills")
FACTS = st.fixed_dictionaries(
    {name: st.sampled_from(["", "初中", "高中", "大专"]) for name in NAMES}
)


def after(shown: dict[str, str], mine: dict[str, str], now: dict[str, str]) -> dict[str, str]:
    """What stands there once the verdict is carried out."""
    return now | {name: mine[name] for name in three_ways(shown, mine, now).write}


@given(shown=FACTS, mine=FACTS, now=FACTS)
def test_what_another_wrote_is_never_written_over(
    shown: dict[str, str], mine: dict[str, str], now: dict[str, str]
) -> None:
    then = after(shown, mine, now)

    assert all(then[name] == now[name] for name in NAMES if now[name] != shown[name])


@given(shown=FACTS, mine=FACTS, now=FACTS)
def test_what_she_wrote_is_written_or_put_before_her(
    shown: dict[str, str], mine: dict[str, str], now: dict[str, str]
) -> None:
    verdict = three_ways(shown, mine, now)
    then = after(shown, mine, now)

    hers = {name for name in NAMES if mine[name] != shown[name]}
    assert hers == {name for name in hers if then[name] == mine[name]} | set(verdict.clashes)


@given(shown=FACTS, mine=FACTS, now=FACTS)
def test_having_chosen_she_is_not_asked_again(
    shown: dict[str, str], mine: dict[str, str], now: dict[str, str]
) -> None:
    clashes = three_ways(shown, mine, now).clashes
    chosen = now | {name: mine[name] for name in clashes}

    again = three_ways(now, chosen, now)

    assert again.clashes == again.kept == ()
    assert set(again.write) == set(clashes)


def test_who_left_a_fact_alone_keeps_what_the_other_made_of_it() -> None:
    verdict = three_ways({"skills": ""}, {}, {"skills": "剪纸"})

    assert verdict.kept == ("skills",)

"""A county sets its own rules, from a day on."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jinguo.access.queries import actor_for
from jinguo.accounts.models import Account
from jinguo.audit.models import Entry
from jinguo.divisions.queries import place
from jinguo.elections.actions.ruling import Ruling, drop_rule, set_rule
from jinguo.elections.enums import RuleKind
from jinguo.elections.errors import RulesForbidden, RuleUnfit
from jinguo.elections.models import ElectionRule, ElectionRuleSet
from jinguo.elections.queries.rulebook import rule_book
from jinguo.elections.queries.rulings import ruling_lines
from jinguo.elections.rules.numbers import Numbers
from jinguo.kernel.actor import Actor, system

pytestmark = pytest.mark.usefixtures("qingliu")
COUNTY, TOWNSHIP = "350423", 4
TODAY = date(2026, 11, 25)


def term(years: int, since: date | None, source: str = "县妇联文件") -> ElectionRule:
    return set_rule(
        place=place(COUNTY, TODAY),
        ruling=Ruling(RuleKind.TERM, TOWNSHIP, since, Numbers(minimum=years, maximum=years),
                      source, verified=True),
        by=system(),
    )  # fmt: skip


def years(day: date) -> int | None:
    return rule_book(f"{COUNTY}100000", TOWNSHIP, day).bounds(RuleKind.TERM)[1]


def test_a_rule_holds_from_its_day_on_and_the_default_before() -> None:
    term(5, date(2016, 1, 1))

    assert [years(day) for day in (date(2015, 12, 31), date(2016, 1, 1), TODAY)] == [None, 5, 5]


def test_a_later_rule_ends_the_earlier_one_and_inherits_the_rest() -> None:
    term(3, None)
    set_rule(
        place=place(COUNTY, TODAY),
        ruling=Ruling(RuleKind.QUORUM, None, date(2020, 1, 1),
                      Numbers(share="1/2", more_than=True), "选举办法", verified=False),
        by=system(),
    )  # fmt: skip

    before = rule_book(f"{COUNTY}100000", TOWNSHIP, date(2019, 12, 31)).standards
    after = rule_book(f"{COUNTY}100000", TOWNSHIP, date(2020, 1, 1)).standards
    assert (before.quorum.needed(36), after.quorum.needed(36)) == (24, 19)
    assert years(TODAY) == 3


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(
    said=st.lists(
        st.tuples(
            st.one_of(st.none(), st.dates(date(2000, 1, 1), date(2025, 1, 1))), st.integers(1, 10)
        ),
        min_size=1,
        max_size=6,
        unique_by=lambda one: one[0],
    )
)
def test_in_whatever_order_rules_are_stated_each_holds_until_the_next(
    said: list[tuple[date | None, int]],
) -> None:
    ElectionRuleSet.objects.filter(prefix=COUNTY).delete()
    for since, length in said:
        term(length, since)

    by_day = sorted((since or date.min, length) for since, length in said)
    for at, (since, length) in enumerate(by_day):
        last = by_day[at + 1][0] if at + 1 < len(by_day) else date(2026, 1, 1)
        assert years(since) == length
        assert years(date.fromordinal(last.toordinal() - 1)) == length


def test_a_dropped_rule_leaves_the_default_and_dropping_twice_does_nothing() -> None:
    rule = term(5, None)

    for _twice in range(2):
        drop_rule(place=place(COUNTY, TODAY), rule_id=rule.pk, by=system())

    assert years(TODAY) is None
    assert not ElectionRuleSet.objects.filter(prefix=COUNTY).exists()
    verbs = Entry.objects.filter(verb__startswith="rule.").order_by("pk")
    assert list(verbs.values_list("verb", flat=True)) == ["rule.set", "rule.dropped"]


def test_the_default_cannot_be_dropped_by_its_number() -> None:
    default = ElectionRule.objects.filter(rule_set__prefix="").earliest("pk")

    drop_rule(place=place(COUNTY, TODAY), rule_id=default.pk, by=system())

    assert ElectionRule.objects.filter(pk=default.pk).exists()


@pytest.mark.parametrize("username", ["township", "village", "auditor", "administrator"])
def test_only_the_county_office_sets_rules(username: str) -> None:
    account = Account.objects.get(username=username)
    somebody: Actor = actor_for(account.pk, username, TODAY)
    ruling = Ruling(RuleKind.TERM, TOWNSHIP, None, Numbers(minimum=5, maximum=5), "x", True)

    with pytest.raises(RulesForbidden):
        set_rule(place=place(COUNTY, TODAY), ruling=ruling, by=somebody)

    assert not ElectionRuleSet.objects.filter(prefix=COUNTY).exists()


@pytest.mark.parametrize(("length", "source"), [(0, "文件"), (5, " ")])
def test_a_rule_without_sense_or_source_changes_nothing(length: int, source: str) -> None:
    with pytest.raises(RuleUnfit):
        term(length, None, source)

    assert not ElectionRuleSet.objects.filter(prefix=COUNTY).exists()


def test_the_list_tells_levels_apart_only_where_they_differ() -> None:
    term(5, None)

    lines = [(line.kind, line.level, bool(line.rule_id)) for line in
             ruling_lines(place(COUNTY, TODAY), TODAY)]  # fmt: skip

    assert (RuleKind.QUORUM, None, False) in lines
    assert (RuleKind.TERM, 4, True) in lines
    assert (RuleKind.TERM, 5, False) in lines

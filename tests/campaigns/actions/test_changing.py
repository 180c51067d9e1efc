"""What the preview of a changed plan tells is what applying it does."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jinguo.audit.models import Entry
from jinguo.campaigns.actions import (
    Plan,
    WavePlan,
    change_plan,
    file_result,
    plan_campaign,
    preview_change,
)
from jinguo.campaigns.errors import PlanChangedMeanwhile, PlanUnfit
from jinguo.campaigns.models import Campaign, CampaignStep, Target
from jinguo.campaigns.queries.plan import plan_of
from jinguo.campaigns.queries.status import status
from jinguo.campaigns.queries.then import then
from jinguo.campaigns.rules.changes import Does, compare
from jinguo.campaigns.rules.standard import spread, timed
from jinguo.kernel.actor import system
from jinguo.roster.models import Rule, RuleSet
from tests.factories.counties import LINSHAN, county
from tests.factories.deeds import TODAY, unit

FIRST, LAST, DAY = date(2019, 2, 1), date(2019, 4, 30), date(2019, 3, 20)
CODES = ("430999100200", "430999100201", "430999200200", "430999200202")
BY = system("陈")


@pytest.fixture
def villages(bridge: int) -> list[int]:
    """Four villages, the first with a committee and a filed result."""
    file_result(
        federation_id=bridge, elected_on=date(2019, 3, 1), paper=("a", b"1"), today=TODAY, by=BY
    )
    return [unit(code, DAY) for code in CODES]


@pytest.fixture
def reform(villages: list[int]) -> Campaign:
    """Three of them in two waves with the steps of the template."""
    waves = (WavePlan("一", date(2019, 3, 10), villages[:1]), WavePlan("二", LAST, villages[1:3]))
    plan = Plan(
        "会改联", FIRST, LAST, waves, steps=spread(FIRST, LAST, [one.due_on for one in waves])
    )
    return plan_campaign(slug="reform", county=county(LINSHAN), plan=plan, by=BY)


@st.composite
def changes(draw: st.DrawFn) -> dict[str, Any]:
    """Where each village goes, when each wave is due, and whether the steps are timed anew."""
    return {
        "where": draw(st.lists(st.integers(-1, 2), min_size=4, max_size=4).filter(
            lambda where: any(one >= 0 for one in where))),
        "dues": draw(st.lists(st.integers(0, 88), min_size=3, max_size=3)),
        "steps": draw(st.sampled_from(("kept", "timed", "none"))),
    }  # fmt: skip


def changed(plan: Plan, villages: list[int], told: dict[str, Any]) -> Plan:
    waves = tuple(
        WavePlan(f"第{at}批", FIRST + timedelta(days=days), ids)
        for at, days in enumerate(told["dues"])
        if (ids := [one for one, to in zip(villages, told["where"], strict=True) if to == at])
    )
    steps = () if told["steps"] == "none" else tuple(
        replace(one, due_on=()) for one in plan.steps
    )  # fmt: skip
    if told["steps"] == "timed":
        steps = timed(steps, FIRST, LAST, [one.due_on for one in waves])
    return replace(plan, waves=waves, steps=steps)


@settings(
    max_examples=15, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
@given(changes())
def test_what_is_shown_before_is_what_applying_does(
    reform: Campaign, villages: list[int], told: dict[str, Any]
) -> None:
    before = then(Campaign.objects.get(pk=reform.pk), DAY, reader=BY)
    plan = changed(plan_of(reform, DAY), villages, told)
    rows = list(Target.objects.values_list("federation_id", "wave__name"))

    shown = preview_change(campaign_id=reform.pk, plan=plan, day=DAY, by=BY)

    assert list(Target.objects.values_list("federation_id", "wave__name")) == rows
    applied = change_plan(campaign_id=reform.pk, plan=plan, by=BY)
    assert shown == compare(before, then(applied, DAY, reader=BY))
    assert replace(plan_of(applied, DAY), waves=()) == replace(plan, waves=())
    assert {
        (wave.name, wave.due_on, frozenset(wave.federation_ids))
        for wave in plan_of(applied, DAY).waves
    } == {(wave.name, wave.due_on, frozenset(wave.federation_ids)) for wave in plan.waves}


def test_it_is_told_to_whom(reform: Campaign, villages: list[int]) -> None:
    plan = plan_of(reform, DAY)
    first, second = plan.waves
    waves = (
        replace(first, due_on=date(2019, 4, 1)),
        replace(second, federation_ids=[*villages[2:]], due_on=date(2019, 3, 15)),
    )
    steps = tuple(replace(one, due_on=()) for one in plan.steps)

    found = preview_change(
        campaign_id=reform.pk, plan=replace(plan, waves=waves, steps=steps), day=DAY, by=BY
    )

    told = {(one.does, one.units) for one in found.units if not one.of}
    assert (Does.JOINS, ("瑶山瑶族村妇联",)) in told
    assert (Does.LEAVES, ("大坪村妇联",)) in told
    assert (Does.IN_TIME, ("石桥村妇联",)) in told
    assert any(one.does is Does.DUE and one.was == date(2019, 3, 10) for one in found.units)
    assert any(one.does is Does.STEP_IN_TIME for one in found.units)


def test_a_composition_of_its_own_decides_the_gate(reform: Campaign, villages: list[int]) -> None:
    strict = RuleSet.objects.create(name="严格", prefix=LINSHAN, source="示例")
    RuleSet.objects.filter(pk=strict.pk).update(valid_from=date(2030, 1, 1))
    Rule.objects.create(rule_set=strict, kind="vice_chairs", minimum=9, position=1, source="示例")
    plan = replace(plan_of(reform, DAY), rule_set_id=strict.pk)

    found = preview_change(campaign_id=reform.pk, plan=plan, day=DAY, by=BY)
    change_plan(campaign_id=reform.pk, plan=plan, by=BY)

    assert [(one.does, one.of, one.units) for one in found.units if one.does is Does.OPENS] == [
        (Does.OPENS, "organisation", ("石桥村妇联",))
    ]
    state = status(Campaign.objects.get(pk=reform.pk), DAY, reader=BY)
    assert not any(one.gates for one in state.units)
    other = RuleSet.objects.create(name="外县", prefix="350423", source="示例")
    with pytest.raises(PlanUnfit):
        change_plan(campaign_id=reform.pk, plan=replace(plan, rule_set_id=other.pk), by=BY)


def test_who_comes_second_is_told_and_loses_nothing(reform: Campaign) -> None:
    plan = plan_of(reform, DAY)
    seen = reform.version
    change_plan(campaign_id=reform.pk, plan=replace(plan, name="甲"), by=system("李"), seen=seen)

    for deed in (preview_change, change_plan):
        words: dict[str, Any] = {"day": DAY} if deed is preview_change else {}
        with pytest.raises(PlanChangedMeanwhile, match="李"):
            deed(campaign_id=reform.pk, plan=replace(plan, name="乙"), by=BY, seen=seen, **words)

    reform.refresh_from_db()
    assert (reform.name, reform.version) == ("甲", seen + 1)


def test_a_plan_that_cannot_be_is_refused_in_the_preview(reform: Campaign) -> None:
    with pytest.raises(PlanUnfit):
        preview_change(
            campaign_id=reform.pk, plan=replace(plan_of(reform, DAY), name=" "), day=DAY, by=BY
        )

    assert CampaignStep.objects.filter(campaign=reform).count() == 10


def test_what_changed_and_only_that_is_on_record(reform: Campaign) -> None:
    change_plan(campaign_id=reform.pk, plan=replace(plan_of(reform, DAY), goal="全县覆盖"), by=BY)

    (entry,) = Entry.objects.filter(verb="campaign.replanned")
    assert (entry.before, entry.after) == ({"goal": ""}, {"goal": "全县覆盖"})

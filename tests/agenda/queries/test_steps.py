"""Of the steps of a campaign the next one is owed, and those that are overdue."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jinguo.agenda.enums import Owing
from jinguo.agenda.queries.owing import owed
from jinguo.agenda.rules.owed import Owed
from jinguo.campaigns.actions import Plan, WavePlan, hand_in, plan_campaign, start
from jinguo.campaigns.models import Campaign
from jinguo.campaigns.queries.steps import steps
from jinguo.campaigns.rules.standard import spread
from jinguo.kernel.actor import system
from tests.factories.counties import LINSHAN, county
from tests.factories.deeds import TODAY, unit

FIRST, LAST = date(2019, 2, 1), date(2019, 4, 30)


@pytest.fixture
def reform(bridge: int) -> Campaign:
    """The template over one village, started."""
    waves = (WavePlan("第一批", LAST, [bridge]),)
    plan = Plan("会改联", FIRST, LAST, waves, steps=spread(FIRST, LAST, [LAST]))
    made = plan_campaign(slug="reform", county=county(LINSHAN), plan=plan, by=system())
    return start(campaign_id=made.pk, by=system())


def of_unit(day: date, federation_id: int) -> list[Owed]:
    return [one for one in owed(day, [federation_id]) if one.kind is Owing.STEP]


def test_the_next_step_is_owed_and_then_the_one_after(reform: Campaign, bridge: int) -> None:
    (first,) = of_unit(FIRST, bridge)

    assert first.key == f"campaign:{reform.pk}:step:1:{bridge}"
    assert first.title == "第 1 步 筹备：成立领导小组，请示支部，上报（会改联）"
    (state, *_rest) = steps(reform, FIRST, {bridge: reform.waves.get()})[bridge]
    assert first.due_on == state.due_on
    hand_in(
        campaign=reform, federation_id=bridge, names=["领导小组名单", "请示", "党支部批复"],
        done_on=FIRST, file=("a", b"%PDF"), today=TODAY, by=system(),
    )  # fmt: skip
    assert [one.key for one in of_unit(FIRST, bridge)] == [f"campaign:{reform.pk}:step:2:{bridge}"]


def test_overdue_steps_are_owed_all_but_what_the_gates_ask_for(
    reform: Campaign, bridge: int
) -> None:
    found = of_unit(LAST + timedelta(days=1), bridge)

    numbers = [one.key.split(":")[3] for one in found]
    assert numbers == ["1", "2", "3", "4", "5"]  # plaque, filing, group and activity are gates


def test_the_county_owes_its_own(reform: Campaign) -> None:
    office = unit(f"{LINSHAN}000000")

    assert [one.key.split(":")[3] for one in of_unit(FIRST, office)] == ["0"]


def test_as_many_queries_for_one_unit_as_for_all(reform: Campaign, bridge: int) -> None:
    counts = []
    for some in ([bridge], None):
        with CaptureQueriesContext(connection) as queries:
            owed(FIRST, some)
        counts.append(len(queries))

    assert counts == [24, 24]

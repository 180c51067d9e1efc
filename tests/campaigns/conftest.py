"""Qingliu with its campaign, and a small campaign in a made-up county."""

from datetime import date

import pytest

from jinguo.campaigns.actions import Plan, WavePlan, plan_campaign
from jinguo.campaigns.models import Campaign
from jinguo.campaigns.queries.plan import campaign
from jinguo.cli.demo_campaign import SLUG, load_campaign
from jinguo.divisions.queries import place
from jinguo.kernel.actor import system
from tests.factories.counties import LINSHAN, county
from tests.factories.villages import bridge_village


@pytest.fixture
def replayed(qingliu: None) -> Campaign:
    """The demo's campaign on the demo's rosters."""
    load_campaign(place("350423", date(2017, 7, 31)), system("demo"))
    return campaign(SLUG, reader=system())


@pytest.fixture
def bridge(linshan: None) -> int:
    """A village with a committee since 2019-03-01."""
    return bridge_village()


@pytest.fixture
def small(bridge: int) -> Campaign:
    """A campaign that asks this one village, until the end of April 2019."""
    plan = Plan(
        name="会改联",
        starts_on=date(2019, 2, 1),
        ends_on=date(2019, 4, 30),
        waves=(WavePlan("第一批", date(2019, 4, 15), [bridge]),),
    )
    return plan_campaign(slug="linshan-2019", county=county(LINSHAN), plan=plan, by=system())

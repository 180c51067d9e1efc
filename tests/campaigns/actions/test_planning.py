"""Planning a campaign, starting it, planning it otherwise."""

from dataclasses import replace
from datetime import date

import pytest

from jinguo.audit.models import Entry
from jinguo.campaigns.actions import Plan, WavePlan, change_plan, plan_campaign, start
from jinguo.campaigns.errors import CampaignForbidden, NameTaken, PlanUnfit
from jinguo.campaigns.models import Campaign, Target, Wave
from jinguo.kernel.actor import RECORD, Actor, Grant, system
from tests.factories.counties import LINSHAN, county

PLAN = Plan("会改联", date(2019, 2, 1), date(2019, 4, 30), ())


def plan(bridge: int, **words: object) -> Plan:
    waves = (WavePlan("第一批", date(2019, 4, 15), [bridge]),)
    return replace(PLAN, **{"waves": waves, **words})  # type: ignore[arg-type]


def test_a_plan_has_its_waves_in_order_and_the_pilot_first(bridge: int) -> None:
    waves = (WavePlan("试点", date(2019, 2, 20), [bridge]), WavePlan("全面", PLAN.ends_on, []))

    made = plan_campaign(
        slug="a-2019", county=county(LINSHAN), plan=plan(bridge, waves=waves, pilot=True),
        by=system(),
    )  # fmt: skip

    assert [(one.number, one.name) for one in made.waves.all()] == [(0, "试点"), (1, "全面")]
    assert made.started_at is None


def test_starting_twice_is_starting_once(small: Campaign) -> None:
    first = start(campaign_id=small.pk, by=system("陈"))

    again = start(campaign_id=small.pk, by=system("李"))

    assert (again.started_at, again.started_by) == (first.started_at, "陈")
    assert Entry.objects.filter(verb="campaign.started").count() == 1


def test_a_changed_plan_is_on_record_with_what_was_before(small: Campaign, bridge: int) -> None:
    changed = plan(bridge, name="会改联（二）")

    change_plan(campaign_id=small.pk, plan=changed, by=system())
    change_plan(campaign_id=small.pk, plan=changed, by=system())

    (entry,) = Entry.objects.filter(verb="campaign.replanned")
    assert entry.before
    assert entry.after
    assert (entry.before["name"], entry.after["name"]) == ("会改联", "会改联（二）")
    assert Target.objects.get(campaign=small).federation_id == bridge


@pytest.mark.parametrize(
    "words",
    [
        {"name": " "},
        {"ends_on": date(2019, 1, 1)},
        {"waves": ()},
        {"waves": (WavePlan("晚", date(2020, 1, 1), [1]),)},
        {"waves": (WavePlan("空", date(2019, 4, 1), []),)},
        {"waves": (WavePlan("外县", date(2019, 4, 1), [10**9]),)},
    ],
)
def test_a_plan_that_contradicts_itself_is_refused(bridge: int, words: dict[str, object]) -> None:
    with pytest.raises(PlanUnfit):
        plan_campaign(
            slug="b-2019", county=county(LINSHAN), plan=plan(bridge, **words), by=system()
        )

    assert not Campaign.objects.exists()
    assert not Wave.objects.exists()


def test_a_unit_in_two_waves_is_refused(bridge: int) -> None:
    twice = tuple(WavePlan(name, date(2019, 4, 1), [bridge]) for name in ("一", "二"))

    with pytest.raises(PlanUnfit):
        plan_campaign(slug="b", county=county(LINSHAN), plan=plan(bridge, waves=twice), by=system())


@pytest.mark.parametrize("slug", ["", "会改联", "A-1", "a--b", "-a"])
def test_a_short_name_is_letters_digits_and_hyphens(bridge: int, slug: str) -> None:
    with pytest.raises(PlanUnfit):
        plan_campaign(slug=slug, county=county(LINSHAN), plan=plan(bridge), by=system())


def test_a_short_name_is_given_once(small: Campaign, bridge: int) -> None:
    with pytest.raises(NameTaken):
        plan_campaign(slug=small.slug, county=county(LINSHAN), plan=plan(bridge), by=system())


def test_only_the_county_plans(bridge: int) -> None:
    township = Actor(5, "乡镇", (Grant(RECORD, "430999100"),))

    with pytest.raises(CampaignForbidden):
        plan_campaign(slug="c", county=county(LINSHAN), plan=plan(bridge), by=township)

    assert not Campaign.objects.exists()

"""Campaigns follow federations that turn out to be one, or several."""

from datetime import date

from jinguo.campaigns.actions import Plan, WavePlan, file_result, plan_campaign, review
from jinguo.campaigns.enums import Gate, Verdict
from jinguo.campaigns.models import Campaign, Review, Target
from jinguo.divisions.events import Moved
from jinguo.federations.events import RecordsMoved
from jinguo.kernel.actor import system
from jinguo.kernel.events import announce
from jinguo.kernel.periods import Period
from tests.factories.counties import LINSHAN, county
from tests.factories.deeds import TODAY, unit

ELECTED = date(2019, 3, 1)
ALWAYS = Period(None, None)


def test_targets_and_reviews_go_where_their_days_belong(small: Campaign, bridge: int) -> None:
    other = unit("430999100201", ELECTED)
    filing = file_result(
        federation_id=bridge, elected_on=ELECTED, paper=("a", b"1"), today=TODAY, by=system()
    )
    review(
        campaign=small, federation_id=bridge, gate=Gate.ORGANISATION, record_id=filing.pk,
        verdict=Verdict.ACCEPTED, today=ELECTED, by=system(),
    )  # fmt: skip

    announce(RecordsMoved((Moved(bridge, other, ALWAYS), Moved(other, bridge, ALWAYS))))

    assert Target.objects.get().federation_id == Review.objects.get().federation_id == other


def test_days_that_are_not_of_the_campaign_move_nothing(small: Campaign, bridge: int) -> None:
    other = unit("430999100201", ELECTED)

    announce(RecordsMoved((Moved(bridge, other, Period(None, small.ends_on)),)))

    assert Target.objects.get().federation_id == bridge


def test_two_that_are_one_are_asked_once(bridge: int) -> None:
    other = unit("430999100201", ELECTED)
    waves = (WavePlan("一", date(2019, 4, 1), [bridge, other]),)
    plan = Plan("会改联", date(2019, 2, 1), date(2019, 4, 30), waves)
    plan_campaign(slug="two", county=county(LINSHAN), plan=plan, by=system())

    announce(RecordsMoved((Moved(bridge, other, ALWAYS),)))

    assert Target.objects.get().federation_id == other

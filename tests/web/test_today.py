"""My day: what is asked of the reader, each with one button, and what waits for her word."""

from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from jinguo.accounts.models import Account
from jinguo.campaigns.actions import review
from jinguo.campaigns.enums import Gate, Verdict
from jinguo.campaigns.models import Campaign, Review
from jinguo.delivery.models import Notice
from jinguo.groups.queries import groups_of
from jinguo.kernel.actor import system
from jinguo.plaques.actions import strike
from jinguo.plaques.models import Plaque
from jinguo.roster.queries.committees import committee
from tests.factories.deeds import TODAY, unit
from tests.web.conftest import Reader
from tests.web.pages import queries, text

VILLAGE, OTHER = "350423106204", "350423106201"
DAY = date(2017, 8, 10)
THEN = f"?day={DAY}"


def unhung(*codes: str) -> None:
    """The plaques of these villages were recorded by mistake."""
    for one in Plaque.objects.filter(federation_id__in=[unit(code) for code in codes]):
        strike(plaque_id=one.pk, why="错", by=system())


def sent_back(code: str) -> None:
    """The group of a village is sent back."""
    review(
        campaign=Campaign.objects.get(slug="qingliu-2017"), federation_id=unit(code),
        gate=Gate.GROUP, record_id=groups_of(unit(code))[-1].pk, verdict=Verdict.RETURNED,
        reason="群内没有群主", today=TODAY, by=system("张红"),
    )  # fmt: skip


@pytest.fixture
def chair(reader: Reader) -> Client:
    """The chair of 石下村."""
    return reader("village")


def test_it_is_the_first_page_of_chairs_and_the_county_keeps_its_overview(reader: Reader) -> None:
    pages = {who: reader(who).get("/")["Location"] for who in ("village", "township", "county")}

    assert pages == {"village": "/today/", "township": "/today/", "county": "/units/350423/"}


def test_nothing_asked_is_a_good_day_and_says_so(chair: Client) -> None:
    page = text(chair, "/today/")

    assert "今日没有待办" in page
    assert "btn-primary" not in page


def test_what_is_asked_has_one_button_that_leads_where_it_is_recorded(chair: Client) -> None:
    unhung(VILLAGE)

    page = text(chair, "/today/")

    assert "已超期" in page
    assert f'href="/plaques/{VILLAGE}/hang/?campaign=qingliu-2017">登记挂牌</a>' in page
    assert page.count("w-100") == 1
    assert chair.get(f"/plaques/{VILLAGE}/hang/?campaign=qingliu-2017").status_code == 200


def test_what_was_sent_back_is_there_with_its_reason_and_by_whom(chair: Client) -> None:
    sent_back(VILLAGE)

    page = text(chair, "/today/")

    assert "退回原因：群内没有群主" in page
    assert all(told in page for told in ("张红于", "退回，"))
    assert f'/campaigns/qingliu-2017/{VILLAGE}/#g-group">去补正</a>' in page


def test_a_township_sees_the_villages_that_are_late_and_others_see_no_other(
    reader: Reader,
) -> None:
    unhung(OTHER)

    assert "超期 1 个" in text(reader("township"), "/today/")
    assert "今日没有待办" in text(reader("village"), "/today/")
    assert f"/units/{OTHER}/" in text(reader("county"), "/today/units/")


def test_evidence_waits_for_the_level_above_until_a_word_is_said(reader: Reader) -> None:
    township = reader("township")
    Review.objects.all().delete()

    before = text(township, f"/today/evidence/{THEN}")
    own = text(reader("village"), f"/today/{THEN}")
    later = text(township, "/today/evidence/")

    assert "石下村妇联" in before
    assert "待您审核" not in own
    assert "没有待审核的材料" in later


def test_reminders_are_new_until_she_says_she_has_seen_them(chair: Client) -> None:
    she = committee(unit(VILLAGE), TODAY)[0].person_id
    Account.objects.filter(username="village").update(person_id=she)
    Notice.objects.create(
        recipient_id=she, federation_id=unit(VILLAGE), addressee_id=unit(VILLAGE),
        thing="finding:1", kind="finding", subject="补齐台账", due_on=TODAY, step=-1,
        sent_at=timezone.now(), sent_on=TODAY,
    )  # fmt: skip

    before = text(chair, "/today/")
    after = chair.post("/today/seen/", follow=True).content.decode()

    assert "1 条新提醒" in before
    assert "补齐台账" in after
    assert "条新提醒" not in after
    assert Notice.objects.get(thing="finding:1").seen_at is not None


def test_the_burden_of_the_week_is_of_her_units_only(reader: Reader) -> None:
    week = "/agenda/burden/?day=2017-05-16"

    county, township = text(reader("county"), week), text(reader("township"), week)

    assert "清流县妇联 4" in county
    assert "林畲镇妇联" in township
    assert "龙津镇妇联" not in township


def test_as_many_queries_for_one_thing_as_for_three(reader: Reader) -> None:
    township = reader("township")
    unhung(OTHER)
    pages = ("/today/", "/today/units/", "/today/evidence/")
    one = [queries(township, page) for page in pages]
    unhung(VILLAGE, "350423106202")
    sent_back(VILLAGE)

    assert [queries(township, page) for page in pages] == one == QUERIES


QUERIES = [44, 38, 9]

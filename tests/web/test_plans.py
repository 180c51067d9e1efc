"""The plan of a campaign: read by everybody, changed by the county after a look at what it does."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.test import Client

from jinguo.campaigns.actions import change_plan
from jinguo.campaigns.enums import Gate
from jinguo.campaigns.models import Campaign, Supervisor, Target, Wave
from jinguo.campaigns.queries.plan import plan_of
from jinguo.campaigns.queries.status import status
from jinguo.campaigns.rules.copying import shifted
from jinguo.cli.demo_campaign import SLUG, load_campaign
from jinguo.divisions.queries import place
from jinguo.kernel.actor import system
from jinguo.kernel.clock import today
from tests.web.conftest import Reader
from tests.web.pages import filled_in, queries, text

PLAN, CHANGE = f"/campaigns/{SLUG}/plan/", f"/campaigns/{SLUG}/plan/change/"


@pytest.fixture(autouse=True)
def replayed(qingliu: None) -> None:
    load_campaign(place("350423", date(2017, 7, 31)), system("demo"))


def sent(client: Client, deed: str = "", **words: str) -> tuple[int, str]:
    """The page as it stands, a few words changed, looked at or applied."""
    form = {**filled_in(text(client, CHANGE)), **words, **({deed: "1"} if deed else {})}
    answer = client.post(CHANGE, form, follow=True)
    return answer.status_code, answer.content.decode()


def test_everybody_reads_the_plan(reader: Reader) -> None:
    page = text(reader("village"), PLAN)

    for words in ("清流县民政局", "三统一", "石下村妇联", "13 个乡镇", "118 个村（社区）",
                  "联合意见", "试点：石下村 2017年5月16日", "未经核实"):  # fmt: skip
        assert words in page
    assert "修改方案" not in page
    assert "修改方案" in text(reader("county"), PLAN)


def test_what_was_not_touched_changes_nothing(county: Client) -> None:
    before = plan_of(Campaign.objects.get(), date(2017, 7, 31))

    status, page = sent(county)
    sent(county, "apply")

    assert status == 200
    assert "没有任何变化" in page
    assert plan_of(Campaign.objects.get(), date(2017, 7, 31)) == before


def test_it_is_looked_at_and_then_applied(county: Client) -> None:
    words = {"wave2_due": "2017-07-20", "level4": "-", "wave3_name": "城区", "town350423100": "3",
             "sup0_who": "", "sup0_of": ""}  # fmt: skip

    status, page = sent(county, **words)
    untouched = Target.objects.count(), Wave.objects.count()
    form = filled_in(page)
    applied = county.post(CHANGE, {**form, "apply": "1"}, follow=True).content.decode()

    assert status == 200
    assert "13 个单位不再列入" in page
    assert "2017年7月31日 → 2017年7月20日" in page
    assert untouched == (132, 3)
    assert "方案已修改。" in applied
    assert Target.objects.count() == 119
    assert {one.name for one in Wave.objects.all()} == {"试点：石下村", "村（社区）妇联", "城区"}


def test_going_back_keeps_what_was_filled_in(county: Client) -> None:
    _status, page = sent(county, goal="全覆盖")
    again = county.post(CHANGE, {**filled_in(page), "back": "1"}).content.decode()

    assert filled_in(again)["goal"] == "全覆盖"
    assert "查看影响" in again


def test_who_comes_second_is_told_and_keeps_her_words(county: Client) -> None:
    _status, page = sent(county, goal="乙的目标")
    found = Campaign.objects.get()
    plan = plan_of(found, date(2017, 7, 31))
    change_plan(campaign_id=found.pk, plan=plan, by=system("李主席"))

    answer = county.post(CHANGE, {**filled_in(page), "apply": "1"})
    told = answer.content.decode()
    looked = county.post(CHANGE, filled_in(told)).content.decode()

    assert answer.status_code == 400
    assert "李主席在此期间修改了方案" in told
    assert filled_in(told)["goal"] == "乙的目标"
    assert "乙的目标" in looked
    assert "确认修改" in looked
    found.refresh_from_db()
    assert found.goal != "乙的目标"


@pytest.mark.parametrize(
    "words",
    [{"name": ""}, {"ends_on": "2017-01-01"}, {"level4": "-", "level5": "-", "unit0": ""},
     {"step1_due0": "2018-01-01"}, {"version": "x"}, {"sup1_who": "甲"}, {"sup1_of": "wave3"}],
)  # fmt: skip
def test_what_cannot_be_is_told_and_changes_nothing(county: Client, words: dict[str, str]) -> None:
    before = list(Target.objects.order_by("pk").values_list("pk", flat=True))
    if "unit0" in words:
        words = {**words, **{f"unit{one}": "-" for one in
                             Target.objects.values_list("federation_id", flat=True)}}  # fmt: skip

    for deed in ("", "apply"):
        status, page = sent(county, deed, **words)
        assert status == 400
        assert 'role="alert"' in page

    assert list(Target.objects.order_by("pk").values_list("pk", flat=True)) == before


def test_a_later_campaign_is_copied_with_its_days_moved(county: Client) -> None:
    first = today()
    page = filled_in(text(county, f"/campaigns/new/350423/?copy={SLUG}"))

    assert page["starts_on"] == first.isoformat()
    assert page["wave0_due"] == (first + timedelta(days=8)).isoformat()
    assert page["step1_due0"] == (first + timedelta(days=1)).isoformat()
    assert page["basis_number"] == ""
    assert page["sup0_who"] == "县妇联组联部（示例）"

    county.post(f"/campaigns/new/350423/?copy={SLUG}", {**page, "start": "1"})

    made = Campaign.objects.latest("pk")
    copied, old = plan_of(made, first), plan_of(Campaign.objects.get(slug=SLUG), first)
    assert [len(one.federation_ids) for one in copied.waves] == [
        len(one.federation_ids) for one in old.waves
    ]
    assert copied == replace(shifted(old, first), waves=copied.waves, basis_number="", anew=True)
    assert status(made, first, reader=system()).closed[Gate.ORGANISATION] == 0


def test_supervisors_are_named_on_the_page_and_found_on_the_board(
    county: Client, reader: Reader
) -> None:
    township = place("350423106", date(2026, 1, 1)).division_id
    words = {"sup1_who": "县妇联副主席", "sup1_of": f"place{township}"}

    _status, page = sent(county, **words)
    sent(county, "apply", **words)

    assert "县妇联副主席：林畲" in page
    assert Supervisor.objects.count() == 2
    unit = f"/campaigns/{SLUG}/350423106204/"
    assert "督导：县妇联副主席" in text(reader("village"), unit)
    board = f"/campaigns/{SLUG}/?day=2017-07-31&show=mine"
    assert text(county, board).count('<th scope="row">') == 0  # somebody is named for both
    assert "县妇联副主席" in text(county, PLAN)


def test_without_names_the_township_supervises_its_villages(reader: Reader) -> None:
    board = f"/campaigns/{SLUG}/?day=2017-07-31&show=mine"

    assert text(reader("township"), board).count('<th scope="row">') == 8
    assert text(reader("village"), board).count('<th scope="row">') == 0


def test_the_pages_take_a_fixed_number_of_queries(county: Client, reader: Reader) -> None:
    assert queries(county, PLAN) == queries(reader("village"), PLAN) == 16
    assert queries(county, CHANGE) == 20

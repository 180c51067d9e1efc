"""The board of a campaign and the evidence of a unit, as each reader sees them."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from jinguo.campaigns.models import (
    Campaign,
    CampaignStep,
    Filing,
    Finding,
    Review,
    Target,
    Visit,
)
from jinguo.cli.demo_campaign import SLUG, load_campaign
from jinguo.divisions.queries import place
from jinguo.groups.models import ContactGroup
from jinguo.kernel.actor import system
from jinguo.kernel.language import day_in_words
from jinguo.plaques.models import Plaque
from tests.factories.deeds import unit
from tests.factories.photos import jpeg, photo_of
from tests.web.conftest import Reader
from tests.web.pages import filled_in, queries, text

BOARD = f"/campaigns/{SLUG}/"
UNIT = f"{BOARD}350423106204/"
LAST = f"{BOARD}?day=2017-07-31"


@pytest.fixture(autouse=True)
def replayed(qingliu: None) -> None:
    load_campaign(place("350423", date(2017, 7, 31)), system("demo"))


def test_on_the_last_day_all_are_done(county: Client) -> None:
    page = text(county, LAST)

    assert page.count('<th scope="row">') == 132
    assert "132</span> / 132" in page


def test_on_its_day_the_pilot_alone_is_done(county: Client) -> None:
    done = text(county, f"{BOARD}?day=2017-05-23&show=done")

    assert done.count('<th scope="row">') == 1
    assert "石下村" in done


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("day=2017-07-26&show=overdue", 0),
        ("day=2017-05-24&gate=plaque", 131),
        ("township=350423202", 9),
        ("show=else&gate=else&township=else", 132),
        ("show=returned", 0),
    ],
)
def test_the_board_shows_what_fits(county: Client, query: str, rows: int) -> None:
    assert (
        text(county, f"{LAST}&{query}" if "day" not in query else f"{BOARD}?{query}").count(
            '<th scope="row">'
        )
        == rows
    )


SQUARE = '<li><a href="/campaigns/'


@pytest.mark.parametrize(
    ("query", "squares", "done"),
    [
        ("day=2017-05-22", 132, 0),
        ("day=2017-05-23", 132, 1),
        ("day=2017-06-20", 132, 47),
        ("day=2017-07-31&show=done&township=350423202", 9, 9),
    ],
)
def test_the_map_of_tiles_has_a_square_a_unit(
    county: Client, query: str, squares: int, done: int
) -> None:
    page = text(county, f"{BOARD}?view=tiles&{query}")

    assert page.count(SQUARE) == squares
    assert page.count(" · 四项全部完成</span>") == done
    assert '<th scope="row">' not in page


def test_tiles_say_in_words_how_far_a_unit_is(county: Client) -> None:
    ContactGroup.objects.filter(federation__division__versions__code="350423202204").delete()

    early = text(county, f"{BOARD}?view=tiles&township=350423202&day=2017-05-23")
    late = text(county, f"{BOARD}?view=tiles&township=350423202&day=2017-05-24")

    assert "石下村 · 已落实3项</span>" in early
    assert "石下村 · 逾期</span>" in late


def test_the_choice_of_tiles_stays_with_every_way_on(county: Client) -> None:
    page = text(county, f"{BOARD}?view=tiles&day=2017-06-20")

    assert page.count("view=tiles") >= 9
    assert 'name="view" value="tiles"' in page


def test_a_township_sees_its_own_units(reader: Reader) -> None:
    page = text(reader("township"), LAST)

    assert page.count('<th scope="row">') == 9


def test_the_board_takes_a_fixed_number_of_queries(county: Client, reader: Reader) -> None:
    assert queries(county, LAST) == queries(reader("township"), LAST) == 22
    assert queries(county, f"{LAST}&view=tiles") == 22


def said(client: Client, **words: object) -> str:
    record = Filing.objects.get(federation__division__versions__code="350423202204").pk
    form = {"gate": "organisation", "record": record, "verdict": "accepted", **words}
    return client.post(f"{UNIT}review/", form, follow=True).content.decode()


def test_the_township_accepts_and_returns_with_a_reason(reader: Reader) -> None:
    township = reader("township")

    accepted = said(township)
    refused = said(township, verdict="returned")
    returned = said(township, verdict="returned", reason="缺签名")

    assert "已认可。" in accepted
    assert "请写明退回原因" in refused
    assert "缺签名" in returned
    assert Review.objects.count() == 2


def test_the_photo_of_a_record_is_seen_where_it_is_reviewed_and_where_it_was_shown_before(
    reader: Reader,
) -> None:
    plaque = Plaque.objects.get(federation_id=unit("350423106204"))
    plaque.photo = photo_of(1)
    plaque.save()
    elsewhere = Plaque.objects.get(federation_id=unit("350423106201"))
    elsewhere.photo = photo_of(1)
    elsewhere.save()

    page = text(reader("township"), f"{BOARD}350423106201/")

    assert f'src="/plaques/one/{elsewhere.pk}/photo/?small"' in page
    assert f"有一张照片以前用过：石下村妇联，{day_in_words(plaque.hung_on)}，牌子" in page


def test_the_page_of_a_unit_shows_its_gates_on_the_day(reader: Reader) -> None:
    chair = reader("village")
    page = "/units/350423202204/"

    before, after = text(chair, f"{page}?day=2017-05-22"), text(chair, f"{page}?day=2017-05-23")

    assert f'href="/campaigns/{SLUG}/350423202204/?day=2017-05-23"' in after
    assert after.count('<span class="square little good"') == 4
    assert "2017年5月23日完成" in after
    assert before.count('<span class="square little good"') < 4
    assert SLUG not in text(chair, f"{page}?day=2017-05-01")


def test_the_village_does_not_review_itself(reader: Reader) -> None:
    page = said(reader("village"))

    assert "您无权审核" in page
    assert not Review.objects.exists()
    assert "退回原因" not in text(reader("village"), UNIT)


def test_a_result_is_filed_from_the_page(reader: Reader) -> None:
    Filing.objects.all().delete()
    village = reader("village")
    paper = SimpleUploadedFile("结果.jpg", jpeg())

    refused = village.post(f"{UNIT}file/", {"elected_on": "2017-05-22", "paper": paper})
    before = Filing.objects.count()
    filed = village.post(
        f"{UNIT}file/",
        {"elected_on": "2017-05-23", "paper": SimpleUploadedFile("结果.jpg", jpeg())},
        follow=True,
    )

    assert (refused.status_code, before) == (400, 0)
    assert "没有在任执委" in refused.content.decode()
    assert "已备案。" in filed.content.decode()
    assert Filing.objects.get().recorded_by


def test_a_filed_result_that_leaves_the_gate_open_says_why(reader: Reader) -> None:
    Filing.objects.all().delete()
    Campaign.objects.update(anew=True, starts_on=date(2017, 6, 1))

    page = reader("village").post(
        f"{UNIT}file/",
        {"elected_on": "2017-05-23", "paper": SimpleUploadedFile("结果.jpg", jpeg())},
        follow=True,
    )

    assert "2017年6月1日之前的选举不计入本次专项工作" in page.content.decode()


def test_without_a_campaign_the_list_says_so(reader: Reader) -> None:
    Target.objects.all().delete()
    Finding.objects.all().delete()
    Visit.objects.all().delete()
    Campaign.objects.all().delete()

    assert "尚未制定专项工作方案" in text(reader("county"), "/campaigns/")


NEW = "/campaigns/new/350423/"
FORM = {"slug": "march-2027", "level4": "-"}


def planned(client: Client, *, begin: bool = False, **words: str) -> str:
    """The page as the template fills it in, with a few words changed."""
    form = {**filled_in(text(client, NEW)), **FORM, **words, **({"start": "1"} if begin else {})}
    return client.post(NEW, form, follow=True).content.decode()


def test_the_template_is_filled_in_and_one_button_plans_and_starts(county: Client) -> None:
    page = planned(county, begin=True)

    assert "专项工作方案已制定，工作已启动。" in page
    made = Campaign.objects.get(slug="march-2027")
    assert made.started_at is not None
    assert made.issuers[2] == "清流县妇女联合会"
    units = [one.federation for one in made.targets.select_related("federation")]
    assert (len(units), {one.level for one in units}) == (
        120,
        {5},
    )  # as many villages as the newest list has
    assert CampaignStep.objects.filter(campaign=made).count() == 10


def test_a_campaign_is_planned_and_started_later(county: Client) -> None:
    page = planned(county)
    started = county.post("/campaigns/march-2027/start/", follow=True).content.decode()

    assert "专项工作方案已制定" in page
    assert "专项工作已启动" in started


@pytest.mark.parametrize(
    "words",
    [
        {"name": ""},
        {"slug": "三月"},
        {"ends_on": "2017-02-01"},
        {"starts_on": "x"},
        {"level5": "-"},
        {"level5": "7"},
        {"wave2_name": ""},
        {"wave2_due": "2099-01-01"},
        {"step1_papers": ""},
        {"step1_title": ""},
        {"step2_papers": "请示"},
        {"step3_due2": "gestern"},
    ],
)
def test_a_plan_that_cannot_be_is_shown_again_as_typed(
    county: Client, words: dict[str, str]
) -> None:
    answer = county.post(NEW, {**filled_in(text(county, NEW)), **FORM, **words})

    assert answer.status_code == 400
    assert 'role="alert"' in answer.content.decode()
    assert not Campaign.objects.filter(slug="march-2027").exists()


def test_the_township_does_not_start_the_countys_campaign(reader: Reader) -> None:
    planned(reader("county"))

    page = reader("township").post("/campaigns/march-2027/start/", follow=True).content.decode()

    assert "您无权制定" in page
    assert Campaign.objects.get(slug="march-2027").started_at is None


@pytest.mark.parametrize("day", ["2017-05-15", "2017-07-31", "2017-06-20"])
def test_the_line_always_names_its_first_and_its_last_day(county: Client, day: str) -> None:
    page = text(county, f"{BOARD}?day={day}&view=tiles")

    assert ">5.15</text>" in page
    assert ">7.31</text>" in page


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2017-05-24", "无法预计"),
        ("2017-06-20", "可能逾期"),
        ("2017-07-10", "晚于计划"),
        ("2017-07-31", "已按期完成"),
    ],
)
def test_in_time_is_said_only_where_the_whole_range_is(
    county: Client, day: str, words: str
) -> None:
    page = text(county, f"{BOARD}?day={day}&view=tiles")

    assert words in page
    assert "能按期完成" not in page


def test_a_filed_result_is_struck_out_the_gate_opens_and_it_is_put_back(reader: Reader) -> None:
    village = reader("village")
    number = Filing.objects.get(federation__division__versions__code="350423202204").pk
    deeds = f"{BOARD}filings/{number}/"

    without = village.post(f"{deeds}strike/", {"why": " "}, follow=True).content.decode()
    struck = village.post(f"{deeds}strike/", {"why": "报告拿错了"}, follow=True).content.decode()
    back = village.post(f"{deeds}back/", follow=True).content.decode()

    assert "请写明作废原因" in without
    assert "报告拿错了" in struck
    assert 'value="2017-05-23"' in struck  # the day is known from the roster
    assert "报告拿错了" not in back
    assert Filing.objects.get(pk=number).struck_at is None


def test_the_filing_of_another_village_is_not_struck_out(reader: Reader) -> None:
    number = Filing.objects.exclude(federation__division__versions__code="350423202204").first()
    assert number is not None

    answer = reader("village").post(f"{BOARD}filings/{number.pk}/strike/", {"why": "x"})

    assert answer.status_code == 404
    number.refresh_from_db()
    assert number.struck_at is None


def test_a_village_is_led_to_its_own_gates_and_the_office_to_the_board(
    reader: Reader, county: Client
) -> None:
    assert f'href="{UNIT}"' in text(reader("village"), "/campaigns/")
    assert f'href="{BOARD}"' in text(county, "/campaigns/")


def test_whoever_came_from_the_gates_is_led_back_to_them(reader: Reader) -> None:
    village = reader("village")
    form = {"name": "石下村广场舞群", "kind": "dance", "founded_on": "2017-06-01"}

    from_gates = village.post(f"/groups/350423106204/new/?campaign={SLUG}", form)
    elsewhere = village.post(
        "/groups/350423106204/new/?campaign=//evil.example/", {**form, "name": "石下村家教群"}
    )

    assert from_gates["Location"] == UNIT
    assert elsewhere["Location"] == "/groups/350423106204/"


@pytest.mark.parametrize(
    ("name", "content", "kept", "kind"),
    [
        ("结果.png", jpeg(size=(2000, 1500)), "结果.jpg", "image/jpeg"),
        ("结果.jpg", b"%PDF-1.7 x", "结果.pdf", "application/pdf"),
    ],
)
def test_the_paper_is_kept_as_what_it_is_and_opened_by_whoever_reviews_it(
    reader: Reader, name: str, content: bytes, kept: str, kind: str
) -> None:
    Filing.objects.all().delete()
    paper = SimpleUploadedFile(name, content)
    reader("village").post(f"{UNIT}file/", {"elected_on": "2017-05-23", "paper": paper})

    address = f"{BOARD}filings/{Filing.objects.get().pk}/paper/"
    page = text(reader("township"), UNIT)
    opened = reader("township").get(address)

    assert f'href="{address}">{kept}</a>' in page
    assert opened["Content-Type"] == kind
    assert ("inline" in opened["Content-Disposition"]) == (kind == "image/jpeg")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "矢量图"),
        (b"\0\0\0 ftypisom", "视频"),
        (b"hello", "材料可以是照片、PDF"),
        (b"", "缺少选举结果材料"),
    ],
)
def test_what_is_no_paper_is_named_and_nothing_filed(
    reader: Reader, content: bytes, words: str
) -> None:
    Filing.objects.all().delete()
    paper = SimpleUploadedFile("结果.jpg", content)

    answer = reader("village").post(f"{UNIT}file/", {"elected_on": "2017-05-23", "paper": paper})

    assert (answer.status_code, Filing.objects.count()) == (400, 0)
    assert words in answer.content.decode()

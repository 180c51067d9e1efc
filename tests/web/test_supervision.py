"""Visits and what they found on the page, as each reader sees them."""

import io
from datetime import date

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from jinguo.audit.models import Entry
from jinguo.campaigns.actions import report_mended, strike_visit
from jinguo.campaigns.models import Campaign, Finding, FindingStep, Sample, Visit
from jinguo.campaigns.queries.plan import campaign
from jinguo.cli.demo_campaign import SLUG, load_campaign
from jinguo.divisions.queries import place
from jinguo.kernel.actor import system
from tests.factories.deeds import TODAY, unit
from tests.factories.photos import jpeg, scene
from tests.factories.visits import visited
from tests.web.conftest import Reader
from tests.web.pages import queries, text

VILLAGE, CAMPAIGN = "350423106204", f"/supervision/campaign/{SLUG}/"
UNIT = f"/supervision/unit/{VILLAGE}/"
FORM = {
    "visited_on": "2026-11-20", "visitors": "林畲镇妇联张主席", "campaign": SLUG,
    "matter": ["牌子没有挂正", ""], "due_on": ["2026-11-30", ""], "owner": ["", ""],
}  # fmt: skip


@pytest.fixture(autouse=True)
def replayed(qingliu: None) -> Campaign:
    load_campaign(place("350423", date(2017, 7, 31)), system("demo"))
    return campaign(SLUG, reader=system())


@pytest.fixture
def finding(replayed: Campaign) -> Finding:
    """One of this year, to be mended by the village of the demo."""
    made = visited(
        unit(VILLAGE), "牌子没有挂正", campaign=replayed, visited_on=date(2026, 11, 20),
        due_on=date(2026, 11, 30),
    )  # fmt: skip
    return made.findings.get()


def say(client: Client, finding: Finding, kind: str, **words: object) -> str:
    url = f"/supervision/findings/{finding.pk}/say/"
    return client.post(url, {"kind": kind, **words}, follow=True).content.decode()


def test_the_township_records_a_visit_with_a_photo_and_a_finding(reader: Reader) -> None:
    photo = SimpleUploadedFile("照片.jpg", jpeg(), "image/jpeg")

    page = reader("township").post(f"{UNIT}new/", {**FORM, "photos": photo}, follow=True)

    assert "走访已登记" in page.content.decode()
    visit = Visit.objects.latest("pk")
    assert [one.matter for one in visit.findings.all()] == ["牌子没有挂正"]
    assert visit.pictures.count() == 1
    assert visit.campaign is not None
    assert visit.recorded_by


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ({"visitors": ""}, "请写明走访人员"),
        ({"visited_on": ""}, "请填日期"),
        ({"visited_on": "2099-01-01"}, "尚未到来"),
        ({"due_on": ["x", ""]}, "请填写整改期限"),
        ({"due_on": ["2026-11-01", ""]}, "早于走访日期"),
        ({"owner": ["999999999", ""]}, "在任执委"),
    ],
)
def test_what_cannot_be_is_told_and_what_was_typed_stays(
    reader: Reader, words: dict[str, object], told: str
) -> None:
    before = Visit.objects.count()

    answer = reader("township").post(f"{UNIT}new/", {**FORM, **words})

    page = answer.content.decode()
    assert answer.status_code == 400
    assert told in page
    assert "牌子没有挂正" in page
    assert Visit.objects.count() == before


def test_a_file_that_is_no_photo_is_named_and_the_others_stay(reader: Reader) -> None:
    files = [
        SimpleUploadedFile("纪要.pdf", b"%PDF-1", "application/pdf"),
        SimpleUploadedFile("照片.jpg", jpeg(), "image/jpeg"),
    ]

    page = reader("township").post(f"{UNIT}new/", {**FORM, "photos": files}).content.decode()

    assert "纪要.pdf" in page
    assert page.count('name="photo" value=') == 1


def test_a_row_is_added_without_losing_what_stands_there(reader: Reader) -> None:
    answer = reader("township").post(f"{UNIT}new/", {**FORM, "more": "1"})

    page = answer.content.decode()
    assert answer.status_code == 200
    assert page.count('name="matter"') == 3
    assert "牌子没有挂正" in page
    assert "林畲镇妇联张主席" in page


def test_the_village_answers_and_the_township_signs_it_off(
    reader: Reader, finding: Finding
) -> None:
    village, township = reader("village"), reader("township")
    photo = SimpleUploadedFile("照片.jpg", jpeg(), "image/jpeg")

    answered = say(village, finding, "reported", note="已挂正", photos=photo)
    no_reason = say(township, finding, "returned")
    back = say(township, finding, "returned", note="还是歪的")
    say(village, finding, "reported")
    closed = say(township, finding, "closed")

    assert "已上报整改" in answered
    assert "请写明退回原因" in no_reason
    assert "还是歪的" in back
    assert "已销号。" in closed
    kinds = [one.kind for one in FindingStep.objects.filter(finding=finding)]
    assert kinds == ["reported", "returned", "reported", "closed"]
    assert FindingStep.objects.filter(finding=finding, photo__isnull=False).count() == 1


def test_the_village_neither_signs_off_nor_sees_the_buttons(
    reader: Reader, finding: Finding
) -> None:
    village = reader("village")

    page = say(village, finding, "closed")

    assert "您无权" in page
    assert not FindingStep.objects.filter(finding=finding).exists()
    assert "撤销该问题" not in page
    assert "登记走访" not in text(village, UNIT)
    assert village.post(f"/supervision/findings/{finding.pk}/withdraw/").status_code == 404
    assert village.post(f"/supervision/visits/{finding.visit_id}/strike/").status_code == 404
    finding.refresh_from_db()
    assert finding.struck_at is None


def test_what_is_not_signed_off_stands_with_the_evidence_of_the_unit(
    reader: Reader, finding: Finding
) -> None:
    evidence = f"/campaigns/{SLUG}/{VILLAGE}/"

    before = text(reader("village"), evidence)
    say(reader("township"), finding, "closed")
    after = text(reader("village"), evidence)

    link = f'href="/supervision/findings/{finding.pk}/"'
    assert link in before
    assert link not in after
    assert "尚未登记问题" in text(reader("county"), f"{CAMPAIGN}?day=2017-05-20")
    assert "尚无走访记录" in text(reader("county"), f"{CAMPAIGN}visits/?day=2017-05-20")


def test_an_auditor_says_nothing(reader: Reader, finding: Finding) -> None:
    auditor = reader("auditor")
    url = f"/supervision/findings/{finding.pk}/say/"

    assert auditor.post(url, {"kind": "reported"}).status_code == 404
    assert auditor.post(url, {"kind": "else"}).status_code == 404
    assert not FindingStep.objects.filter(finding=finding).exists()


def test_a_finding_is_given_another_day_and_who_comes_second_is_told(
    reader: Reader, finding: Finding
) -> None:
    township, url = reader("township"), f"/supervision/findings/{finding.pk}/amend/"
    shown = {"was-matter": finding.matter, "was-due_on": "2026-11-30", "was-owner_id": ""}
    words = {"matter": finding.matter, "owner_id": "", **shown}

    moved = township.post(url, {**words, "due_on": "2026-12-10"}, follow=True)
    second = reader("county").post(url, {**words, "due_on": "2026-12-05"})
    early = township.post(url, {**words, "due_on": "2026-11-01", "was-due_on": "2026-12-10"})
    empty = township.post(url, {**words, "matter": "", "due_on": "2026-12-10"})

    assert "2026年12月10日" in moved.content.decode()
    assert [one.status_code for one in (second, early, empty)] == [400, 400, 400]
    assert "2026-12-10" in second.content.decode()
    finding.refresh_from_db()
    assert (finding.due_on, finding.matter) == (date(2026, 12, 10), "牌子没有挂正")
    entry = Entry.objects.get(verb="finding.amended")
    assert (entry.before, entry.after) == ({"due_on": "2026-11-30"}, {"due_on": "2026-12-10"})


def test_a_photo_that_is_none_keeps_the_word(reader: Reader, finding: Finding) -> None:
    file = SimpleUploadedFile("a.pdf", b"%PDF-1", "application/pdf")

    page = say(reader("village"), finding, "reported", note="已挂正", photos=file)

    assert "a.pdf" in page
    assert "已挂正" in page
    assert not FindingStep.objects.filter(finding=finding).exists()


def test_a_photo_shown_before_is_told_with_the_way_there(reader: Reader, finding: Finding) -> None:
    photo = SimpleUploadedFile("照片.jpg", scene(3), "image/jpeg")
    again = SimpleUploadedFile("照片.jpg", scene(3), "image/jpeg")
    reader("township").post(f"{UNIT}new/", {**FORM, "photos": photo})
    visit = Visit.objects.latest("pk")

    say(reader("village"), finding, "reported", photos=again)

    page = text(reader("township"), f"/supervision/findings/{finding.pk}/")
    assert "照片以前用过" in page
    assert f'href="/supervision/visits/{visit.pk}/"' in page
    assert "照片以前用过" not in text(reader("township"), f"/supervision/visits/{visit.pk}/")


def test_findings_are_withdrawn_and_visits_struck_out_and_both_put_back(
    reader: Reader, finding: Finding
) -> None:
    township = reader("township")
    one, visit = f"/supervision/findings/{finding.pk}/", f"/supervision/visits/{finding.visit_id}/"

    refused = township.post(f"{one}withdraw/", follow=True).content.decode()
    withdrawn = township.post(f"{one}withdraw/", {"why": "看错了"}, follow=True).content.decode()
    township.post(f"{one}put-back/")
    struck = township.post(f"{visit}strike/", {"why": "记错了村"}, follow=True).content.decode()
    below = text(township, one)
    township.post(f"{visit}put-back/")

    assert "一句话" in refused
    assert "看错了" in withdrawn
    assert "记错了村" in struck
    assert "该次走访已作废" in below
    finding.refresh_from_db()
    assert (finding.struck_at, finding.visit.struck_at) == (None, None)


def test_a_visit_is_amended_and_given_another_finding(reader: Reader, finding: Finding) -> None:
    township, url = reader("township"), f"/supervision/visits/{finding.visit_id}/"
    words = {"visited_on": "2026-11-21", "visitors": "镇妇联", "notes": "复核。"}

    township.post(f"{url}amend/", words)
    refused = township.post(f"{url}amend/", {**words, "visited_on": "2026-12-25"})
    empty = township.post(f"{url}finding/", {"matter": "", "due_on": "", "owner": ""}, follow=True)
    another = {"matter": "资料不齐", "due_on": "2026-11-25", "owner": ""}
    township.post(f"{url}finding/", another)

    finding.refresh_from_db()
    assert (finding.visit.notes, finding.raised_on) == ("复核。", date(2026, 11, 21))
    assert refused.status_code == 400
    assert "需要整改什么" in empty.content.decode()
    assert finding.visit.findings.count() == 2


@pytest.mark.parametrize(
    ("query", "rows"),
    [("", 7), ("show=closed", 3), ("show=open", 4), ("show=late", 1), ("show=reported", 0),
     ("show=else&township=else", 7), ("show=withdrawn", 0), ("township=350423202", 1)],
)  # fmt: skip
def test_the_list_shows_what_fits(county: Client, query: str, rows: int) -> None:
    """As of 22 July 2017; which villages the county drew is not known beforehand."""
    page = text(county, f"{CAMPAIGN}?day=2017-07-22&{query}")

    found = page.count('class="person-name"')
    assert found >= rows if "township" in query and "else" not in query else found == rows


def test_each_sees_the_findings_of_her_part(reader: Reader, finding: Finding) -> None:
    strike_visit(visit_id=visited(unit("350423106201"), "别村").pk, why="错", by=system())
    pages = {name: text(reader(name), CAMPAIGN) for name in ("county", "township", "village")}

    counts = {name: page.count('class="person-name"') for name, page in pages.items()}
    assert counts["county"] == 8
    assert 2 <= counts["township"] <= 8
    assert counts["village"] == Finding.objects.filter(federation_id=unit(VILLAGE)).count()


def test_the_list_as_a_workbook_says_the_same_and_is_on_record(county: Client) -> None:
    answer = county.get(f"{CAMPAIGN}list.xlsx?day=2017-07-22&show=closed")

    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert "共 3 项" in str(rows[1][0])
    assert len(rows) == 6
    assert {row[8] for row in rows[3:]} == {"已销号"}
    entry = Entry.objects.filter(verb="finding.exported").get()
    assert entry.data["rows"] == 3


def test_the_county_draws_and_the_township_only_looks(reader: Reader) -> None:
    county, township = reader("county"), reader("township")

    refused = county.post(f"{CAMPAIGN}samples/", {"size": "500"})
    empty = county.post(f"{CAMPAIGN}samples/", {"size": ""})
    drawn = county.post(f"{CAMPAIGN}samples/", {"size": "5", "only_done": "on"}, follow=True)
    tried = township.post(f"{CAMPAIGN}samples/", {"size": "5"})

    assert (refused.status_code, empty.status_code, tried.status_code) == (400, 400, 400)
    assert "132" in refused.content.decode()
    assert "结果一致" in drawn.content.decode()
    assert "未走访" in drawn.content.decode()
    assert "您无权" in tried.content.decode()
    assert "开展一次抽查" not in text(township, f"{CAMPAIGN}samples/")
    assert Sample.objects.count() == 2
    assert text(county, f"{CAMPAIGN}samples/1/?pool=1").count("<td>") == 132 * 3
    assert county.get(f"{CAMPAIGN}samples/3/").status_code == 404


def test_a_forged_sample_is_told_on_its_page(county: Client) -> None:
    Sample.objects.update(seed="abc")

    assert "之后被改动过" in text(county, f"{CAMPAIGN}samples/1/")


@pytest.mark.parametrize("number", [1, 3])
def test_lists_take_as_many_queries_for_one_as_for_three(
    replayed: Campaign, reader: Reader, number: int
) -> None:
    for one in list(Finding.objects.all()):
        one.steps.all().delete()
    Finding.objects.all().delete()
    Visit.objects.all().delete()
    for name in "一二三"[:number]:
        made = visited(unit(VILLAGE), name, campaign=replayed)
        report_mended(finding_id=made.findings.get().pk, today=TODAY, by=system())
    county = reader("county")

    assert [
        queries(county, url)
        for url in (
            CAMPAIGN,
            f"{CAMPAIGN}visits/",
            UNIT,
            f"{CAMPAIGN}samples/1/",
            f"{CAMPAIGN}samples/",
        )
    ] == [17, 16, 21, 14, 8]

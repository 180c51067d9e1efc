"""The import as somebody does it: drop, read, correct, apply, undo."""

import re

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from jinguo.kernel.actor import Actor, system
from jinguo.roster.actions.importing import cell_key
from jinguo.roster.models import Appointment, Batch, Draft
from jinguo.roster.queries.batches import batch_changes
from jinguo.web.imports import outcome
from tests.web.conftest import Reader
from tests.web.pages import queries, text
from tests.web.rosters import NEW_COMMITTEE, Rows, drop, with_cell, workbook

POST, UNIT = 4, 0
KEY = cell_key("石下村.xlsx", "执委名册", "F4")


def apply(client: Client, draft: str) -> str:
    return str(client.post(f"{draft}apply/").headers["Location"])


def test_a_clean_list_shows_what_would_change_and_writes_nothing(county: Client) -> None:
    before = Appointment.objects.count()

    page = text(county, drop(county, workbook(NEW_COMMITTEE)))

    assert "石下村妇联" in page
    assert page.count("+ 新任") == 3
    assert page.count("− 离任") == 11
    assert "disabled" not in page.split("bar-below")[1]
    assert Appointment.objects.count() == before


def test_a_fault_is_shown_at_its_cell_with_what_would_be_right(county: Client) -> None:
    draft = drop(county, workbook(with_cell(NEW_COMMITTEE, 0, POST, "大管家")))

    page = text(county, draft)
    sheet = text(county, f"{draft}sheet/0/0/")

    assert "sheet/0/0/?page=1#F4" in page
    assert '<button class="btn btn-plain btn-small" name="text" value="主席">' in page
    assert "disabled" in page.split("bar-below")[1]
    cell = re.search(r'<td id="F4" class="([^"]*)" title="([^"]*)">(.*?)</td>', sheet, re.S)
    assert cell
    assert "refuse" in cell[1]
    assert "大管家" in cell[2]
    assert "✕" in cell[3]


def test_in_the_sheet_names_stay_in_sight_and_long_texts_can_be_read(county: Client) -> None:
    long, longer = "镇卫生院" * 6, "合作社" * 50
    rows = with_cell(with_cell(NEW_COMMITTEE, 1, UNIT, long), 2, UNIT, longer)
    draft = drop(county, workbook(rows))

    sheet = text(county, f"{draft}sheet/0/0/")

    assert '<th scope="col" class="stick">C</th>' in sheet
    assert '<td id="C4" class="stick">郑新梅</td>' in sheet
    assert re.search(
        rf'<td id="B5" class="refuse long" title="[^"]*"><a class="whole".*?{long}', sheet
    )
    assert re.search(rf"<details><summary>全文</summary>{longer}</details></td>", sheet)


def test_a_refused_draft_is_not_applied(county: Client) -> None:
    draft = drop(county, workbook(with_cell(NEW_COMMITTEE, 0, POST, "大管家")))
    batches = Batch.objects.count()

    arrived = apply(county, draft)

    assert arrived == draft
    assert Batch.objects.count() == batches


def test_a_correction_mends_the_cell_and_can_be_taken_back(county: Client) -> None:
    draft = drop(county, workbook(with_cell(NEW_COMMITTEE, 0, POST, "大管家")))

    county.post(f"{draft}correct/", {"key": KEY, "text": "主席", "next": draft})
    mended = text(county, draft)
    sheet = text(county, f"{draft}sheet/0/0/")
    county.post(f"{draft}correct/", {"key": KEY, "take_back": "1"})

    assert "disabled" not in mended.split("bar-below")[1]
    assert "mended" in sheet
    assert "disabled" in text(county, draft).split("bar-below")[1]


def test_a_wrong_correction_is_listed_and_taken_back_though_no_problem_is_left(
    county: Client,
) -> None:
    draft = drop(county, workbook(with_cell(NEW_COMMITTEE, 0, POST, "大管家")))
    county.post(f"{draft}correct/", {"key": KEY, "text": "执委", "next": draft})

    listed = text(county, draft).split('id="corrections"')[1].split("</section>")[0]
    on_sheet = text(county, f"{draft}sheet/0/0/").split('id="corrections"')[1]
    county.post(f"{draft}correct/", {"key": KEY, "take_back": "1"})

    assert f'name="key" value="{KEY}"' in listed
    assert "石下村.xlsx · 执委名册" in listed
    assert '<span class="value">执委</span>' in listed
    assert "<details>" not in listed
    assert 'name="take_back"' in on_sheet
    assert 'id="corrections"' not in text(county, draft)


def test_many_corrections_are_folded(county: Client) -> None:
    rows = NEW_COMMITTEE * 4
    draft = drop(county, workbook(rows))
    for row in range(len(rows)):
        key = cell_key("石下村.xlsx", "执委名册", f"G{row + 4}")
        county.post(f"{draft}correct/", {"key": key, "text": "①"})

    listed = text(county, draft).split('id="corrections"')[1]

    assert listed.count('name="take_back"') == 12
    assert "<details>" in listed.split("</section>")[0]


def test_a_correction_leads_back_to_its_problem_or_to_the_next(county: Client) -> None:
    rows = with_cell(with_cell(NEW_COMMITTEE, 0, POST, "大管家"), 2, POST, "小管家")
    draft = drop(county, workbook(rows))
    where = f"{draft}#p-0-0-F4"
    before = text(county, draft)

    response = county.post(f"{draft}correct/", {"key": KEY, "text": "主席", "next": where})
    after = text(county, draft)

    assert f'name="next" value="{where}"' in before
    assert '<div class="problem refuse" id="p-0-0-F4">' in before
    assert response.headers["Location"] == where
    assert re.search(r'id="p-0-0-F4"></span>\s*<div class="problem refuse" id="p-0-0-F6">', after)
    assert after.count('id="p-0-0-F4"') == 1


def test_a_change_leads_to_the_row_that_says_it(county: Client) -> None:
    page = text(county, drop(county, workbook(NEW_COMMITTEE)))

    assert re.search(r"郑新梅.*?/sheet/0/0/\?page=1#A4", page.split('id="changes"')[1])


def test_an_applied_import_shows_who_joined_and_left_with_a_way_to_each(county: Client) -> None:
    batch = apply(county, drop(county, workbook(NEW_COMMITTEE)))
    joined = Appointment.objects.get(person__name="郑新梅")

    page = text(county, batch).split('id="who"')[1].split("</section>")[0]

    assert "<strong>石下村妇联</strong>" in page
    assert page.count("+ 新任</span>") == 3
    assert page.count("− 离任</span>") == 11
    assert f'href="/people/{joined.person_id}/?day=2018-03-01">郑新梅</a>' in page
    assert "主席" in page
    assert county.get(f"/people/{joined.person_id}/?day=2018-03-01").status_code == 200


def test_somebody_with_another_post_changed_and_neither_joined_nor_left(county: Client) -> None:
    apply(county, drop(county, workbook(NEW_COMMITTEE)))
    moved = with_cell(NEW_COMMITTEE, 2, POST, "副主席")
    moved = with_cell(moved, 2, 7, "2019-03-01")
    batch = apply(county, drop(county, workbook(moved, "后来.xlsx", "2019年3月8日")))
    number = int(batch.split("/")[3])

    found = batch_changes(number, reader=system())

    assert [(one.name, one.action, one.post) for one in found] == [
        ("黄新竹", "changed", "vice_chair")
    ]
    assert batch_changes(number, reader=Actor(10**6, "nobody")) == []
    assert "± 变更" in text(county, batch)
    county.post(f"{batch}undo/")
    assert batch_changes(number, reader=system()) == []
    assert 'id="who"' not in text(county, batch)


def test_a_large_import_shows_its_first_lines_in_a_fixed_number_of_queries(county: Client) -> None:
    large = f"/import/batches/{Batch.objects.earliest('pk').pk}/"
    small = apply(county, drop(county, workbook(NEW_COMMITTEE)))

    page = text(county, large).split('id="who"')[1].split("</section>")[0]

    assert page.count("/people/") == outcome.SHOWN
    assert queries(county, f"{large}?page=2") == 14
    assert queries(county, small) == 12  # her own: its county is not looked up


def test_every_change_of_a_large_import_is_on_one_of_its_pages(county: Client) -> None:
    large = f"/import/batches/{Batch.objects.earliest('pk').pk}/"
    listed = len(batch_changes(int(large.split("/")[3]), reader=system()))

    first = text(county, large)
    lines = [
        text(county, f"{large}?page={page}").split('id="who"')[1].split("</section>")[0]
        for page in range(1, -(-listed // outcome.SHOWN) + 1)
    ]
    left = text(county, f"{large}?action=left").split('id="who"')[1].split("</section>")[0]

    assert sum(page.count("/people/") for page in lines) == listed
    assert f'href="?#who" aria-current="true">全部 {listed}</a>' in first
    assert '<a rel="next" href="?page=2#who">' in first
    assert 'href="?action=joined#who"' in first.split('id="who"')[0]
    assert set(re.findall(r"[+−±] (?:新任|离任|变更)</span>", left)) == {"− 离任</span>"}


def test_apply_twice_imports_once(county: Client) -> None:
    draft = drop(county, workbook(NEW_COMMITTEE))
    batches = Batch.objects.count()

    first, second = apply(county, draft), apply(county, draft)

    assert first == second
    assert re.fullmatch(r"/import/batches/\d+/", first)
    assert Batch.objects.count() == batches + 1


def test_undo_asks_first_and_then_restores(county: Client) -> None:
    batch = apply(county, drop(county, workbook(NEW_COMMITTEE)))
    applied = text(county, "/units/350423106204/?day=2018-04-01")

    asked = text(county, f"{batch}undo/")
    county.post(f"{batch}undo/")

    assert "郑新梅" in applied
    assert "<form" in asked.split('class="alone')[1]
    assert "郑新梅" not in text(county, "/units/350423106204/?day=2018-04-01", 200)
    assert "已撤销" in text(county, batch)


def test_undo_says_which_later_edits_stand_in_its_way(county: Client) -> None:
    first = apply(county, drop(county, workbook(NEW_COMMITTEE)))
    later = workbook(NEW_COMMITTEE[:2], "后来.xlsx", "2019年3月8日")
    apply(county, drop(county, later))

    asked = text(county, f"{first}undo/")
    refused = county.post(f"{first}undo/")

    assert refused.headers["Location"] == f"{first}undo/"
    blocking = Batch.objects.latest("pk").pk
    assert "后来.xlsx" in asked
    assert f'<a href="/import/batches/{blocking}/">' in asked
    assert Batch.objects.get(pk=int(first.split("/")[3])).undone_at is None


def test_the_day_can_be_set_where_no_sheet_says_one(county: Client) -> None:
    draft = drop(county, workbook(NEW_COMMITTEE, reported=""))
    refused = text(county, draft)

    county.post(f"{draft}day/", {"as_of": "2018-03-08"})

    assert "disabled" in refused.split("bar-below")[1]
    assert "disabled" not in text(county, draft).split("bar-below")[1]


def test_a_doubtful_match_is_asked_and_answered(county: Client) -> None:
    known = Appointment.objects.filter(
        federation__division__versions__code="350423202204", ends_on=None
    ).earliest("pk")
    name = known.person.name
    rows: Rows = [("石下村妇联", name, "女", "1950.01", "主席", "①", "", "2018-03-01")]
    draft = drop(county, workbook(rows))
    asked = text(county, draft)
    key = re.search(r'name="key" value="([^"]+)"', asked.split('id="doubts"')[1])
    assert key
    where = f"{draft}#q-0-0-C4"
    unanswered = county.post(f"{draft}answer/", {"key": key[1], "next": where})
    said = text(county, unanswered.headers["Location"])

    county.post(f"{draft}answer/", {"key": key[1], "who": "new"})

    answered = text(county, draft)
    assert f'value="{known.person_id}" required' in asked
    assert unanswered.headers["Location"] == f"{draft}?unanswered=q-0-0-C4#q-0-0-C4"
    assert 'role="alert">请先选择一个答案' in said.split('id="q-0-0-C4"')[1]
    assert "disabled" in asked.split("bar-below")[1]
    assert re.search(r'value="new" checked', answered)
    assert "disabled" not in answered.split("bar-below")[1]


def test_a_discarded_draft_is_gone(county: Client) -> None:
    draft = drop(county, workbook(NEW_COMMITTEE))

    county.post(f"{draft}discard/")

    assert not Draft.objects.exists()
    assert county.get(draft).status_code == 404


def test_a_file_that_is_no_workbook_is_refused_in_words(county: Client) -> None:
    image = SimpleUploadedFile("名册.xlsx", b"\x89PNG\r\n\x1a\n" + b"0" * 200)

    page = text(county, drop(county, image))

    assert "名册.xlsx" in page
    assert "disabled" in page.split("bar-below")[1]


def test_no_file_is_said_in_words(county: Client) -> None:
    response = county.post("/import/", {})

    assert "请至少选择一个文件" in response.content.decode()


def test_a_township_imports_its_own_and_not_its_neighbours(reader: Reader) -> None:
    township = reader("township")
    other = with_cell(NEW_COMMITTEE, 0, UNIT, "嵩口镇妇联")

    own_page = text(township, drop(township, workbook(NEW_COMMITTEE)))
    other_page = text(township, drop(township, workbook(other, "别处.xlsx")))

    assert "disabled" not in own_page.split("bar-below")[1]
    assert "disabled" in other_page.split("bar-below")[1]


def test_identity_numbers_are_blotted_out_in_the_sheet(county: Client) -> None:
    rows = with_cell(NEW_COMMITTEE, 0, 6, "350423198001011234")

    sheet = text(county, f"{drop(county, workbook(rows))}sheet/0/0/")

    assert "350423198001011234" not in sheet


def test_finished_imports_are_listed_with_who_and_what(county: Client) -> None:
    batch = apply(county, drop(county, workbook(NEW_COMMITTEE)))

    page = text(county, "/import/")

    assert batch in page
    assert "清流县妇联 组联部" in page
    assert "石下村.xlsx" in page


def test_a_character_that_no_text_has_is_passed_over_in_every_cell(county: Client) -> None:
    rows = [tuple(f"{cell}_x0000_" for cell in row) for row in NEW_COMMITTEE]
    draft = drop(county, workbook(rows))

    arrived = apply(county, draft)

    assert "/batches/" in arrived
    assert Appointment.objects.filter(person__name="郑新梅", person__phone="19905007001").exists()


def test_a_decision_that_names_no_cell_or_is_no_text_is_refused_in_words(county: Client) -> None:
    draft = drop(county, workbook(NEW_COMMITTEE))

    for step, sent in (
        ("correct", {"text": "主席"}),
        ("correct", {"key": "F4", "text": "主席"}),
        ("correct", {"key": KEY, "text": "主\0席"}),
        ("answer", {"who": "new"}),
        ("answer", {"key": KEY, "who": "n\0ew"}),
    ):
        response = county.post(f"{draft}{step}/", sent)
        assert response.status_code == 400, (step, sent)
        assert "<h1>" in response.content.decode()

    assert (found := Draft.objects.latest("pk")).corrections == {}
    assert found.answers == {}


def test_an_address_with_a_nul_is_refused_in_words(county: Client) -> None:
    assert "<h1>" in text(county, "/import/?page=%00", 400)

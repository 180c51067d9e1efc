"""A file, or one row, is left out of an import on the page, and taken in again."""

import re

from django.test import Client

from jinguo.roster.models import Draft
from tests.web.pages import text
from tests.web.rosters import NEW_COMMITTEE, drop, with_cell, workbook

POST = 4
ROW = {"file": "石下村.xlsx", "sheet": "执委名册", "row": "6"}


def test_a_file_is_left_out_and_taken_in_again(county: Client) -> None:
    bad = workbook(with_cell(NEW_COMMITTEE, 0, POST, "大管家"), "别的.xlsx")
    draft = drop(county, workbook(NEW_COMMITTEE), bad)
    refused = text(county, draft)

    county.post(f"{draft}leave-out/", {"file": "别的.xlsx", "next": f"{draft}#files"})
    without = text(county, draft)
    county.post(f"{draft}leave-out/", {"file": "别的.xlsx", "take_back": "1"})

    assert "disabled" in refused.split("bar-below")[1]
    assert '<input type="hidden" name="file" value="别的.xlsx">' in refused
    assert "<s>别的.xlsx</s>" in without
    assert "大管家" not in without
    assert "disabled" not in without.split("bar-below")[1]
    assert text(county, draft).count("大管家") == refused.count("大管家")


def test_a_row_is_left_out_without_a_trace_of_its_cells_and_taken_in_again(county: Client) -> None:
    draft = drop(county, workbook(with_cell(NEW_COMMITTEE, 2, POST, "大管家")))
    refused = text(county, draft)

    county.post(f"{draft}leave-out/", {**ROW, "next": f"{draft}#p-0-0-F6"})
    without = text(county, draft)
    listed = without.split('id="corrections"')[1].split("</section>")[0]
    county.post(f"{draft}leave-out/", {**ROW, "take_back": "1"})

    assert "不导入第 6 行" in refused
    assert "黄新竹" not in without
    assert without.count("+ 新任") == 2
    assert "disabled" not in without.split("bar-below")[1]
    assert re.search(r"第 6 行</a>\s*<span class=\"badge-word\">不导入</span>", listed)
    assert listed.count("<li>") == 1
    assert Draft.objects.get().corrections == {}
    assert text(county, draft).count("大管家") == refused.count("大管家")


def test_the_unit_of_a_row_left_out_still_holds_for_the_rows_below(county: Client) -> None:
    draft = drop(county, workbook(with_cell(NEW_COMMITTEE, 0, POST, "大管家")))

    county.post(f"{draft}leave-out/", {**ROW, "row": "4"})

    page = text(county, draft)
    assert "郑新梅" not in page
    assert page.count("+ 新任") == 2
    assert "石下村妇联" in page


def test_a_row_or_file_that_is_not_there_is_passed_over(county: Client) -> None:
    draft = drop(county, workbook(NEW_COMMITTEE))

    for words in ({"file": "没有.xlsx"}, {**ROW, "row": "99"}, {**ROW, "sheet": "没有"}, {}):
        county.post(f"{draft}leave-out/", words)

    assert Draft.objects.get().corrections == {}


def test_many_problems_of_several_files_are_folded_file_by_file(county: Client) -> None:
    rows = NEW_COMMITTEE
    for row in range(3):
        rows = with_cell(rows, row, POST, "大管家")
    files = [workbook(rows * times, f"{times}.xlsx") for times in (2, 3)]

    page = text(county, drop(county, *files))
    problems = page.split('id="s-refuse"')[1].split('id="s-warn"')[0].split('id="changes"')[0]

    assert page.count('href="#s-refuse"') == 1
    assert problems.count('<details class="group"') == 2
    assert problems.count("<summary><strong>") == 2

"""Whole files: which sheets are lists, corrections, the grid for the preview."""

import datetime
import hashlib

import openpyxl
import pytest

from jinguo.roster.errors.files import UnreadableFile
from jinguo.roster.readers import read_grid, read_roster
from tests.roster.readers.workbooks import (
    HEADINGS,
    VOCABULARY,
    Rows,
    codes,
    csv_text,
    found,
    person,
    read,
    read_bytes,
    roster,
    saved,
    xls,
    xlsx,
    xlsx_of,
)


def test_a_file_is_known_by_its_digest() -> None:
    content = xlsx(roster(person()))
    assert read_bytes(content).digest == hashlib.sha256(content).hexdigest()


def test_an_unreadable_file_is_one_refusal() -> None:
    file = read_bytes(b"")
    assert file.sheets == []
    assert found(file) == [("file_empty", "", "refuse")]


def test_a_workbook_without_a_list_is_refused() -> None:
    assert found(read([["关于会改联的通知"], ["一、提高认识"]])) == [("no_roster", "", "refuse")]


def test_an_empty_workbook_is_refused() -> None:
    assert codes(read([])) == ["sheet_empty", "no_roster"]


def test_beside_a_list_other_sheets_are_only_warned_about() -> None:
    sheets: dict[str, Rows] = {"执委": roster(person()), "说明": [["填表说明", "x"]], "Sheet3": []}
    file = read_bytes(xlsx_of(sheets))
    assert [sheet.name for sheet in file.sheets] == ["执委"]
    assert [(p.fault.code, p.sheet) for p in file.problems] == [
        ("sheet_empty", "Sheet3"),
        ("sheet_without_roster", "说明"),
    ]


@pytest.mark.parametrize("missing", ["妇联职务", "姓名"])
def test_a_missing_column_is_named(missing: str) -> None:
    at = HEADINGS.index(missing)
    rows = [[cell for i, cell in enumerate(row) if i != at] for row in (HEADINGS, person())]
    file = read(rows)
    assert found(file) == [("heading_missing", "A1", "refuse")]
    assert missing in file.problems[0].message
    assert "出生年月" in file.problems[0].message


def test_headings_without_people_are_warned_about() -> None:
    assert codes(read([HEADINGS])) == ["sheet_without_people"]


def test_hidden_rows_are_read_and_warned_about() -> None:
    book = openpyxl.Workbook()
    table = book.worksheets[0]
    for row in roster(person(), person(name="王芳"), person(name="赵兰"), person(name="孙英")):
        table.append(list(row))
    for number in (2, 5, 6):
        table.row_dimensions[number].hidden = True
    file = read_bytes(saved(book))
    assert len(file.sheets[0].rows) == 4
    assert found(file) == [("rows_hidden", "A5", "warn")]
    assert "5–6" in file.problems[0].message


def test_hidden_rows_of_old_workbooks_are_read_and_warned_about() -> None:
    file = read_bytes(xls(roster(person(), person(name="王芳")), hidden=[5]))
    assert len(file.sheets[0].rows) == 2
    assert found(file) == [("rows_hidden", "A5", "warn")]


def test_hidden_sheets_are_read_and_warned_about() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["说明"])
    hidden = book.create_sheet("旧名单")
    for row in roster(person()):
        hidden.append(list(row))
    hidden.sheet_state = "hidden"
    file = read_bytes(saved(book))
    assert len(file.sheets[0].rows) == 1
    assert not file.sheets[0].visible
    assert "sheet_hidden" in codes(file)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_delimited_text_is_read_in_every_encoding(encoding: str, delimiter: str) -> None:
    content = csv_text(roster(person(), person(name="王芳")), delimiter).encode(encoding)
    file = read_bytes(content, "石下村.csv")
    assert [row.name for row in file.sheets[0].rows] == ["李梅", "王芳"]
    assert file.sheets[0].name == "石下村"
    assert file.problems == []


def test_a_correction_replaces_a_cell_before_it_is_read() -> None:
    content = xlsx(roster(person(birth_month="1985.13")))
    corrections = {("执委", "F4"): "1985.12", ("别处", "F4"): "x"}
    file = read_roster("x.xlsx", content, VOCABULARY, corrections)
    assert file.problems == []
    assert file.sheets[0].rows[0].birth_month == datetime.date(1985, 12, 1)


def test_the_grid_shows_the_cells_as_text_without_identity_numbers() -> None:
    content = xlsx([["姓名", "身份证号", "电话"], ["李梅", "350423198102150020", 19900000001]])
    (sheet,) = read_grid("x.xlsx", content)
    assert sheet.rows[1] == ["李梅", "*" * 18, "19900000001"]


def test_the_grid_of_an_unreadable_file_is_an_error() -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read_grid("x.xlsx", b"\x89PNG\r\n\x1a\n")
    assert refusal.value.code == "file_picture"


def test_messages_name_the_value_and_what_would_be_right() -> None:
    (problem,) = read(roster(person(birth_month="1985.13"))).problems
    assert "1985.13" in problem.message
    assert "1985.12" in problem.message
    assert problem.as_json()["cell"] == "F4"

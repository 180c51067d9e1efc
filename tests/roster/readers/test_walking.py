"""Rows below the headings: people, and everything that is nobody."""

from datetime import date
from typing import Any

import pytest

from jinguo.roster.enums import Post
from jinguo.roster.readers import RosterFile
from tests.roster.readers.workbooks import (
    FIELDS,
    HEADINGS,
    TOP,
    codes,
    found,
    person,
    read,
    read_bytes,
    read_person,
    roster,
    xlsx_of,
)


def _units(file: RosterFile) -> list[tuple[str, str]]:
    return [(row.name, row.unit) for sheet in file.sheets for row in sheet.rows]


def test_a_plain_roster_is_read_without_a_word() -> None:
    file = read_person()
    row = file.sheets[0].rows[0]
    assert file.problems == []
    assert (row.name, row.unit, row.unit_cell, row.row) == ("李梅", "石下村妇联", "B4", 4)
    assert (row.birth_month, row.starts_on) == (date(1981, 2, 1), date(2017, 5, 24))
    assert (row.post, row.categories, row.phone) == (Post.EXECUTIVE, ("mediator",), "19900000001")
    assert file.sheets[0].reported_on == date(2017, 7, 25)
    assert file.sheets[0].cell("birth_month", 4) == "F4"
    assert file.sheets[0].cell("sector", 4) == ""


def test_a_merged_unit_holds_for_all_its_rows() -> None:
    rows = roster(
        person(name="李梅"), person(name="王芳", unit=""), person(name="赵兰", unit="井后村妇联")
    )
    file = read(rows, merged=["B4:B5"])
    assert _units(file) == [("李梅", "石下村妇联"), ("王芳", "石下村妇联"), ("赵兰", "井后村妇联")]


def test_a_blank_below_a_unit_belongs_to_it() -> None:
    file = read(roster(person(name="李梅"), person(name="王芳", unit="")))
    assert _units(file)[1] == ("王芳", "石下村妇联")


def test_without_a_column_of_units_the_title_and_the_sheet_speak() -> None:
    rows = [["石下村妇联执委花名册"], ["填报单位：石下村"], ["姓名", "妇联职务"], ["李梅", "主席"]]
    sheet = read(rows, sheet="石下村").sheets[0]
    assert sheet.rows[0].unit == ""
    assert sheet.title == "石下村妇联执委花名册"
    assert (sheet.reporting_unit, sheet.name) == ("石下村", "石下村")


def test_a_sheet_for_each_village() -> None:
    head = ["姓名", "妇联职务"]
    file = read_bytes(
        xlsx_of(
            {
                "石下村": [["石下村妇联执委花名册"], head, ["李梅", "主席"]],
                "井后村": [["井后村妇联执委花名册"], head, ["王芳", "主席"]],
            }
        )
    )
    titles = [sheet.title for sheet in file.sheets]
    assert titles == ["石下村妇联执委花名册", "井后村妇联执委花名册"]


@pytest.mark.parametrize("again", [True, False])
def test_several_sections_in_one_sheet(again: bool) -> None:
    head = ["序号", "姓名", "妇联职务"]
    rows: list[list[Any]] = [
        ["嵩溪镇村妇联执委花名册"],
        ["石下村妇联"],
        head,
        [1, "李梅", "主席"],
        [2, "王芳", "执委"],
        ["井后村妇联执委花名册"],
        *([head] if again else []),
        [1, "赵兰", "主席"],
    ]
    file = read(rows)
    assert _units(file) == [("李梅", "石下村妇联"), ("王芳", "石下村妇联"), ("赵兰", "井后村妇联")]
    expected = ["section_row", "heading_repeated"] if again else ["section_row"]
    assert codes(file) == expected
    assert file.sheets[0].rows[0].unit_cell == "A2"


def test_sections_named_by_their_reporting_unit() -> None:
    head = ["姓名", "妇联职务"]
    rows = [
        ["村妇联执委花名册", ""],
        ["填报单位：石下村妇联", "填报日期：2017年7月25日"],
        head,
        ["李梅", "主席"],
        ["村妇联执委花名册", ""],
        ["填报单位：井后村妇联", "填报日期：2017年7月25日"],
        head,
        ["王芳", "主席"],
    ]
    file = read(rows)
    assert _units(file) == [("李梅", "石下村妇联"), ("王芳", "井后村妇联")]


def test_headings_repeated_on_every_printed_page_change_nothing() -> None:
    rows = roster(person(), TOP[0], HEADINGS, person(name="王芳", unit=""))
    file = read(rows)
    assert _units(file)[1] == ("王芳", "石下村妇联")
    assert codes(file) == ["heading_repeated", "heading_repeated"]


def test_a_second_list_below_may_have_other_columns() -> None:
    rows = [
        ["姓名", "妇联职务", "联系电话"],
        ["李梅", "主席", "19900000001"],
        ["井后村妇联", "", ""],
        ["妇联职务", "姓名", "出生年月"],
        ["主席", "王芳", "1985.13"],
    ]
    file = read(rows)
    assert [row.name for row in file.sheets[0].rows] == ["李梅", "王芳"]
    assert ("birth_impossible", "C5", "refuse") in found(file)
    assert file.sheets[0].cell("name", 2) == "A2"
    assert file.sheets[0].cell("name", 5) == "B5"


def test_township_and_village_in_two_columns() -> None:
    head = ["乡镇", "村", "姓名", "妇联职务"]
    rows = [
        head,
        ["嵩溪镇", "", "李梅", "主席"],
        ["", "", "王芳", "执委"],
        ["", "石下村", "赵兰", "主席"],
        ["", "", "孙英", "执委"],
        ["余朋乡", "", "周红", "主席"],
        ["", "余朋村", "吴云", "主席"],
    ]
    assert _units(read(rows)) == [
        ("李梅", "嵩溪镇"),
        ("王芳", "嵩溪镇"),
        ("赵兰", "嵩溪镇石下村"),
        ("孙英", "嵩溪镇石下村"),
        ("周红", "余朋乡"),
        ("吴云", "余朋乡余朋村"),
    ]


def test_a_date_merged_over_a_unit_holds_for_all_its_rows() -> None:
    file = read(roster(person(), person(name="王芳", starts_on="")), merged=["M4:M5"])
    assert [row.starts_on for row in file.sheets[0].rows] == [date(2017, 5, 24)] * 2


def test_blank_rows_and_columns_are_passed_over() -> None:
    rows = [["", "姓名", "", "妇联职务"], ["", "李梅", "", "主席"], [], ["", "王芳", "", "执委"]]
    file = read(rows)
    assert [row.row for row in file.sheets[0].rows] == [2, 4]
    assert file.problems == []


def test_rows_with_nothing_but_a_number_are_listed_once() -> None:
    blank = dict.fromkeys(FIELDS, "")
    file = read(roster(person(number=1), *(person(**{**blank, "number": n}) for n in (2, 3, 4))))
    assert len(file.sheets[0].rows) == 1
    assert found(file) == [("rows_empty", "A5", "note")]
    assert "5–7" in file.problems[0].message


@pytest.mark.parametrize(
    "row",
    [["合计", "", "2人"], ["合　计", 2], ["共2人"], ["小计：2人"], ["总计", "", "", 2], ["合计"]],
)
def test_a_right_total_is_noted(row: list[Any]) -> None:
    file = read(roster(person(), person(name="王芳"), row))
    assert found(file) == [("totals_row", "A6", "note")]


@pytest.mark.parametrize("row", [["合计", "", "3人"], ["共3人"], ["合计", 3.0]])
def test_a_wrong_total_is_warned_about(row: list[Any]) -> None:
    file = read(roster(person(), person(name="王芳"), row))
    assert found(file) == [("totals_differ", "A6", "warn")]


def test_subtotals_count_from_the_last_one() -> None:
    people = [person(), ["小计", 1], person(name="王芳"), person(name="赵兰")]
    assert codes(read(roster(*people, ["小计", 2], ["合计", 3]))) == ["totals_row"] * 3


@pytest.mark.parametrize(
    "row",
    [
        ["填表人：", "", "", "", "审核人：", "", "", "", "联系电话：0598-"],
        ["填表人：李梅", "", "", "", "审核人：王芳"],
        ["填表人", "", "李梅", "", "审核人", "王芳"],
        ["备注：本表一式两份"],
        ["注：执委包括主席、副主席"],
        ["（盖章）"],
        ["说明：1.类别填序号"],
        ["2017年7月25日"],
    ],
)
def test_signatures_and_remarks_are_noted(row: list[Any]) -> None:
    file = read(roster(person(), row))
    assert found(file) == [("signature_row", "A5", "note")]


def test_whatever_else_stands_in_a_row_is_listed() -> None:
    file = read(roster(person(), ["本次换届工作圆满完成"]))
    assert found(file) == [("row_not_understood", "A5", "warn")]


def test_a_person_without_a_name_is_refused() -> None:
    file = read_person(name="")
    assert found(file) == [("name_missing", "C4", "refuse")]
    assert file.sheets[0].rows == []


def test_a_person_without_a_post_is_refused() -> None:
    file = read_person(post="")
    assert found(file) == [("post_missing", "I4", "refuse")]


def test_a_village_whose_people_are_named_like_places_loses_nobody() -> None:
    rows = [["姓名", "妇联职务"], ["王新村", ""], ["李大镇", "执委"]]
    file = read(rows)
    assert found(file) == [("post_missing", "B2", "refuse")]
    assert [row.name for row in file.sheets[0].rows] == ["李大镇"]


def test_the_day_may_stand_below_the_list() -> None:
    rows = [["姓名", "妇联职务"], ["李梅", "主席"], ["填表人：李梅", "填表日期：2017年7月25日"]]
    assert read(rows).sheets[0].reported_on == date(2017, 7, 25)

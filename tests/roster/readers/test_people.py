"""Faults of single cells, each at its cell, with a message a clerk understands."""

from datetime import date
from typing import Any

import pytest

from jinguo.roster.enums import Kind
from jinguo.roster.readers import read_roster
from tests.roster.readers.workbooks import (
    VOCABULARY,
    codes,
    found,
    person,
    read,
    read_bytes,
    read_person,
    roster,
    xls,
    xlsx,
)


@pytest.mark.parametrize(
    ("field", "value", "code", "cell", "severity"),
    [
        ("name", "李梅、王芳", "name_several", "C4", "refuse"),
        ("name", "李梅2", "name_unreadable", "C4", "refuse"),
        ("name", 12, "name_unreadable", "C4", "refuse"),
        ("gender", "？", "gender_unknown", "D4", "warn"),
        ("birth_month", "1985.13", "birth_impossible", "F4", "refuse"),
        ("birth_month", "2031.5", "birth_too_young", "F4", "refuse"),
        ("birth_month", "2005.1", "birth_too_young", "F4", "refuse"),
        ("birth_month", "1905.6", "birth_too_old", "F4", "refuse"),
        ("birth_month", 1981.1, "birth_october", "F4", "warn"),
        ("post", "书记", "post_unknown", "I4", "refuse"),
        ("categories", "③文艺女骨干", "category_differs", "J4", "warn"),
        ("categories", "茶艺女能手", "category_unknown", "J4", "warn"),
        ("phone", "138****0000", "phone_masked", "L4", "warn"),
        ("phone", "1990500", "phone_length", "L4", "warn"),
        ("starts_on", "2017.2.30", "date_impossible", "M4", "refuse"),
        ("starts_on", "今年6月", "date_incomplete", "M4", "refuse"),
        ("starts_on", "2017.6", "date_month_only", "M4", "warn"),
        ("remark", "身份证350423198102150020", "id_number_removed", "N4", "note"),
        ("remark", "新号19905000001", "phone_elsewhere", "N4", "note"),
        ("occupation", "茶场 199 0500 0001", "phone_elsewhere", "K4", "note"),
    ],
)
def test_a_fault_is_marked_at_its_cell(
    field: str, value: Any, code: str, cell: str, severity: str
) -> None:
    file = read_person(**{field: value})
    if code == "phone_length":
        assert file.sheets[0].rows[0].phone == "1990500"
    assert (code, cell, severity) in found(file)
    assert len(file.problems) == 1


def test_a_birth_is_checked_against_the_day_given_for_the_list() -> None:
    rows = [
        ["姓名", "妇联职务", "出生年月"],
        ["李梅", "主席", "2012.2"],
        ["王芳", "执委", "1905.6"],
    ]
    file = read_roster("x.xlsx", xlsx(rows), VOCABULARY, as_of=date(2018, 3, 10))
    assert found(file) == [
        ("birth_too_young", "C2", "refuse"),
        ("birth_too_old", "C3", "refuse"),
    ]


def test_a_vacant_seat_is_no_person() -> None:
    file = read(roster(person(), person(name="待补选"), person(name="暂无人选")))
    assert [row.name for row in file.sheets[0].rows] == ["李梅"]
    assert found(file) == [("seat_vacant", "C5", "warn"), ("seat_vacant", "C6", "warn")]


def test_every_fault_of_a_row_is_listed() -> None:
    file = read_person(name="", birth_month="1985.13", starts_on="2017.2.30", phone="1**")
    assert codes(file) == ["name_missing", "birth_impossible", "phone_masked", "date_impossible"]


def test_a_man_is_no_error() -> None:
    assert read_person(name="王建国", gender="男").problems == []


def test_a_missing_date_of_appointment_is_no_error() -> None:
    file = read_person(starts_on="")
    assert file.problems == []
    assert file.sheets[0].rows[0].starts_on is None


def test_a_column_of_kinds_adds_to_the_post() -> None:
    head = ["姓名", "妇联职务", "专兼职"]
    rows = [
        head,
        ["李梅", "副主席", "兼职"],
        ["王芳", "副主席（兼职）", "专职"],
        ["赵兰", "执委", ""],
    ]
    file = read(rows)
    kinds = [row.kind for row in file.sheets[0].rows]
    assert kinds == [Kind.PART_TIME, Kind.PART_TIME, Kind.UNSTATED]
    assert found(file) == [("kind_differs", "C3", "warn")]


def test_identity_numbers_are_never_read() -> None:
    rows = [["姓名", "妇联职务", "身份证号"], ["李梅", "主席", "350423198102150020"]]
    file = read(rows)
    assert found(file) == [("column_left_out", "C1", "note")]
    assert "350423198102150020" not in repr(file)


def test_the_name_of_a_husband_is_no_second_list() -> None:
    file = read([["姓名", "妇联职务", "配偶姓名"], ["李梅", "主席", "王大"]])
    assert [row.name for row in file.sheets[0].rows] == ["李梅"]
    assert found(file) == [("column_unknown", "C1", "note")]


def test_unknown_columns_are_listed() -> None:
    file = read([["姓名", "妇联职务", "微信号"], ["李梅", "主席", "limei"]])
    assert found(file) == [("column_unknown", "C1", "note")]


def test_cells_showing_an_error_are_refused_where_they_matter() -> None:
    content = xlsx(roster(person(birth_month="#REF!", phone="#N/A")))
    assert ("cell_error", "F4", "refuse") in found(read_bytes(content))
    assert ("cell_error", "L4", "refuse") in found(read_bytes(content))


def test_a_formula_without_result_is_refused() -> None:
    assert ("formula_uncalculated", "F4", "refuse") in found(read_person(birth_month="=A1"))


def test_old_workbooks_say_the_same() -> None:
    rows = roster(person(birth_month="1985.13"))
    expected = [("birth_impossible", "F4", "refuse")]
    assert found(read_bytes(xls(rows))) == found(read(rows)) == expected

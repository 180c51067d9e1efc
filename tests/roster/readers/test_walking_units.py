"""Whose unit a row is of: never silently that of the section above."""

from typing import Any

import pytest

from jinguo.roster.readers import RosterFile
from tests.roster.readers.workbooks import found, person, read, roster


def _units(file: RosterFile) -> list[tuple[str, str]]:
    return [(row.name, row.unit) for sheet in file.sheets for row in sheet.rows]


def _below(*row: str) -> list[tuple[str, str]]:
    """Names and units of a list of two sections, the second of which begins with this row."""
    head = ["序号", "姓名", "妇联职务"]
    first: list[list[Any]] = [["和平村"], [1, "李梅", "主席"], [2, "王芳", "执委"]]
    rows = [["石桥镇各村妇联执委花名册"], head, *first, row, [1, "赵兰", "主席"]]
    file = read(rows)
    return [*_units(file)[2:], *((code, cell) for code, cell, _ in found(file)[1:])]


@pytest.mark.parametrize("row", ["团结", "团结村小组", "团结村、胜利村", "团结村（3人）"])
def test_people_below_a_line_of_their_own_never_belong_to_the_section_above(row: str) -> None:
    unit = row.removesuffix("（3人）")
    assert _below(row) == [("赵兰", unit), ("section_row", "A6")]


@pytest.mark.parametrize(
    "row",
    [
        "和平村共2人",
        "和平村妇联（盖章）",
        "石桥镇妇联（盖章）",
        "一、执委",
        "执委（2名）",
        "本页2人",
        "（续）",
        "注：团结村另报",
    ],
)
def test_what_closes_or_remarks_on_a_section_does_not_end_it(row: str) -> None:
    (name, unit), (code, _cell) = _below(row)
    assert (name, unit) == ("赵兰", "和平村")
    assert code in ("totals_row", "signature_row")


def test_a_village_alone_in_the_column_of_names_begins_its_section() -> None:
    assert _below("", "团结村") == [("赵兰", "团结村"), ("section_row", "B6")]
    assert _below("", "王新村")[1:] == [("post_missing", "C6")]


def test_a_blank_unit_above_the_first_one_is_refused() -> None:
    rows = roster(person(unit=""), person(name="王芳"), person(name="赵兰", unit=""))
    file = read(rows)
    assert found(file) == [("unit_blank", "B4", "refuse")]
    assert file.problems[0].options == ("石下村妇联",)


def test_a_column_of_units_that_is_blank_throughout_leaves_it_to_the_title() -> None:
    assert read(roster(person(unit=""), person(name="王芳", unit=""))).problems == []

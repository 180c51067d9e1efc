"""Columns headed by a category, with a tick where it is hers."""

from typing import Any

import pytest

from tests.roster.readers.workbooks import found, read

NAMES = ["调解女能手", "文艺女骨干", "家庭教育女能手"]
PEOPLE: list[list[Any]] = [
    ["李梅", "主席", "√", "", "是", "大专"],
    ["王芳", "执委", "", 1, "否", "高中"],
    ["赵兰", "执委", "×", "", "", ""],
]
READ: list[tuple[str, ...]] = [("mediator", "family_educator"), ("artist",), ()]


@pytest.mark.parametrize("marks", [["", "", ""], ["①", "2.", "（5）"]])
def test_ticks_below_the_names_of_categories_are_read(marks: list[str]) -> None:
    names = [mark + name for mark, name in zip(marks, NAMES, strict=True)]
    file = read([["姓名", "妇联职务", *names, "学历"], *PEOPLE])
    assert [row.categories for row in file.sheets[0].rows] == READ
    assert [row.education for row in file.sheets[0].rows] == ["大专", "高中", ""]
    assert file.problems == []


def test_the_names_may_stand_below_one_merged_heading() -> None:
    head = [["姓名", "妇联职务", "执委类别", "", "", "学历"], ["", "", *NAMES, ""]]
    file = read([["石下村妇联名册"], *head, *PEOPLE], merged=["C2:E2", "A2:A3", "B2:B3", "F2:F3"])
    assert [row.categories for row in file.sheets[0].rows] == READ
    assert [row.unit for row in file.sheets[0].rows] == ["", "", ""]
    assert file.problems == []


def test_what_is_no_tick_is_warned_about() -> None:
    file = read([["姓名", "妇联职务", *NAMES], ["李梅", "主席", "√", "骨干", ""]])
    assert found(file) == [("tick_unknown", "D2", "warn")]
    assert file.sheets[0].rows[0].categories == ("mediator",)

"""Lists, blocks and rows of people who do not sit on the committee are left out, and listed."""

from typing import Any

import pytest

from jinguo.roster.readers import RosterFile
from tests.roster.readers.workbooks import codes, found, read, read_bytes, xlsx_of

HEAD = ["姓名", "妇联职务", "备注"]
NOW = ["李梅", "主席", ""]
THEN = ["王芳", "执委", ""]
TITLE = ["石下村妇联执委名册"]


def _names(file: RosterFile) -> list[str]:
    return [row.name for sheet in file.sheets for row in sheet.rows]


@pytest.mark.parametrize(
    ("sheet", "title"),
    [
        ("离任", "石下村妇联执委名册"),
        ("名单", "石下村妇联离任执委名册"),
        ("候选人", "石下村妇联执委候选人名单"),
        ("换届前", "石下村妇联换届前执委名册"),
        ("拟任", "石下村妇联拟任执委名册"),
        ("人选", "石下村妇联执委推荐人选名单"),
    ],
)
def test_beside_the_sitting_committee_other_lists_are_left_out(sheet: str, title: str) -> None:
    file = read_bytes(xlsx_of({"名册": [TITLE, HEAD, NOW], sheet: [[title], HEAD, THEN]}))
    assert _names(file) == ["李梅"]
    assert [(one.fault.code, one.sheet) for one in file.problems] == [("sheet_not_sitting", sheet)]


def test_alone_such_a_list_is_refused() -> None:
    file = read([["石下村妇联离任执委名册"], HEAD, THEN])
    assert found(file) == [("list_not_sitting", "", "refuse")]


def test_a_list_after_the_election_is_the_sitting_committee() -> None:
    assert read([["石下村妇联换届后当选执委名册"], HEAD, NOW]).problems == []


@pytest.mark.parametrize("line", ["离任人员", "石下村妇联离任执委名单", "候选人：", "（换届前）"])
def test_people_below_such_a_line_are_left_out(line: str) -> None:
    file = read([TITLE, HEAD, NOW, [line], THEN, ["赵兰", "执委", ""]])
    assert _names(file) == ["李梅"]
    assert ("rows_not_sitting", "A4", "warn") in found(file)


def test_the_next_section_is_read_again() -> None:
    rows = [["和平村"], NOW, ["离任人员"], THEN, ["井后村"], ["赵兰", "主席", ""]]
    file = read([["嵩溪镇各村妇联执委名册"], HEAD, *rows])
    assert [(row.name, row.unit) for row in file.sheets[0].rows] == [
        ("李梅", "和平村"),
        ("赵兰", "井后村"),
    ]


def test_a_column_that_says_who_sits_is_honoured() -> None:
    for heading, yes, no in (("是否在任", "是", "否"), ("状态", "在任", "已离任")):
        rows: list[list[Any]] = [
            [*HEAD, heading],
            [*NOW, yes],
            [*THEN, no],
            ["赵兰", "执委", "", ""],
        ]
        file = read(rows)
        assert _names(file) == ["李梅", "赵兰"]
        assert found(file) == [("person_not_sitting", "D3", "warn")]
    file = read([[*HEAD, "状态"], [*NOW, "待核实"]])
    assert found(file) == [("sitting_unknown", "D2", "refuse")]


@pytest.mark.parametrize("remark", ["2018年7月辞去执委", "不再担任", "已卸任"])
def test_a_remark_that_she_has_left_is_warned_about(remark: str) -> None:
    file = read([HEAD, NOW, ["王芳", "执委", remark]])
    assert _names(file) == ["李梅", "王芳"]
    assert found(file) == [("remark_says_leaving", "C3", "warn")]


def test_a_post_she_has_left_is_refused() -> None:
    file = read([HEAD, NOW, ["王芳", "主席（离任）", ""]])
    assert found(file) == [("post_left", "B3", "refuse")]


@pytest.mark.parametrize("title", ["石下村妇联增补执委名单", "石下村妇联补选执委名册"])
def test_a_list_of_those_added_is_warned_about(title: str) -> None:
    assert codes(read([[title], HEAD, NOW])) == ["list_of_added"]
    assert codes(read([[title.replace("执委", "后执委")], HEAD, NOW])) == []

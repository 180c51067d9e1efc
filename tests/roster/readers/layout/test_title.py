from datetime import date

import pytest

from jinguo.roster.readers.layout.title import day_of, reporting_unit_of, title_of, unit_in_title
from jinguo.roster.readers.sheet import Cell


def test_the_title_is_the_line_that_names_a_list() -> None:
    assert title_of([["附件1"], [""], ["清流县石下村妇联", ""], ["执委花名册"]]) == "执委花名册"
    assert title_of([["附件2："], ["石下村妇联"]]) == "石下村妇联"
    assert title_of([]) == ""


@pytest.mark.parametrize(
    "row",
    [
        ["填报单位（盖章）：石下村妇联", "填报日期：2017年7月25日"],
        ["填报单位：石下村妇联　　　填报日期：2017年7月25日"],
        ["填报单位：", "石下村妇联"],
        ["单位（盖章）：石下村妇联"],
        ["填报单位", "石下村妇联", "联系人：李梅"],
    ],
)
def test_the_reporting_unit_is_found(row: list[Cell]) -> None:
    assert reporting_unit_of([["某某花名册"], row]) == "石下村妇联"


@pytest.mark.parametrize(
    "row",
    [
        ["填报日期：2017年7月25日"],
        ["填表时间:2017-07-25"],
        ["填报单位：石下村妇联　填报日期：2017.7.25"],
        ["统计日期", "2017.7.25"],
        ["填报日期：", date(2017, 7, 25)],
        ["（截至2017年7月25日）"],
        ["石下村妇联执委花名册（截止2017年7月25日）"],
        ["制表时间：２０１７年７月２５日"],
        ["2017年7月25日"],
        [date(2017, 7, 25)],
        ["截至 2017 年 7 月 25 日"],
        ["日期：2017/7/25"],
    ],
)
def test_the_day_of_the_list_is_found(row: list[Cell]) -> None:
    assert day_of([["某某花名册"], row]) == date(2017, 7, 25)


@pytest.mark.parametrize(
    "text", ["填报日期：2017年7月", "填报日期：", "2017年工作", "填报日期：2017年2月30日"]
)
def test_half_a_day_is_no_day(text: str) -> None:
    assert day_of([[text]]) is None


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("石下村妇联执委花名册", "石下村妇联"),
        ("清流县石下村妇联执委花名册（改革前）", "清流县石下村妇联"),
        ("石下村妇联主席、副主席、执委名单", "石下村妇联"),
        ("石下村妇联组织班子成员基本情况登记表", "石下村妇联"),
        ("石下村第一届妇联执委名册", "石下村第一届妇联"),
    ],
)
def test_the_unit_of_a_title(title: str, unit: str) -> None:
    assert unit_in_title(title) == unit

"""A line that names a unit is told from one that does not, however it is written."""

import pytest

from jinguo.kernel.text import fold
from jinguo.roster.readers.layout.sections import section_unit


def _unit(*words: str) -> str | None:
    return section_unit([fold(word) for word in words])


@pytest.mark.parametrize(
    "words",
    [
        "团结村",
        "团结村（3人）",
        "团结村（共2人）",
        "团结村 2人",
        "【团结村】",
        "★团结村",
        "2.团结村",
        "（二）团结村",
        "Ⅱ、团结村",
        "②团结村",
        "以下为团结村：",
        "村名：团结村",
        "村（社区）：团结村",
        "村级：团结村",
        "单位：团结村",
        "团结村（换届后）",
        "团结村：主席1人，委员1人",
        "2018年团结村",
        "团结村 2018年7月",
        "团结村执委成员",
        "团结村名单",
        "团结村：",
    ],
)
def test_a_village_is_found_under_what_is_written_around_it(words: str) -> None:
    assert _unit(words) == "团结村"


@pytest.mark.parametrize(
    "words",
    [
        ("二", "团结村"),
        ("团结村", "2人"),
        ("所在村：", "团结村"),
        ("团结村", "填报人：张三"),
        ("填报单位：团结村", "填报日期：2017年7月25日"),
    ],
)
def test_cells_beside_the_unit_do_not_hide_it(words: tuple[str, ...]) -> None:
    assert _unit(*words) == "团结村"


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("2、团结村妇联执委会组成人员", "团结村妇联"),
        ("团结村妇联（2人）", "团结村妇联"),
        ("团结村妇联 2018年7月", "团结村妇联"),
        ("石桥镇-团结村", "石桥镇团结村"),
        ("石桥镇：团结村", "石桥镇团结村"),
        ("石桥镇/团结村妇联执委", "石桥镇团结村妇联"),
        ("镇妇联", "镇妇联"),
        ("村名：团结", "团结"),
        ("村妇联执委花名册", ""),
    ],
)
def test_the_name_is_read_with_its_township_and_without_the_rest(words: str, unit: str) -> None:
    assert _unit(words) == unit


@pytest.mark.parametrize(
    "words",
    [
        "注：以上为2018年换届名单",
        "备注：团结村妇联另行报送",
        "填报人：团结村妇联",
        "共2人",
        "全村共2人",
        "执委",
        "本次换届工作圆满完成",
        "地址：石桥镇团结村",
    ],
)
def test_remarks_totals_and_signatures_name_no_unit(words: str) -> None:
    assert not _unit(words)

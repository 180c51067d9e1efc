"""A village with a committee, in the made-up county."""

from datetime import date

from tests.factories.deeds import unit
from tests.factories.imports import applied, bring_list
from tests.factories.workbooks import committee

BRIDGE, NAME = "430999100200", "红岩镇石桥村妇联"
ELECTED = date(2019, 3, 1)


def bridge_village() -> int:
    """石桥村妇联: nine women elected on 2019-03-01, by the rules; its federation."""
    names = ("张梅", "李兰", "赵竹", "王菊", "陈荷", "周莲", "吴桂", "郑芳", "冯英")
    applied(bring_list(*committee(NAME, *names), title=NAME, day="2019年3月1日"))
    return unit(BRIDGE)

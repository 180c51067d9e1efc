"""Which papers of a step are records already: nobody is asked for them twice."""

from datetime import timedelta

from jinguo.campaigns.enums import Made
from jinguo.kernel.text import fold

LEAD = timedelta(days=92)
"""Papers and congresses so long before the first day still belong to a campaign: it is prepared.

What stands (a filed result, a plaque, a group, a committee) counts however old it is, as it does
for the gates.
"""

_KNOWN: dict[Made, tuple[str, ...]] = {
    Made.QUOTAS: ("代表名额分配表", "代表名额表", "名额分配表"),
    Made.DELEGATES: ("代表名单",),
    Made.RECOMMENDED: ("候选人推荐表", "推荐表"),
    Made.CANDIDATES: ("候选人登记表", "登记表", "候选人名单"),
    Made.BALLOT: ("选票",),
    Made.COUNT: ("计票单", "计票表"),
    Made.RESULT: ("选举结果报告单", "选举结果报告", "结果报告", "备案表", "选举结果备案表"),
    Made.FILING: ("选举结果报告单", "选举结果报告", "结果报告"),
    Made.ROSTER: ("花名册", "执委会花名册"),
    Made.PLAQUE: ("揭牌照片", "挂牌照片"),
    Made.GROUP: ("联系群登记", "联系群", "建群"),
    Made.ACTIVITY: ("活动照片", "首次活动", "首次活动照片"),
}

_MADE_OF: dict[str, tuple[Made, ...]] = {}
for _made, _names in _KNOWN.items():
    for _name in _names:
        _MADE_OF[fold(_name)] = (*_MADE_OF.get(fold(_name), ()), _made)


def made_of(name: str) -> tuple[Made, ...]:
    """The records that a paper of this name is; none where it has to be handed in."""
    return _MADE_OF.get(fold(name), ())

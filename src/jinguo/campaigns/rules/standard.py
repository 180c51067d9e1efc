"""The template 会改联: the steps of the one procedure (三统一), with the papers each leaves.

It is where a plan starts from. The steps of a campaign are data of its own and may be others.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from jinguo.campaigns.enums import Doer
from jinguo.campaigns.rules.plans import Plan, StepPlan, WavePlan

SOURCE = "2017-07-31 报告及各县妇联通用模板"
"""Where the steps are from. Nobody has checked them against a document: not verified."""

LENGTH, PILOT, TOWNSHIPS = timedelta(days=77), timedelta(days=8), timedelta(days=71)
"""How long the campaign of 2017 took, and when its pilot and its townships were due."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the template; ``share`` is how much of a wave's time is gone when it is due."""

    number: int
    title: str
    papers: tuple[str, ...]
    share: float
    doer: Doer = Doer.UNIT


STEPS = (
    Step(
        0,
        "联合发文、方案、动员推进会暨培训",
        ("联合意见", "实施方案", "会议签到"),
        0.1,
        Doer.COUNTY,
    ),
    Step(1, "筹备：成立领导小组，请示支部，上报", ("领导小组名单", "请示", "党支部批复"), 0.15),
    Step(2, "宣传：横幅、专栏、海报、微信", ("宣传照片",), 0.25),
    Step(3, "代表：名额、名单、资格审查", ("代表名额分配表", "代表名单", "资格审查报告"), 0.4),
    Step(4, "候选人：推荐、登记、公示", ("候选人推荐表", "候选人登记表", "候选人公示"), 0.55),
    Step(
        5,
        "大会：议程、选举办法、计票、结果",
        ("大会议程", "选举办法", "计票单", "选举结果报告单"),
        0.75,
    ),
    Step(6, "挂牌：揭牌照片、规格、地点", ("揭牌照片",), 0.85),
    Step(7, "备案：结果报告、备案表、花名册", ("选举结果报告", "备案表", "花名册"), 0.9),
    Step(8, "建群、志愿队、首次活动", ("联系群登记", "活动照片"), 1.0),
    Step(
        9,
        "督导验收：周进度、走访记录、总结",
        ("周进度表", "走访记录", "工作总结"),
        1.0,
        Doer.COUNTY,
    ),
)


def spread(starts_on: date, ends_on: date, waves: Sequence[date]) -> tuple[StepPlan, ...]:
    """The steps of the template with deadlines between the first day and the end of each wave."""
    steps = [StepPlan(one.number, one.title, one.papers, one.doer) for one in STEPS]
    return timed(steps, starts_on, ends_on, waves)


def timed(
    steps: Sequence[StepPlan], starts_on: date, ends_on: date, waves: Sequence[date]
) -> tuple[StepPlan, ...]:
    """These steps with the deadlines of the template; what it does not know is due at the end."""
    shares = {one.number: one.share for one in STEPS}
    return tuple(
        replace(
            one,
            due_on=tuple(
                _at(starts_on, last, shares.get(one.number, 1.0))
                for last in ([ends_on] if one.doer is Doer.COUNTY else waves)
            ),
        )
        for one in steps
    )


def template(
    county: str, townships: Collection[int], villages: Collection[int], first: date
) -> Plan:
    """The campaign of 2017 as another county would begin it on a day; its pilot is still empty."""
    last = first + LENGTH
    waves = (
        WavePlan("试点", first + PILOT, []),
        WavePlan("乡镇妇联", first + TOWNSHIPS, townships),
        WavePlan("村（社区）妇联", last, villages),
    )
    return Plan(
        name=f"{county}妇联组织改革（会改联）",
        goal="乡镇妇联组织区域化建设，村（社区）妇代会改建妇联",
        basis="关于乡镇妇联组织区域化建设和村（社区）妇代会改建妇联工作的意见",
        issuers=(f"中共{county}委组织部", f"{county}民政局", f"{county}妇女联合会"),
        starts_on=first, ends_on=last, waves=waves, pilot=True, anew=True,
        steps=spread(first, last, [one.due_on for one in waves]),
    )  # fmt: skip


def _at(first: date, last: date, share: float) -> date:
    return first + timedelta(days=round(max(0, (last - first).days) * share))

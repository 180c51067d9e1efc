"""The template 会改联: the steps of the one procedure (三统一), with the papers each leaves."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the procedure and what it leaves behind."""

    number: int
    title: str
    papers: tuple[str, ...]


STEPS = (
    Step(0, "联合发文、方案、动员推进会暨培训", ("联合意见", "实施方案", "会议签到")),
    Step(1, "筹备：成立领导小组，请示支部，上报", ("领导小组名单", "请示", "党支部批复")),
    Step(2, "宣传：横幅、专栏、海报、微信", ("照片",)),
    Step(3, "代表：名额分配、名单、资格审查", ("代表名额分配表", "代表名单", "资格审查报告")),
    Step(4, "候选人：推荐、登记、审查、公示", ("推荐表", "登记表", "公示")),
    Step(
        5,
        "大会：议程、报告、选举办法、计票、结果",
        ("议程", "选举办法", "计票表", "选举结果报告单"),
    ),
    Step(6, "挂牌：揭牌照片、规格、地点", ("揭牌照片",)),
    Step(7, "备案：结果报告、批复、备案表、花名册", ("选举结果报告", "备案表", "花名册")),
    Step(8, "建群、志愿队、首次活动", ("群二维码", "活动照片")),
    Step(9, "督导验收：周进度、走访记录、总结、销号", ("周进度表", "走访记录", "总结")),
)
"""Source: the report of 2017-07-31 and common templates of county federations; not verified."""

"""The demo's supervision: a sample, a few visits and findings, all invented and marked so (示例).

The report of 2017-07-31 says that the county supervised and that the campaign was done; here all
that was found is signed off by then.
"""

from datetime import date, timedelta

from jinguo.campaigns.actions import (
    Found,
    VisitNote,
    close_finding,
    draw_sample,
    record_visit,
    report_mended,
    send_back,
)
from jinguo.campaigns.models import Campaign, Finding, Sample
from jinguo.federations.queries import Unit
from jinguo.kernel.actor import Actor

DRAWN = date(2017, 7, 10)
SIZE, VISITED = 13, 9
_MATTERS = (
    "牌子悬挂位置不醒目",
    "执委名单未上墙公示",
    "妇女群入群户数偏少",
    "活动照片未归档",
    "会议记录缺签到表",
)
_SEEN = "查看妇联牌子、工作制度、活动记录，与执委座谈。"


def load_supervision(campaign: Campaign, pilot: Unit | None, by: Actor) -> None:
    """The pilot is visited after its day; in July the county draws thirteen and visits nine."""
    if pilot is not None:
        found = _visit(campaign, pilot.federation_id, date(2017, 5, 26), 0, by)
        if found is not None:
            _mended(found, date(2017, 6, 2), by, note="已移至大门右侧显眼处")
    sample = draw_sample(campaign=campaign, size=SIZE, today=DRAWN, by=by)
    for number, pick in enumerate(sample.picks.all()[:VISITED]):
        day = DRAWN + timedelta(days=1 + number)
        fine = number % 3 == 2
        found = _visit(campaign, pick.federation_id, day, None if fine else number, by, sample)
        if found is None:
            continue
        if number == 4:
            report_mended(finding_id=found.pk, today=day + timedelta(days=3), by=by)
            send_back(
                finding_id=found.pk, reason="照片看不清，请重拍（示例）",
                today=day + timedelta(days=4), by=by,
            )  # fmt: skip
        _mended(found, day + timedelta(days=6 + number), by)


def _visit(
    campaign: Campaign,
    federation_id: int,
    day: date,
    matter: int | None,
    by: Actor,
    sample: Sample | None = None,
) -> Finding | None:
    matters = () if matter is None else (f"{_MATTERS[matter % len(_MATTERS)]}（示例）",)
    note = VisitNote(
        day, "县妇联督导组（示例）", f"{_SEEN}（示例）",
        tuple(Found(one, day + timedelta(days=7)) for one in matters),
    )  # fmt: skip
    made = record_visit(
        federation_id=federation_id, note=note, today=campaign.ends_on, by=by, campaign=campaign,
        sample=sample,
    )  # fmt: skip
    return made.findings.first()


def _mended(found: Finding, day: date, by: Actor, note: str = "已按要求整改") -> None:
    report_mended(finding_id=found.pk, today=day, by=by, note=f"{note}（示例）")
    close_finding(finding_id=found.pk, today=min(day + timedelta(days=2), date(2017, 7, 31)), by=by)

"""The demo's campaign: Qingliu, 15 May to 31 July 2017, with invented evidence marked as such.

The rosters say on which day each committee was elected. When its plaque, its group and its first
activity followed is not known: here they follow within a week, on days made from the unit's code.
"""

import io
from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from zlib import crc32

from django.db import transaction
from PIL import Image

from jinguo.activities.actions import Note, note_activity
from jinguo.activities.enums import ActivityKind
from jinguo.campaigns.actions import (
    Plan,
    SupervisorPlan,
    WavePlan,
    file_result,
    hand_in,
    plan_campaign,
    start,
)
from jinguo.campaigns.enums import Made
from jinguo.campaigns.models import Campaign, CampaignStep
from jinguo.campaigns.queries.plan import campaigns
from jinguo.campaigns.rules.papers import made_of
from jinguo.campaigns.rules.standard import spread
from jinguo.cli.demo_supervision import load_supervision
from jinguo.divisions.models import Level
from jinguo.divisions.queries import Place
from jinguo.federations.queries import Unit, units_below
from jinguo.files.actions import keep_photo
from jinguo.groups.actions import register
from jinguo.groups.enums import GroupKind
from jinguo.kernel.actor import Actor
from jinguo.plaques.actions import hang
from jinguo.roster.queries.committees import committees

SLUG = "qingliu-2017"
FIRST, LAST = date(2017, 5, 15), date(2017, 7, 31)
PILOT, PILOT_DAY = "350423202204", date(2017, 5, 23)
TOWNSHIPS_BY = date(2017, 7, 25)
GOAL = "乡镇妇联组织区域化建设，村（社区）妇代会改建妇联（“两个全面”）"
BASIS = "《关于全县乡镇妇联组织区域化建设和农村（社区）妇代会改建妇联工作的意见》"
NUMBER = "清组联〔2017〕示例号"
ISSUERS = ("中共清流县委组织部", "清流县民政局", "清流县妇女联合会")
_EARLY = (1, 2)
"""Steps with deadlines of their own (示例); the others are due with their wave."""
_MADE = {Made.FILING, Made.ROSTER, Made.PLAQUE, Made.GROUP}
"""What the demo's other records are already."""
_ACTIVITIES = (
    (ActivityKind.ENVIRONMENT, "巾帼护河清洁"),
    (ActivityKind.LECTURE, "家庭教育讲座"),
    (ActivityKind.CULTURE, "广场舞联欢"),
    (ActivityKind.VISIT, "慰问留守老人"),
)


@transaction.atomic
def load_campaign(county: Place, by: Actor) -> None:
    """Plan it, start it and record the evidence; what is there already stays as it is."""
    if any(one.slug == SLUG for one in campaigns(by)):
        return
    office, *units = units_below(county.code, LAST)
    made = _planned(county, units, by)
    start(campaign_id=made.pk, by=by)
    _hand_in(made, office, units, by)
    seats = committees([one.federation_id for one in units], LAST, phones=False)
    for unit in units:
        began = [one.starts_on for one in seats[unit.federation_id] if one.starts_on >= FIRST]
        if began:  # an office that tried things out may have emptied some
            _prove(unit, min(began), by)
    load_supervision(made, next((one for one in units if one.code == PILOT), None), by)


def _planned(county: Place, units: list[Unit], by: Actor) -> Campaign:
    pilot = [one.federation_id for one in units if one.code == PILOT]
    townships = [one.federation_id for one in units if one.level == Level.TOWNSHIP]
    rest = [one.federation_id for one in units if one.federation_id not in {*pilot, *townships}]
    waves = (
        WavePlan("试点：石下村", PILOT_DAY, pilot),
        WavePlan("乡镇妇联", TOWNSHIPS_BY, townships),
        WavePlan("村（社区）妇联", LAST, rest),
    )
    plan = Plan(
        name="清流县妇联“两个全面”（会改联）",
        goal=GOAL,
        basis=BASIS,
        basis_number=NUMBER,
        supervisors=(SupervisorPlan("县妇联组联部（示例）", wave=1),),
        issuers=ISSUERS,
        starts_on=FIRST,
        ends_on=LAST,
        pilot=True,
        waves=waves,
        steps=tuple(
            replace(one, title=f"{one.title}（时限为示例）")
            if one.number in (0, *_EARLY)
            else replace(one, due_on=())
            for one in spread(FIRST, LAST, [wave.due_on for wave in waves])
        ),
    )
    return plan_campaign(slug=SLUG, county=county, plan=plan, by=by)


def _hand_in(campaign: Campaign, office: Unit, units: list[Unit], by: Actor) -> None:
    """What no other record is: the first steps within ten days, the rest on the day it was elected.

    One picture stands for every paper: nothing of them is known.
    """
    picture = ("步骤材料（示例）.jpg", _picture(0))
    steps = list(CampaignStep.objects.filter(campaign=campaign))
    seats = committees([one.federation_id for one in units], LAST, phones=False)

    def hand(unit: Unit, numbers: Collection[int], day: date) -> None:
        names = [
            name
            for step in steps
            if step.number in numbers
            for name in step.papers
            if not _MADE & set(made_of(name))
        ]
        hand_in(
            campaign=campaign, federation_id=unit.federation_id, names=names, done_on=day,
            file=picture, today=LAST, by=replace(by, name="示例（虚构）"),
        )  # fmt: skip

    hand(office, [0], FIRST)
    hand(office, [9], LAST)
    for unit in units:
        began = [one.starts_on for one in seats[unit.federation_id] if one.starts_on >= FIRST]
        if began:
            days = 1 if unit.code == PILOT else 2 + crc32(unit.code.encode()) % 9
            hand(unit, _EARLY, min(FIRST + timedelta(days=days), min(began)))
            hand(unit, range(3, 9), min(began))


def _prove(unit: Unit, elected: date, by: Actor) -> None:
    """The four records of a unit, on the day of its election or within a week of it."""
    seed = crc32(unit.code.encode())
    ids: dict[str, Any] = {"federation_id": unit.federation_id, "by": by, "today": LAST}
    paper = f"示例（虚构）：{unit.name}选举结果报告，选举日期 {elected}。"
    file_result(
        elected_on=elected, paper=("选举结果报告（示例）.txt", paper.encode()), note="示例", **ids
    )
    photo = keep_photo(name="挂牌照片（示例）.jpg", content=_picture(seed), by=by)
    hang(
        place="村部大门（示例）" if unit.level == Level.VILLAGE else "乡镇政府大门（示例）",
        hung_on=_soon(unit, elected, seed % 4),
        photo_id=photo.pk,
        **ids,
    )
    register(
        name=f"{unit.place.short}妇女群（示例）",
        kind=GroupKind.WOMEN,
        founded_on=_soon(unit, elected, seed // 4 % 6),
        members=30 + seed % 170,
        **ids,
    )
    kind, title = _ACTIVITIES[seed // 24 % len(_ACTIVITIES)]
    held = _soon(unit, elected, seed // 100 % 8)
    note = Note(
        title=f"{title}（示例）", kind=kind, held_on=held, place=unit.place.short,
        people=12 + seed % 60,
    )  # fmt: skip
    note_activity(note=note, **ids)


def _soon(unit: Unit, elected: date, days: int) -> date:
    return elected if unit.code == PILOT else min(elected + timedelta(days=days), LAST)


def _picture(seed: int) -> bytes:
    """A pattern of its own for each unit, plainly no photo of anything."""
    small = Image.new("RGB", (9, 6))
    small.putdata([_colour(seed, at) for at in range(54)])
    kept = io.BytesIO()
    small.resize((360, 240), Image.Resampling.NEAREST).save(kept, "JPEG", quality=70)
    return kept.getvalue()


def _colour(seed: int, at: int) -> tuple[int, int, int]:
    mixed = crc32(f"{seed} {at}".encode())
    return 150 + mixed % 100, 60 + mixed // 100 % 120, 90 + mixed // 12_000 % 120

"""Visits as tests need them."""

from dataclasses import replace
from datetime import date
from typing import Any

from jinguo.campaigns.actions import Found, VisitNote, record_visit
from jinguo.campaigns.models import Campaign, Finding, Visit
from jinguo.kernel.actor import Actor, system
from tests.factories.deeds import TODAY

DAY, DUE = date(2019, 3, 5), date(2019, 3, 15)
NOTE = VisitNote(DAY, "镇妇联林主席、陈干事", "看了村部和资料。")


def visited(
    federation_id: int,
    *matters: str,
    by: Actor | None = None,
    campaign: Campaign | None = None,
    photo_ids: tuple[int, ...] = (),
    due_on: date = DUE,
    today: date = TODAY,
    **words: Any,
) -> Visit:
    """A visit that found these matters, each to be mended until the usual day."""
    found = tuple(Found(one, due_on) for one in matters)
    return record_visit(
        federation_id=federation_id, note=replace(NOTE, findings=found, **words), today=today,
        by=by or system("test"), campaign=campaign, photo_ids=photo_ids,
    )  # fmt: skip


def found(federation_id: int, matter: str = "牌子没有挂正", **words: Any) -> Finding:
    """One finding of a visit."""
    return visited(federation_id, matter, **words).findings.get()

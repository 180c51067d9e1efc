"""Activities as tests need them."""

from dataclasses import replace
from datetime import date
from typing import Any

from jinguo.activities.actions import Note, note_activity
from jinguo.activities.enums import ActivityKind
from jinguo.activities.models import Activity
from jinguo.kernel.actor import system
from tests.factories.deeds import TODAY

NOTE = Note("护河清洁", ActivityKind.ENVIRONMENT, date(2019, 3, 8), "石桥村", people=28)


def noted(federation_id: int, *photo_ids: int, **words: Any) -> Activity:
    """An activity of the unit, with these photos; its words as given, or the usual ones."""
    return note_activity(
        federation_id=federation_id, note=replace(NOTE, **words), today=TODAY, by=system(),
        photo_ids=photo_ids,
    )  # fmt: skip

"""Noting what a unit did."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, time
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from jinguo.activities.enums import ActivityKind
from jinguo.activities.models import Activity, ActivityPhoto
from jinguo.audit.actions import record
from jinguo.divisions.queries import Place
from jinguo.files.actions import show
from jinguo.files.queries import all_kept_by
from jinguo.kernel.actor import Actor
from jinguo.records import actions as records
from jinguo.records.errors import RecordUnfit
from jinguo.records.rules import wrong_day
from jinguo.roster.models import Appointment
from jinguo.roster.readers.cells.names import ERASED


@dataclass(frozen=True, slots=True)
class Note:
    """What is said of an activity; ``people`` are attendances (人次)."""

    title: str
    kind: ActivityKind
    held_on: date
    place: str = ""
    begins: time | None = None
    ends: time | None = None
    people: int | None = None
    leader: str = ""
    content: str = ""


@transaction.atomic
def note_activity(
    *, federation_id: int, note: Note, today: date, by: Actor, photo_ids: Sequence[int] = ()
) -> Activity:
    """Note an activity of a unit with its photos, in their order.

    Raises ``RecordForbidden``; ``RecordUnfit`` without a title, for a day to come, where it
    ends before it begins, or for photos that somebody else handed in.
    """
    made = Activity(federation_id=federation_id, **asdict(note))
    records.unit_to_record(federation_id, by)
    _check(made, today)
    show(photo_ids=photo_ids)
    _handed_in_by(by, photo_ids)
    records.keep(made, by=by)
    _show(made, photo_ids)
    return made


@transaction.atomic
def amend(
    *,
    activity_id: int,
    values: dict[str, Any],
    today: date,
    by: Actor,
    photo_ids: Sequence[int] | None = None,
    shown: Mapping[str, Any] | None = None,
) -> Activity:
    """Say of it otherwise what was noted; its photos are these, where any are given.

    A photo taken off is kept: it may have been evidence. ``shown`` is what stood there when she
    began. Raises ``RecordForbidden``, ``RecordStruck``, ``RecordChanged``; ``RecordUnfit`` as
    ``note_activity`` does.
    """
    found, unit = records.taken(Activity, activity_id, by)
    records.amend(found, unit, values, by=by, shown=shown)
    _check(found, today)
    if photo_ids is not None:
        _show_others(found, unit, list(dict.fromkeys(photo_ids)), by)
    return found


@transaction.atomic
def strike(*, activity_id: int, why: str, by: Actor) -> Activity:
    """It was noted by mistake."""
    found, unit = records.taken(Activity, activity_id, by)
    records.strike(found, unit, why=why, by=by)
    return found


@transaction.atomic
def unstrike(*, activity_id: int, by: Actor) -> Activity:
    """It counts again."""
    found, unit = records.taken(Activity, activity_id, by)
    records.put_back(found, unit, by=by)
    return found


@transaction.atomic
def forget(*, person_id: int, name: str) -> None:
    """A woman is erased: what the units she belonged to recorded names her no more."""
    units = Appointment.objects.filter(person_id=person_id).values_list("federation_id", flat=True)
    records.forget(Activity, federation_ids=set(units), name=name, instead=ERASED)


def _show_others(activity: Activity, unit: Place, photo_ids: list[int], by: Actor) -> None:
    before = list(activity.pictures.values_list("photo_id", flat=True))
    if photo_ids == before:
        return
    show(photo_ids=photo_ids)
    _handed_in_by(by, set(photo_ids) - set(before))
    activity.pictures.all().delete()
    _show(activity, photo_ids)
    record(
        by=by, verb="activity.amended", subject=activity.WORD, subject_id=activity.pk,
        unit_code=unit.code, before={"photos": before}, after={"photos": photo_ids},
    )  # fmt: skip


def _handed_in_by(by: Actor, photo_ids: Collection[int]) -> None:
    if not all_kept_by(photo_ids, by.id):
        raise RecordUnfit(why=_("One of the photos was handed in by somebody else."))


def _show(activity: Activity, photo_ids: Sequence[int]) -> None:
    ActivityPhoto.objects.bulk_create(
        ActivityPhoto(activity=activity, photo_id=photo_id, position=position)
        for position, photo_id in enumerate(dict.fromkeys(photo_ids))
    )


def _check(activity: Activity, today: date) -> None:
    activity.title = activity.title.strip()
    why = wrong_day(activity.held_on, today)
    if not activity.title:
        why = _("An activity has a title: a few words of what was done.")
    if activity.begins and activity.ends and activity.ends <= activity.begins:
        why = _("It ends before it begins.")
    if why:
        raise RecordUnfit(why=why)

"""What batches keep of a woman who is erased: what they quote of her goes, what they did stays."""

from datetime import date
from typing import Any

from django.db import transaction

from jinguo.people.actions import drop_sounds
from jinguo.people.models import Person
from jinguo.roster.models import Appointment, Batch, Change, Draft, Meeting
from jinguo.roster.queries.traces import (
    batches_of,
    before_images,
    decided_of,
    names_of,
    seat_images,
)
from jinguo.roster.readers.cells.names import ERASED


@transaction.atomic
def forget(*, person_id: int, name: str, day: date) -> None:
    """Empty before-images, remarks, reports, minutes, reasons and drafts of her.

    A problem of a report that mentions her name keeps file, cell and kind only; so does one about
    a name-sake of the same batch. Files handed in stay as they came, sealed (``files``).
    """
    names = {name, *names_of(person_id)}
    for called in names:
        _reports(batches_of(person_id), called)
        _deeds(person_id, called)
        _drafts(person_id, called)
    for image in seat_images(person_id).iterator(2000):
        if any(one and one.get("remark") for one in (image.before, image.after)):
            for one in (image.before, image.after):
                if one and "remark" in one:
                    one["remark"] = ""
            image.save(update_fields=["before", "after"])
    _facts(person_id, day)
    drop_sounds(names)
    Appointment.objects.filter(person_id=person_id).exclude(remark="").update(remark="")


def _facts(person_id: int, day: date) -> None:
    """Before-images go. A record merged into hers can still be parted, as that of nobody."""
    images = before_images(person_id)
    parted = images.filter(batch__undone_at__isnull=False, after__has_key="merged_into")
    taken = Change.objects.filter(subject="person", batch__in=parted.values("batch_id"))
    taken.filter(batch__undone_at__isnull=False).delete()
    for image in images.exclude(subject_id=person_id).filter(after__has_key="merged_into"):
        kept = image.before.get("recorded_in")
        blank = {
            field.name: None if field.null else ""
            for field in Person._meta.concrete_fields
            if field.name in image.before
        }
        image.before = {**blank, "recorded_in": kept, "erased_on": day.isoformat()}
        image.save(update_fields=["before"])
    before_images(person_id).exclude(after__has_key="merged_into", batch__undone_at=None).delete()


def _reports(batch_ids: list[int], name: str) -> None:
    for batch in Batch.objects.filter(pk__in=batch_ids).iterator(100):
        problems = (batch.report or {}).get("problems", [])
        about_her = [one for one in problems if _mentions(one, name)]
        for one in about_her:
            one.update({"message": ERASED, "value": ""})
        if about_her:
            batch.save(update_fields=["report"])


def _mentions(problem: dict[str, Any], name: str) -> bool:
    return any(name in str(problem.get(part, "")) for part in ("message", "value"))


def _deeds(person_id: int, name: str) -> None:
    deeds = decided_of(person_id)
    for batch in deeds.filter(reason__contains=name):
        Batch.objects.filter(pk=batch.pk).update(reason=_without(batch.reason, name, 300))
    for held in Meeting.objects.filter(batch__in=deeds, minutes__contains=name):
        Meeting.objects.filter(pk=held.pk).update(minutes=_without(held.minutes, name, 4000))


def _without(text: str, name: str, most: int) -> str:
    return text.replace(name, ERASED)[:most]


def _drafts(person_id: int, name: str) -> None:
    """Corrections that write her name and answers that give her number are taken back."""
    for draft in Draft.objects.iterator(200):
        corrections = {
            key: text for key, text in draft.corrections.items() if name not in str(text)
        }
        answers = {key: who for key, who in draft.answers.items() if who != str(person_id)}
        if (corrections, answers) != (draft.corrections, draft.answers):
            draft.corrections, draft.answers = corrections, answers
            draft.save(update_fields=["corrections", "answers"])

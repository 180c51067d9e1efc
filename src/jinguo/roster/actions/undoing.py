"""Undoing a batch: what it wrote goes, what it wrote over comes back."""

from typing import Any

from django.db import transaction
from django.db.models import Model, Q
from django.db.models.functions import Now

from jinguo.audit.actions import record
from jinguo.audit.queries.changes import what_changed
from jinguo.database.scope import whole_tree
from jinguo.divisions.queries import Place, latest
from jinguo.federations.queries import newest_codes
from jinguo.kernel.actor import APPOINT, IMPORT, PERSONS, Actor
from jinguo.kernel.events import announce
from jinguo.people.events import PersonsParted
from jinguo.people.models import Person
from jinguo.roster.actions.queueing import queue_up
from jinguo.roster.enums import Deed
from jinguo.roster.errors import BatchUndone, BatchUnknown, CountyForbidden, LaterEdits
from jinguo.roster.models import Appointment, Batch, Change, Decision, Draft, ListDay
from jinguo.roster.queries.duplicates import keeps
from jinguo.roster.queries.later import later_edits, units_of_batch, units_of_corrected


@whole_tree()
@transaction.atomic
def undo(*, batch_id: int, by: Actor) -> Batch:
    """Restore exactly what stood before the batch.

    Raises ``BatchUnknown``, ``BatchUndone``, ``CountyForbidden`` and, naming them,
    ``LaterEdits`` where later batches changed the same units or people.
    """
    batch = Batch.objects.select_for_update().filter(pk=batch_id).first()
    if batch is None:
        raise BatchUnknown(batch=batch_id)
    county = latest(batch.county_id)
    if not _may_undo(batch, county, by):
        raise CountyForbidden(county=county.short).asked(
            by, _RIGHTS.get(batch.deed, APPOINT), "batch", batch_id, county.code
        )
    if batch.undone_at is not None:
        raise BatchUndone(batch=batch_id, who=batch.undone_by)
    queue_up(county.division_id)
    edits = later_edits(batch_id)
    if edits:
        raise LaterEdits(batch=batch_id, edits="；".join(edits))
    _restore(batch_id)
    batch.undone_at = Now()
    batch.undone_by = by.name
    batch.save(update_fields=["undone_at", "undone_by"])
    Draft.objects.filter(batch_id=batch_id).update(batch=None)
    if batch.deed == Deed.MERGE:
        _parted(batch, county.code, by)
    before, after = _reversed(batch)
    record(
        by=by,
        verb="roster.undone",
        subject="batch",
        subject_id=batch_id,
        unit_code=county.code,
        before=before,
        after=after,
    )
    batch.refresh_from_db()
    return batch


def _may_undo(batch: Batch, county: Place, by: Actor) -> bool:
    """Whoever imports in the whole county; her own batch, who still has the right in its units.

    What was decided by hand can be taken back by whoever may decide there, a correction by
    whoever may correct.
    """
    if by.may(IMPORT, county.code):
        return True
    if batch.deed == Deed.CORRECTION:
        codes = newest_codes(units_of_corrected(batch.pk)).values()
        return any(by.may(PERSONS, code) for code in codes)
    if batch.deed == Deed.MERGE:
        return keeps([batch.report["kept"]], by)
    units = newest_codes(units_of_batch(batch.pk)).values()
    if batch.deed != Deed.IMPORT:
        return bool(units) and all(by.may(APPOINT, code) for code in units)
    return batch.by_id == by.id and all(by.may(IMPORT, code) for code in units)


def _restore(batch_id: int) -> None:
    Appointment.objects.filter(started_by_id=batch_id).delete()
    ListDay.objects.filter(batch_id=batch_id).delete()
    Decision.objects.filter(batch_id=batch_id).delete()
    for change in Change.objects.filter(batch_id=batch_id).order_by("-pk").iterator(2000):
        before = _columns(change.before)
        if change.subject == "person" and change.after and "merged_into" in change.after:
            Person.objects.create(pk=change.subject_id, **before)
        elif change.subject == "appointment" and change.after is None:
            Appointment.objects.create(pk=change.subject_id, **before)
        elif model := _MODELS.get(change.subject):
            model._default_manager.filter(pk=change.subject_id).update(**before)
    Person.objects.filter(Q(recorded_in=batch_id) & Q(appointments__isnull=True)).delete()


def _reversed(batch: Batch) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the batch had changed, the other way round: posts of a deed, counts of an import."""
    made = what_changed(subject="batch", subject_id=batch.pk)
    told = ("joined", "changed", "left") if batch.deed == Deed.IMPORT else ()
    counts = {name: n for name in told if (n := batch.report.get(name, 0))}
    before = {"applied": True, **counts, **made.after}
    return before, {"applied": False, **dict.fromkeys(counts, 0), **made.before}


def _parted(batch: Batch, code: str, by: Actor) -> None:
    """Tell who followed the merge, and the record of both."""
    kept, gone = batch.report["kept"], batch.report["gone"]
    announce(PersonsParted(kept, gone, batch.pk, by))
    for one, other in ((kept, gone), (gone, kept)):
        record(
            by=by, verb="persons.parted", subject="person", subject_id=one, unit_code=code,
            batch=batch.pk, other=other,
        )  # fmt: skip


def _columns(before: dict[str, Any]) -> dict[str, Any]:
    return {f"{name}_id" if name in _LINKS else name: value for name, value in before.items()}


_RIGHTS: dict[str, str] = {Deed.IMPORT: IMPORT, Deed.CORRECTION: PERSONS, Deed.MERGE: PERSONS}
"""What is needed to take a batch back, but for what was decided by hand."""
_LINKS = ("person", "federation", "started_by", "ended_by", "instead_of")
_MODELS: dict[str, type[Model]] = {
    "person": Person,
    "appointment": Appointment,
    "decision": Decision,
}
"""What other rooms wrote over with the batch, they put back themselves (``PersonsParted``)."""

"""A finding is reported as mended, sent back, closed (销号) or withdrawn; each with its entry."""

from collections.abc import Mapping
from copy import copy
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from jinguo.audit.actions import record
from jinguo.campaigns.actions.visiting import check_finding, taken
from jinguo.campaigns.enums import MendingStep
from jinguo.campaigns.errors import NotNow, ReasonMissing
from jinguo.campaigns.models import Finding, FindingStep
from jinguo.campaigns.rules.findings import may_follow, state
from jinguo.divisions.queries import Place
from jinguo.files.actions import show
from jinguo.files.queries import all_kept_by
from jinguo.kernel.actor import Actor
from jinguo.records import actions as records
from jinguo.records.errors import RecordUnfit


@transaction.atomic
def report_mended(
    *, finding_id: int, today: date, by: Actor, note: str = "", photo_id: int | None = None
) -> FindingStep:
    """The unit says that it is mended (已整改), with a word or a photo where it wants.

    Raises ``RecordUnknown``, ``RecordForbidden``; ``NotNow`` where it is not its turn;
    ``RecordUnfit`` for a photo that somebody else handed in.
    """
    found, unit = records.taken(Finding, finding_id, by)
    if photo_id is not None:
        show(photo_ids=[photo_id])
        if not all_kept_by([photo_id], by.id):
            raise RecordUnfit(why=_("One of the photos was handed in by somebody else."))
    return _say(found, unit, MendingStep.REPORTED, note, today, by, photo_id)


@transaction.atomic
def close_finding(*, finding_id: int, today: date, by: Actor, note: str = "") -> FindingStep:
    """Whoever supervises the unit confirms that it is mended (销号); also unasked.

    Raises ``RecordUnknown``, ``SupervisionForbidden``, ``NotNow``.
    """
    found, unit = taken(Finding, finding_id, by)
    return _say(found, unit, MendingStep.CLOSED, note, today, by)


@transaction.atomic
def send_back(*, finding_id: int, reason: str, today: date, by: Actor) -> FindingStep:
    """It is not mended, or not any more: the unit's turn again.

    Raises as ``close_finding`` does, and ``ReasonMissing``.
    """
    found, unit = taken(Finding, finding_id, by)
    if not reason.strip():
        raise ReasonMissing
    return _say(found, unit, MendingStep.RETURNED, reason, today, by)


@transaction.atomic
def amend_finding(
    *, finding_id: int, values: dict[str, Any], by: Actor, shown: Mapping[str, Any] | None = None
) -> Finding:
    """Say otherwise what is to be mended, by whom, or give it another day (延期); on record.

    Raises ``RecordUnknown``, ``SupervisionForbidden``, ``RecordStruck``, ``RecordUnfit`` as
    ``record_visit`` does, ``RecordChanged`` over what was not ``shown``.
    """
    found, unit = taken(Finding, finding_id, by)
    wanted = copy(found)
    for name, value in values.items():
        setattr(wanted, name, value)
    check_finding(wanted)
    records.amend(found, unit, values, by=by, shown=shown)
    return found


@transaction.atomic
def withdraw_finding(*, finding_id: int, why: str, by: Actor) -> Finding:
    """It was none. It stays to be seen with the reason."""
    found, unit = taken(Finding, finding_id, by)
    records.strike(found, unit, why=why, by=by)
    return found


@transaction.atomic
def put_finding_back(*, finding_id: int, by: Actor) -> Finding:
    """It was one after all."""
    found, unit = taken(Finding, finding_id, by)
    records.put_back(found, unit, by=by)
    return found


def _say(
    found: Finding,
    unit: Place,
    kind: MendingStep,
    note: str,
    today: date,
    by: Actor,
    photo_id: int | None = None,
) -> FindingStep:
    said = [MendingStep(one.kind) for one in found.steps.all()]
    stands = state(said, withdrawn=found.struck_at is not None or bool(found.visit.struck_at))
    if not may_follow(stands, kind):
        raise NotNow(state=stands.label)
    made = FindingStep.objects.create(
        finding=found, kind=kind, note=note.strip(), photo_id=photo_id, said_on=today,
        said_by_id=by.id, said_by=by.name,
    )  # fmt: skip
    record(
        by=by, verb=f"finding.{kind.value}", subject=found.WORD, subject_id=found.pk,
        unit_code=unit.code,
    )  # fmt: skip
    return made

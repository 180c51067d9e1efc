"""Putting a visit on record, with what was found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.db import transaction
from django.utils.translation import gettext as _

from jinguo.campaigns.actions.supervising import supervised
from jinguo.campaigns.models import Campaign, Finding, Sample, Visit, VisitPhoto
from jinguo.campaigns.rules.findings import due_too_early
from jinguo.divisions.queries import Place
from jinguo.files.actions import show
from jinguo.files.queries import all_kept_by
from jinguo.kernel.actor import Actor
from jinguo.records import actions as records
from jinguo.records.errors import RecordStruck, RecordUnfit
from jinguo.records.rules import wrong_day
from jinguo.roster.queries.committees import committee

R = TypeVar("R", Visit, Finding)


@dataclass(frozen=True, slots=True)
class Found:
    """Something to be mended until a day, by whoever chairs the unit where nobody is named."""

    matter: str
    due_on: date
    owner_id: int | None = None


@dataclass(frozen=True, slots=True)
class VisitNote:
    """What is said of a visit; ``visitors`` in words."""

    visited_on: date
    visitors: str
    notes: str = ""
    findings: tuple[Found, ...] = ()


@transaction.atomic
def record_visit(
    *,
    federation_id: int,
    note: VisitNote,
    today: date,
    by: Actor,
    campaign: Campaign | None = None,
    sample: Sample | None = None,
    photo_ids: Sequence[int] = (),
) -> Visit:
    """Record that the level above came, what it found, and its photos in their order.

    Raises ``SupervisionForbidden``; ``RecordUnfit`` for a day to come, for a finding without
    words or due before it was found, for an owner who does not sit in the unit, for photos of
    somebody else.
    """
    supervised(federation_id, by)
    made = Visit(
        federation_id=federation_id, campaign=campaign, sample=sample,
        visited_on=note.visited_on, visitors=note.visitors.strip(), notes=note.notes.strip(),
    )  # fmt: skip
    _check(made, today)
    show(photo_ids=photo_ids)
    if not all_kept_by(photo_ids, by.id):
        raise RecordUnfit(why=_("One of the photos was handed in by somebody else."))
    records.keep(made, by=by)
    VisitPhoto.objects.bulk_create(
        VisitPhoto(visit=made, photo_id=photo_id, position=position)
        for position, photo_id in enumerate(dict.fromkeys(photo_ids))
    )
    for found in note.findings:
        _raise(made, found, by)
    return made


@transaction.atomic
def add_finding(*, visit_id: int, found: Found, by: Actor) -> Finding:
    """Something else that the visit found. Raises as ``record_visit`` does, ``RecordStruck``."""
    visit, _unit = taken(Visit, visit_id, by)
    if visit.struck_at is not None:
        raise RecordStruck
    return _raise(visit, found, by)


@transaction.atomic
def amend_visit(
    *,
    visit_id: int,
    values: dict[str, Any],
    today: date,
    by: Actor,
    shown: Mapping[str, Any] | None = None,
) -> Visit:
    """Say otherwise who went, on which day, and what was noted; findings go with their visit's day.

    Raises as ``record_visit`` does, ``RecordStruck``, ``RecordChanged`` over what was not
    ``shown``.
    """
    visit, unit = taken(Visit, visit_id, by)
    records.amend(visit, unit, values, by=by, shown=shown)
    _check(visit, today)
    day = visit.visited_on
    for one in visit.findings.select_for_update().exclude(raised_on=day):
        if one.struck_at is not None:
            due_on = max(one.due_on, day)
            Finding.objects.filter(pk=one.pk).update(raised_on=day, due_on=due_on)
            continue
        if why := due_too_early(one.due_on, day):
            raise RecordUnfit(why=why)
        records.amend(one, unit, {"raised_on": day}, by=by)
    return visit


@transaction.atomic
def strike_visit(*, visit_id: int, why: str, by: Actor) -> Visit:
    """It was recorded by mistake: what it found counts for nothing either."""
    visit, unit = taken(Visit, visit_id, by)
    records.strike(visit, unit, why=why, by=by)
    return visit


@transaction.atomic
def unstrike_visit(*, visit_id: int, by: Actor) -> Visit:
    """It counts again."""
    visit, unit = taken(Visit, visit_id, by)
    records.put_back(visit, unit, by=by)
    return visit


def taken(model: type[R], number: int, by: Actor) -> tuple[R, Place]:
    """A visit or a finding, held until the transaction ends, for whoever supervises its unit.

    Raises ``RecordUnknown``, ``RecordForbidden``, ``SupervisionForbidden``.
    """
    found, _unit = records.taken(model, number, by)
    return found, supervised(found.federation_id, by)


def _raise(visit: Visit, found: Found, by: Actor) -> Finding:
    made = Finding(
        visit=visit, federation_id=visit.federation_id, matter=found.matter.strip(),
        owner_id=found.owner_id, raised_on=visit.visited_on, due_on=found.due_on,
    )  # fmt: skip
    check_finding(made)
    records.keep(made, by=by)
    return made


def check_finding(one: Finding) -> None:
    """Raises ``RecordUnfit`` without words, for a day before the visit, for an owner from
    elsewhere."""
    why = due_too_early(one.due_on, one.raised_on)
    if not one.matter:
        why = _("Say in a sentence what is to be mended.")
    elif one.owner_id is not None and one.owner_id not in {
        seat.person_id for seat in committee(one.federation_id, one.raised_on)
    }:
        why = _("Whoever is to mend it sits in the unit on the day of the visit.")
    if why:
        raise RecordUnfit(why=why)


def _check(visit: Visit, today: date) -> None:
    why = wrong_day(visit.visited_on, today)
    if not why and not visit.visitors:
        why = _("Say who went.")
    if not why and visit.sample and visit.sample.campaign_id != visit.campaign_id:
        why = _("The sample is of another campaign.")
    if why:
        raise RecordUnfit(why=why)

"""Entries as a list, newest first: all that somebody may look into, or all of one object."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.utils.timezone import get_current_timezone

from jinguo.audit.models import Entry, Seal
from jinguo.audit.queries.kept import ROUND, below_late_ones
from jinguo.kernel.actor import AUDIT, VIEW, Actor

LOOKED = Q(verb__endswith=".read") | Q(verb="access.refused")
"""What the entries of an object do not tell whoever may only view it: who looked at it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which entries: ``kinds`` are beginnings of verbs, ``unit`` of a code; empty asks nothing."""

    who: str = ""
    kinds: tuple[str, ...] = ()
    unit: str = ""
    subject: str = ""
    subject_id: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Object:
    """One object: by subject and number; a person also where a deed names her; a unit by codes."""

    subject: str
    subject_id: str
    codes: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class ChainState:
    """How far the record is sealed, how many entries wait, and when it was last verified."""

    sealed: int
    sealed_at: datetime | None
    waiting: int
    verified: Entry | None


def entries(
    asked: Asked, reader: Actor, *, office: bool, below: int | None = None, size: int
) -> list[Entry]:
    """The newest entries that fit, within the reader's scope of the record.

    ``office`` says that her scope is the whole office: then also what belongs to no unit.
    ``below`` goes on from an entry's number.
    """
    found = _fitting(asked).filter(_in_scope(reader, AUDIT, office=office))
    return list(_page(found, below)[:size])


def every_entry(asked: Asked, reader: Actor, *, office: bool, most: int) -> Iterator[Entry]:
    """The same without pages, as far as ``most``; not held in memory."""
    found = _fitting(asked).filter(_in_scope(reader, AUDIT, office=office))
    return found.order_by("-pk")[:most].iterator(chunk_size=ROUND)


def entries_of(
    one: Object, reader: Actor, *, office: bool, own: bool, below: int | None = None, size: int
) -> list[Entry]:
    """The newest entries of an object: all in her scope for whoever reads the record, else deeds.

    ``own`` says that the object itself is hers to see, whatever unit its entries name.
    """
    audited = _in_scope(reader, AUDIT, office=office)
    seen = Q() if own else _in_scope(reader, VIEW, office=False)
    found = Entry.objects.filter(_about(one)).filter(audited | (seen & ~LOOKED))
    return list(_page(found, below)[:size])


def chain_state() -> ChainState:
    """What the auditor is told of the chain."""
    last = Seal.objects.order_by("-position").only("position", "sealed_at").first()
    sealed = Seal.objects.filter(entry_id__gt=below_late_ones()).values("entry_id")
    waiting = Entry.objects.filter(pk__gt=below_late_ones()).exclude(pk__in=sealed).count()
    verified = Entry.objects.filter(verb="audit.verified").order_by("-pk").first()
    return ChainState(
        last.position if last else 0, last.sealed_at if last else None, waiting, verified
    )


def _page(found: QuerySet[Entry], below: int | None) -> QuerySet[Entry]:
    return (found.filter(pk__lt=below) if below else found).order_by("-pk")


def _fitting(asked: Asked) -> QuerySet[Entry]:
    fits = Q()
    if asked.who:
        fits &= Q(actor_name__icontains=asked.who)
    if asked.kinds:
        kinds = Q()
        for beginning in asked.kinds:
            kinds |= Q(verb__startswith=beginning)
        fits &= kinds
    if asked.unit:
        fits &= Q(unit_code__startswith=asked.unit)
    if asked.subject:
        fits &= Q(subject=asked.subject, subject_id=asked.subject_id)
    if asked.since:
        fits &= Q(at__gte=_midnight(asked.since))
    if asked.until:
        fits &= Q(at__lt=_midnight(asked.until + timedelta(days=1)))
    return Entry.objects.filter(fits)


def _about(one: Object) -> Q:
    about = Q(subject=one.subject, subject_id=one.subject_id)
    if one.subject == "person":
        number = int(one.subject_id)
        about |= Q(data__contains={"enters": [number]}) | Q(data__contains={"leaves": [number]})
    if one.codes:
        about |= Q(unit_code__in=one.codes)
    return about


def _in_scope(reader: Actor, capability: str, *, office: bool) -> Q:
    inside = Q(pk__in=())
    for prefix in reader.prefixes(capability):
        inside |= Q(unit_code__startswith=prefix) & ~Q(unit_code="")
    return inside | Q(unit_code="") if office and reader.prefixes(capability) else inside


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, get_current_timezone())

"""Committees as they sat on a day."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Min, Q, QuerySet

from jinguo.people.queries import masked
from jinguo.roster.enums import COMMITTEE_POSTS
from jinguo.roster.models import Appointment

_RANK = {str(post.value): rank for rank, post in enumerate(COMMITTEE_POSTS)}


@dataclass(frozen=True, slots=True)
class Seat:
    """One member of a committee; the phone is masked, and empty where none were asked for."""

    appointment_id: int
    federation_id: int
    person_id: int
    name: str
    post: str
    kind: str
    categories: tuple[str, ...]
    starts_on: date
    ends_on: date | None
    birth_month: date | None
    ethnicity: str
    political_status: str
    education: str
    occupation: str
    phone_masked: str
    started_by_id: int | None


def sitting(day: date) -> QuerySet[Appointment]:
    """Committee appointments that cover the day: from ≤ D < until."""
    return Appointment.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gt=day),
        post__in=list(_RANK),
        starts_on__lte=day,
    )


def committees(
    federation_ids: Sequence[int], day: date, *, phones: bool = True
) -> dict[int, list[Seat]]:
    """The committees of these units on a day, chair first; one query.

    Each number has to be opened before it is masked: who shows none says so with ``phones``.
    """
    found: dict[int, list[Seat]] = {federation_id: [] for federation_id in federation_ids}
    rows = (
        sitting(day)
        .filter(federation_id__in=federation_ids)
        .select_related("person")
        .order_by("federation_id", "id")
    )
    if not phones:
        rows = rows.defer("person__phone")
    for row in rows:
        found[row.federation_id].append(_seat(row, masked(row.person.phone) if phones else ""))
    for seats in found.values():
        seats.sort(key=lambda seat: (_RANK[seat.post], seat.kind != "", seat.appointment_id))
    return found


def committee(federation_id: int, day: date) -> list[Seat]:
    """The committee of one unit on a day, chair first."""
    return committees([federation_id], day)[federation_id]


def founded(federation_ids: Sequence[int]) -> dict[int, date]:
    """The first day on which each unit's executive committee sat: since then it counts."""
    rows = (
        Appointment.objects.filter(federation_id__in=federation_ids, post__in=list(_RANK))
        .order_by("federation_id", "starts_on")
        .distinct("federation_id")
        .values_list("federation_id", "starts_on")
    )
    return dict(rows)


def _seat(row: Appointment, phone: str) -> Seat:
    person = row.person
    return Seat(
        appointment_id=row.pk,
        federation_id=row.federation_id,
        person_id=person.pk,
        name=str(person),
        post=row.post,
        kind=row.kind,
        categories=tuple(row.categories),
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        birth_month=person.birth_month,
        ethnicity=person.ethnicity,
        political_status=person.political_status,
        education=person.education,
        occupation=person.occupation,
        phone_masked=phone,
        started_by_id=row.started_by_id,
    )


def sitting_since(federation_ids: Collection[int], day: date) -> dict[int, date]:
    """Unit → since when the longest-serving of those on its committee on a day sit; one query."""
    found = sitting(day).filter(federation_id__in=federation_ids)
    return dict(found.values_list("federation_id").annotate(Min("starts_on")).order_by())

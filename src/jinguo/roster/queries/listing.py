"""Who stands on the roster of a day: what a written list says of each of them."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, Q

from jinguo.people.queries import masked
from jinguo.roster.enums import Post
from jinguo.roster.models import Appointment
from jinguo.roster.rules.facts import PERSON_FACTS, SEAT_FACTS

PHONE = "phone"
_RANK = {str(post.value): rank for rank, post in enumerate(Post)}
_FIELDS = ("federation_id", "person_id", "person__name", "starts_on", "dated")


@dataclass(frozen=True, slots=True)
class Listed:
    """One seat of a roster and its holder; ``facts`` under the names of ``RosterRow``.

    ``starts_on`` among them is empty where no list ever stated it. The name is empty where she
    had herself erased: the seat is still listed.
    """

    federation_id: int
    person_id: int
    name: str
    facts: dict[str, Any]


def listed(
    federation_ids: Collection[int],
    day: date,
    *,
    contacts: Collection[int] = (),
    only: Collection[int] | None = None,
) -> dict[int, list[Listed]]:
    """Federation → its seats of all posts on a day, highest post first, in one query.

    ``only`` these appointments, where given. Telephone numbers are masked but in the federations
    ``contacts``: whoever asks for them answers for it (``roster.actions.exporting``).
    """
    found = Appointment.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gt=day),
        federation_id__in=federation_ids,
        starts_on__lte=day,
    )
    if only is not None:
        found = found.filter(pk__in=only)
    people = [f"person__{name}" for name in PERSON_FACTS]
    rows = found.order_by("id").values_list(*_FIELDS, *people, *SEAT_FACTS)
    units: dict[int, list[Listed]] = {}
    for one in _entries(rows.iterator(), (*PERSON_FACTS, *SEAT_FACTS)):
        if one.federation_id not in contacts:
            one.facts[PHONE] = masked(one.facts[PHONE])
        units.setdefault(one.federation_id, []).append(one)
    for seats in units.values():
        seats.sort(key=_rank)
    return units


def namesakes(federation_ids: Collection[int]) -> set[int]:
    """Those who share their name with somebody else ever recorded in the same unit; one query."""
    ever = Appointment.objects.filter(federation_id__in=federation_ids).exclude(person__name="")
    shared = (
        ever.values("federation_id", "person__name")
        .annotate(people=ArrayAgg("person_id"), women=Count("person_id", distinct=True))
        .filter(women__gt=1)
    )
    return {one for people in shared.values_list("people", flat=True) for one in people}


def _entries(rows: Iterator[Sequence[Any]], names: Sequence[str]) -> Iterator[Listed]:
    for federation_id, person_id, name, starts_on, dated, *values in rows:
        facts = dict(zip(names, values, strict=True))
        facts["starts_on"] = starts_on if dated else None
        yield Listed(federation_id, person_id, name, facts)


def _rank(one: Listed) -> tuple[int, bool]:
    """As offices list them: by post, of vice-chairs first those without a kind."""
    return _RANK[one.facts["post"]], one.facts["kind"] != ""

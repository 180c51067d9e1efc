"""Who holds which post on a day, in a part of the tree: for whoever gives accounts."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from jinguo.divisions.queries import latest_of
from jinguo.federations.queries import federation_name
from jinguo.roster.enums import Post
from jinguo.roster.models import Appointment


@dataclass(frozen=True, slots=True)
class Sitter:
    """Somebody who holds a post; of several posts of hers, each is one."""

    person_id: int
    name: str
    birth_month: date | None
    division_id: int
    level: int
    unit_code: str
    unit: str
    post: str


def sitting_named(name: str, prefixes: Collection[str], day: date) -> list[Sitter]:
    """Those of this name who hold a post in the part of the tree, by unit. Two queries."""
    return sitters(_holding(day).filter(person__name=name), prefixes)


def sits_within(person_id: int, prefixes: Collection[str], day: date) -> bool:
    """Whether she holds a post in the part of the tree."""
    return bool(sitters(_holding(day).filter(person_id=person_id), prefixes))


def posts_of(person_id: int, day: date) -> list[Sitter]:
    """The posts she holds, by unit. Two queries."""
    return sitters(_holding(day).filter(person_id=person_id), [""])


def chairs(prefixes: Collection[str], day: date) -> list[Sitter]:
    """The chairs of all units in the part of the tree, by unit, but who was erased. Two queries."""
    known = _holding(day).filter(post=Post.CHAIR).exclude(person__name="")
    return sitters(known, prefixes)


def chairs_unit(person_id: int, division_id: int, day: date) -> bool:
    """Whether she is the chair of the unit of a division."""
    held = _holding(day).filter(post=Post.CHAIR, federation__division_id=division_id)
    return held.filter(person_id=person_id).exists()


def sitters(found: QuerySet[Appointment], prefixes: Collection[str]) -> list[Sitter]:
    """Appointments of today's codes with these prefixes, by unit."""
    rows = list(found.select_related("person", "federation").order_by("pk"))
    places = latest_of({row.federation.division_id for row in rows})
    inside = [
        (places[row.federation.division_id], row)
        for row in rows
        if places[row.federation.division_id].code.startswith(tuple(prefixes))
    ]
    inside.sort(key=lambda pair: pair[0].code)
    return [
        Sitter(
            row.person_id, str(row.person), row.person.birth_month, place.division_id,
            place.level,             place.prefix, federation_name(place), row.post,
        )
        for place, row in inside
    ]  # fmt: skip


def _holding(day: date) -> QuerySet[Appointment]:
    return Appointment.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gt=day),
        Q(federation__closed_on__isnull=True) | Q(federation__closed_on__gt=day),
        starts_on__lte=day,
    )

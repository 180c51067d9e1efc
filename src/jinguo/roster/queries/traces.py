"""Where a person has left traces in the batches of rosters."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from jinguo.divisions.queries import latest_of
from jinguo.federations.queries import federation_name
from jinguo.people.models import Person
from jinguo.roster.enums import Deed
from jinguo.roster.models import Appointment, Batch, Change, Decision
from jinguo.roster.queries.merges import merges_into


@dataclass(frozen=True, slots=True)
class SeatUnit:
    """A unit where somebody sits or sat: its newest code and name."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Traces:
    """How many of each there are."""

    seats: int
    before_images: int
    batches: int


def seat_units(person_id: int) -> list[SeatUnit]:
    """Every unit where she holds or held a post, by code."""
    divisions = Appointment.objects.filter(person_id=person_id).values_list(
        "federation__division_id", flat=True
    )
    places = latest_of(set(divisions)).values()
    return sorted(
        (SeatUnit(one.code, federation_name(one)) for one in places), key=lambda one: one.code
    )


def traces(person_id: int) -> Traces:
    """What of her stands in batches: a fixed number of queries."""
    return Traces(
        seats=Appointment.objects.filter(person_id=person_id).count(),
        before_images=before_images(person_id).count(),
        batches=len(batches_of(person_id)),
    )


def batches_of(person_id: int) -> list[int]:
    """The batches that first named her, or made, changed or ended a seat or a fact of hers."""
    seats = Appointment.objects.filter(person_id=person_id)
    found: set[int | None] = set(before_images(person_id).values_list("batch_id", flat=True))
    found |= set(seat_images(person_id).values_list("batch_id", flat=True))
    found |= set(Decision.objects.filter(_decided(person_id)).values_list("batch_id", flat=True))
    found |= set(Person.objects.filter(pk=person_id).values_list("recorded_in", flat=True))
    for pair in seats.values_list("started_by_id", "ended_by_id"):
        found |= set(pair)
    known = Batch.objects.filter(pk__in=[one for one in found if one])
    return list(known.order_by("pk").values_list("pk", flat=True))


def decided_of(person_id: int) -> QuerySet[Batch]:
    """The deeds by hand about her, or about what is known of her."""
    decisions = Decision.objects.filter(_decided(person_id)).values("batch_id")
    facts = before_images(person_id).values("batch_id")
    hers = Q(pk__in=decisions) | Q(pk__in=facts)
    return Batch.objects.filter(hers).exclude(deed=Deed.IMPORT)


def names_of(person_id: int) -> set[str]:
    """What she was called before corrections and lists that said otherwise."""
    images = before_images(person_id).values_list("before__name", "after__name")
    return {str(name) for pair in images for name in pair if name}


def before_images(person_id: int) -> QuerySet[Change]:
    """What stood in her record, or in one merged into it, before some batch wrote over it."""
    return Change.objects.filter(subject="person", subject_id__in=records_of(person_id))


def records_of(person_id: int) -> set[int]:
    """Her number, and those of the records that were merged into hers."""
    found, new = {person_id}, {person_id}
    while new:
        new = {one.gone_id for number in new for one in merges_into(number)} - found
        found |= new
    return found


def seat_images(person_id: int) -> QuerySet[Change]:
    """The same of her seats, also of those that are no more."""
    seats = Appointment.objects.filter(person_id=person_id).values("pk")
    hers = Q(subject_id__in=seats) | Q(before__person=person_id)
    return Change.objects.filter(hers, subject="appointment")


def _decided(person_id: int) -> Q:
    return Q(person_id=person_id) | Q(instead_of_id=person_id)

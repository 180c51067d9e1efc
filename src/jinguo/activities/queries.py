"""Reading activities."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, OuterRef, Subquery

from jinguo.activities.models import Activity, ActivityPhoto
from jinguo.files.models import Photo


@dataclass(frozen=True, slots=True)
class Held:
    """That a unit held an activity on a day."""

    federation_id: int
    record_id: int
    held_on: date


def held(federation_ids: Collection[int], until: date) -> list[Held]:
    """The activities of these units up to a day; one query."""
    found = Activity.objects.filter(
        federation_id__in=federation_ids, held_on__lte=until, struck_at__isnull=True
    )
    return [Held(*row) for row in found.values_list("federation_id", "pk", "held_on")]


def pictured(activity_ids: Collection[int]) -> set[int]:
    """Those of these activities that show at least one photo; one query."""
    found = ActivityPhoto.objects.filter(activity_id__in=activity_ids)
    return set(found.values_list("activity_id", flat=True))


def activities_of(federation_ids: Collection[int], *, first: int, size: int) -> list[Activity]:
    """Activities of these units from the ``first`` on, the latest first, struck ones among them.

    Each with its federation, how many ``shown`` photos it has, and the first, ``cover``; one query.
    """
    pictures = ActivityPhoto.objects.filter(activity=OuterRef("pk")).order_by("position")
    found = (
        Activity.objects.filter(federation_id__in=federation_ids)
        .select_related("federation")
        .annotate(shown=Count("pictures"), cover=Subquery(pictures.values("photo_id")[:1]))
        .order_by("-held_on", "-pk")
    )
    return list(found[first : first + size])


def how_many(federation_ids: Collection[int]) -> int:
    """How many activities of these units are on record, struck ones among them."""
    return Activity.objects.filter(federation_id__in=federation_ids).count()


def activity(number: int) -> Activity | None:
    """One activity with its federation."""
    return Activity.objects.select_related("federation").filter(pk=number).first()


def photos_of(activity_id: int) -> list[Photo]:
    """Its photos in their order; one query."""
    rows = ActivityPhoto.objects.filter(activity=activity_id).select_related("photo")
    return [row.photo for row in rows]

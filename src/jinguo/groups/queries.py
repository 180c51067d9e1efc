"""Reading the register of groups."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import F

from jinguo.groups.models import ContactGroup


@dataclass(frozen=True, slots=True)
class Lived:
    """That a unit had a group from ``founded_on`` ≤ day < ``dissolved_on``."""

    federation_id: int
    record_id: int
    founded_on: date
    dissolved_on: date | None


def living(federation_ids: Collection[int], until: date) -> list[Lived]:
    """Groups of these units founded up to a day, those dissolved since as well; one query."""
    found = ContactGroup.objects.filter(
        federation_id__in=federation_ids, founded_on__lte=until, struck_at__isnull=True
    )
    return [
        Lived(*row)
        for row in found.values_list("federation_id", "pk", "founded_on", "dissolved_on")
    ]


def groups_of(federation_id: int) -> list[ContactGroup]:
    """The register of a unit: the living first, the newest on top, struck out ones last."""
    found = ContactGroup.objects.filter(federation_id=federation_id)
    return list(
        found.order_by(
            F("struck_at").asc(nulls_first=True),
            F("dissolved_on").desc(nulls_first=True),
            "-founded_on",
            "-pk",
        )
    )


def group(number: int) -> ContactGroup | None:
    """One group of the register."""
    return ContactGroup.objects.filter(pk=number).first()


def unit_of(group_id: int) -> int | None:
    """The federation whose group this is."""
    return ContactGroup.objects.filter(pk=group_id).values_list("federation_id", flat=True).first()

"""Reading the register of groups."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

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

"""Reading activities."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from jinguo.activities.models import Activity


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

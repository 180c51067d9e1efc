"""Elections and co-options recorded here by which committees were founded or rebuilt."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from jinguo.roster.enums import Deed
from jinguo.roster.models import Decision


@dataclass(frozen=True, slots=True)
class Founding:
    """A deed by which women came into the committee of a unit on a day."""

    federation_id: int
    deed: Deed
    batch_id: int
    day: date


def foundings(federation_ids: Collection[int], until: date) -> list[Founding]:
    """The elections and co-options of these units up to a day that were not undone; one query."""
    rows = (
        Decision.objects.filter(
            federation_id__in=federation_ids, day__lte=until, begins=True, body="committee",
            batch__undone_at__isnull=True, batch__deed__in=[Deed.ELECTION, Deed.CO_OPTION],
        )
        .values_list("federation_id", "batch__deed", "batch_id", "day")
        .distinct()
    )  # fmt: skip
    return [Founding(unit, Deed(deed), batch, day) for unit, deed, batch, day in rows]

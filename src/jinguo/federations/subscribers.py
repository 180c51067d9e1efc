"""What follows from a new list of divisions: an open county gets units for its new places."""

from jinguo.divisions.events import DivisionsJoined, ListsLoaded
from jinguo.divisions.queries import latest
from jinguo.federations.actions import open_county, rejoin
from jinguo.federations.models import Federation
from jinguo.kernel.actor import system
from jinguo.kernel.events import listens_to


@listens_to(ListsLoaded)
def extend_open_counties(event: ListsLoaded) -> None:
    """A county that is open stays complete."""
    opened = Federation.objects.filter(division_id__in=event.county_ids)
    for division_id in opened.values_list("division_id", flat=True):
        open_county(county=latest(division_id), by=system("divisions"))


@listens_to(DivisionsJoined)
def keep_one_federation(event: DivisionsJoined) -> None:
    """Two identities are one place: its federation stays one."""
    rejoin(kept_id=event.kept_id, gone_id=event.gone_id)

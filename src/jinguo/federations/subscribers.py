"""What follows for federations when lists of divisions say something new."""

from jinguo.divisions.events import DivisionsJoined, DivisionsSplit, DivisionsVanishing, ListsLoaded
from jinguo.divisions.queries import latest
from jinguo.federations.actions import give_way, open_county, part, rejoin
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


@listens_to(DivisionsSplit)
def part_federations(event: DivisionsSplit) -> None:
    """One identity is several places: each has a federation of its own."""
    part(moves=event.moves)


@listens_to(DivisionsVanishing)
def remove_empty_federations(event: DivisionsVanishing) -> None:
    """A place that never was had no federation either, unless something stands on it."""
    give_way(division_ids=event.division_ids, by=system("divisions"))

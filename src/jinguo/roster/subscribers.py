"""What follows for rosters when two federations turn out to be one."""

from jinguo.federations.events import FederationsJoined
from jinguo.kernel.events import listens_to
from jinguo.roster.actions.joining import join_units


@listens_to(FederationsJoined)
def move_records(event: FederationsJoined) -> None:
    """Appointments and terms follow the federation that is kept."""
    join_units(kept_id=event.kept_id, gone_id=event.gone_id)

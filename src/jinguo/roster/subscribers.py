"""What follows for rosters when federations turn out to be one, or one to be several."""

from jinguo.federations.events import RecordsMoved
from jinguo.kernel.events import listens_to
from jinguo.roster.actions.moving import move_records


@listens_to(RecordsMoved)
def follow(event: RecordsMoved) -> None:
    """Appointments, terms and lists belong to the federations these days are of."""
    move_records(moves=event.moves)

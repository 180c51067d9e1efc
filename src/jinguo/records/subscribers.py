"""What follows for records when federations turn out to be one, or several."""

from jinguo.federations.events import RecordsMoved
from jinguo.kernel.events import listens_to
from jinguo.records.actions import move


@listens_to(RecordsMoved)
def follow(event: RecordsMoved) -> None:
    """Each record belongs to the federation its day is of."""
    move(moves=event.moves)

"""Campaigns follow the federations they ask."""

from jinguo.campaigns.actions.following import move
from jinguo.federations.events import RecordsMoved
from jinguo.kernel.events import listens_to


@listens_to(RecordsMoved)
def follow(event: RecordsMoved) -> None:
    """Targets and reviews belong to the federation their day is of."""
    move(moves=event.moves)

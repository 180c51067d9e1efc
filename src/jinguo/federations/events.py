"""What happens to federations that other rooms must follow."""

from dataclasses import dataclass

from jinguo.divisions.events import Moved


@dataclass(frozen=True, slots=True)
class RecordsMoved:
    """What is recorded of some federations on some days belongs to others.

    The moves (of federation ids) are of one moment: what one brings to a federation no
    other takes away again.
    """

    moves: tuple[Moved, ...]

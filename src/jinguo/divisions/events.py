"""What this room announces, inside the transaction of the deed."""

from dataclasses import dataclass

from jinguo.kernel.periods import Period


@dataclass(frozen=True, slots=True)
class ListsLoaded:
    """Lists of these counties (division ids) were read, or a match in them was decided."""

    county_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DivisionsJoined:
    """Two identities turned out to be one place; records on the gone one belong to the kept.

    The gone division is deleted right after: whoever still refers to it stops the load.
    """

    kept_id: int
    gone_id: int


@dataclass(frozen=True, slots=True)
class Moved:
    """What was recorded under ``from_id`` for these days belongs to ``to_id``."""

    from_id: int
    to_id: int
    days: Period


@dataclass(frozen=True, slots=True)
class DivisionsSplit:
    """Identities turned out to be several places: records follow the days they are of.

    The moves are of one moment: what one brings to a division no other takes away again.
    Announced before ``DivisionsJoined``.
    """

    moves: tuple[Moved, ...]


@dataclass(frozen=True, slots=True)
class DivisionsVanishing:
    """These identities are on no list any more, and deleted right after.

    What only stands ready for a place gives way; whatever still refers to it stops the load.
    """

    division_ids: tuple[int, ...]

"""What this room announces, inside the transaction of the deed."""

from dataclasses import dataclass


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

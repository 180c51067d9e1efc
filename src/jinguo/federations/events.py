"""What happens to federations that other rooms must follow."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FederationsJoined:
    """Two federations are one: records of ``gone_id`` now belong to ``kept_id``."""

    kept_id: int
    gone_id: int

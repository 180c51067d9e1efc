"""What an applied import did, arranged by unit."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from jinguo.roster.queries.batches import BatchChange

SHOWN = 500
"""Lines shown on one page; the rest is counted."""


@dataclass(frozen=True, slots=True)
class UnitOutcome:
    """What happened in one unit, under the newest of its names; ``total`` counts all its lines."""

    name: str
    code: str
    lines: list[BatchChange]
    total: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """The first lines by unit, and how many are left out."""

    units: list[UnitOutcome]
    left_out: int


def outcome(changes: Sequence[BatchChange]) -> Outcome:
    """Changes, sorted by unit, as far as they fit on one page."""
    units = []
    room = SHOWN
    for _unit, found in groupby(changes, key=lambda line: line.federation_id):
        lines = list(found)
        if room > 0:
            newest = max(lines, key=lambda line: line.starts_on)
            shown = lines[:room]
            units.append(UnitOutcome(newest.unit_name, newest.unit_code, shown, len(lines)))
            room -= len(shown)
    return Outcome(units, max(0, len(changes) - SHOWN))

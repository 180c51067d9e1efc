"""What an applied import did, arranged by unit, page by page."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from jinguo.roster.queries.batches import ACTIONS, BatchChange

SHOWN = 500
"""Lines shown on one page."""


@dataclass(frozen=True, slots=True)
class UnitOutcome:
    """What happened in one unit, under the newest of its names; ``total`` counts all its lines."""

    name: str
    code: str
    lines: list[BatchChange]
    total: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """One page of lines by unit. ``total`` counts those asked for, ``counts`` all by action."""

    units: list[UnitOutcome]
    action: str
    total: int
    counts: dict[str, int]

    @property
    def listed(self) -> int:
        """How many lines there are, whatever was asked for."""
        return sum(self.counts.values())


def outcome(changes: Sequence[BatchChange], action: str, page: int) -> Outcome:
    """A page of changes, sorted by unit; all of them, or those of one action."""
    counted = Counter(line.action for line in changes)
    asked = [line for line in changes if action in ("", line.action)]
    newest: dict[int, BatchChange] = {}
    for line in sorted(asked, key=lambda line: line.starts_on):
        newest[line.federation_id] = line
    totals = Counter(line.federation_id for line in asked)
    shown = asked[(page - 1) * SHOWN : page * SHOWN]
    units = [
        UnitOutcome(newest[unit].unit_name, newest[unit].unit_code, list(lines), totals[unit])
        for unit, lines in groupby(shown, key=lambda line: line.federation_id)
    ]
    return Outcome(units, action, len(asked), {one: counted[one] for one in ACTIONS})

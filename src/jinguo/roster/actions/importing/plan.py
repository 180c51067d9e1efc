"""What an import will write: worked out first, written in one go."""

from dataclasses import dataclass, field
from typing import Any

from jinguo.roster.queries.state import Held
from jinguo.roster.readers import RosterRow
from jinguo.roster.rules.timeline import ListDay, Seat


@dataclass(slots=True)
class Plan:
    """Rows to write. Ids of people are final; appointments get theirs on writing.

    ``appointments`` are (person, federation, seat), ``lists`` (federation, body, day, digest).
    ``sealed`` are telephone numbers that were sealed already, to be looked up.
    """

    new_people: dict[int, RosterRow] = field(default_factory=dict)
    described: dict[int, dict[str, Any]] = field(default_factory=dict)
    appointments: list[tuple[int, int, Seat]] = field(default_factory=list)
    rewritten: list[tuple[Held, dict[str, Any]]] = field(default_factory=list)
    voided: list[Held] = field(default_factory=list)
    lists: list[tuple[int, str, ListDay, str]] = field(default_factory=list)
    sealed: dict[str, str] = field(default_factory=dict)

"""What an import will write: worked out first, written in one go."""

from dataclasses import dataclass, field
from typing import Any

from jinguo.roster.actions.importing.placing import UnitList
from jinguo.roster.queries.state import Held
from jinguo.roster.readers import RosterRow
from jinguo.roster.rules.timeline import ListDay, Seat


@dataclass(slots=True)
class Plan:
    """Rows to write. Ids of people are final; appointments get theirs on writing.

    ``appointments`` are (person, federation, seat), ``lists`` (federation, body, day, the list
    where a word of it may be known again).
    """

    new_people: dict[int, RosterRow] = field(default_factory=dict)
    described: dict[int, dict[str, Any]] = field(default_factory=dict)
    appointments: list[tuple[int, int, Seat]] = field(default_factory=list)
    rewritten: list[tuple[Held, dict[str, Any]]] = field(default_factory=list)
    voided: list[Held] = field(default_factory=list)
    lists: list[tuple[int, str, ListDay, UnitList | None]] = field(default_factory=list)

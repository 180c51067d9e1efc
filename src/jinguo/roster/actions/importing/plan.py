"""What an import will write: worked out first, written in one go."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from jinguo.roster.queries.state import Held
from jinguo.roster.readers import RosterRow
from jinguo.roster.rules.listdays import ListDay


@dataclass(slots=True)
class Plan:
    """Rows to write. Ids of people are final; appointments get theirs on writing.

    ``appointments`` are (person, federation, facts of the seat, from, until).
    """

    new_people: dict[int, RosterRow] = field(default_factory=dict)
    described: dict[int, dict[str, Any]] = field(default_factory=dict)
    appointments: list[tuple[int, int, tuple[Any, ...], date, date | None]] = field(
        default_factory=list
    )
    rewritten: dict[int, tuple[Held, dict[str, Any]]] = field(default_factory=dict)
    voided: list[Held] = field(default_factory=list)
    terms: list[tuple[int, date]] = field(default_factory=list)
    lists: list[tuple[int, str, ListDay]] = field(default_factory=list)

    def rewrite(self, held: Held, after: dict[str, Any]) -> None:
        """New values for a recorded appointment."""
        _held, planned = self.rewritten.setdefault(held.id, (held, {}))
        planned.update(after)

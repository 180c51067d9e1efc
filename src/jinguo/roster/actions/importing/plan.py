"""What an import will write: worked out first, written in one go."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from jinguo.roster.queries.state import Held
from jinguo.roster.readers import RosterRow
from jinguo.roster.rules.listdays import ListDay


@dataclass(slots=True)
class Plan:
    """Rows to write. Ids of people are final; appointments get theirs on writing."""

    new_people: dict[int, RosterRow] = field(default_factory=dict)
    described: dict[int, dict[str, Any]] = field(default_factory=dict)
    appointments: list[tuple[Any, ...]] = field(default_factory=list)
    rewritten: dict[int, tuple[Held, dict[str, Any]]] = field(default_factory=dict)
    voided: list[Held] = field(default_factory=list)
    terms: list[tuple[int, date]] = field(default_factory=list)
    lists: list[tuple[int, str, ListDay]] = field(default_factory=list)

    def appoint(
        self,
        person_id: int,
        federation_id: int,
        row: RosterRow,
        starts_on: date,
        ends_on: date | None,
    ) -> None:
        """A new appointment from a row."""
        self.appointments.append(
            (
                person_id, federation_id, row.post.value, row.kind.value, row.categories,
                row.sector, row.origin, row.remark, starts_on, ends_on,
            )
        )  # fmt: skip

    def rewrite(self, held: Held, after: dict[str, Any]) -> None:
        """New values for a recorded appointment."""
        _held, planned = self.rewritten.setdefault(held.id, (held, {}))
        planned.update(after)

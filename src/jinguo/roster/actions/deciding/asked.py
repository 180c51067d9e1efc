"""What is to be decided: who enters, who leaves, and the meeting that said so."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from jinguo.kernel.text import numbers_masked
from jinguo.roster.enums import Kind, Leaving, Post
from jinguo.roster.readers import RosterRow
from jinguo.roster.rules.facts import PERSON_FACTS, SEAT_FACTS
from jinguo.roster.rules.timeline import Facts


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who takes a post, or another post than she has.

    ``person_id`` is empty for somebody not yet recorded: then ``name`` and ``facts`` (under the
    names of ``PERSON_FACTS``) say who she is. ``instead_of`` is the woman whose seat she fills.
    """

    post: Post
    kind: Kind = Kind.UNSTATED
    categories: tuple[str, ...] = ()
    sector: str = ""
    origin: str = ""
    remark: str = ""
    person_id: int | None = None
    name: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    instead_of: int | None = None

    @property
    def seat(self) -> Facts:
        """The facts of her seat, as a list would be read: without numbers in the remark."""
        known = replace(self, remark=numbers_masked(self.remark))
        return tuple(getattr(known, name) for name in SEAT_FACTS)

    def numbered(self, person_id: int) -> "Member":
        """The same, with the number she got."""
        return replace(self, person_id=person_id)

    @property
    def row(self) -> RosterRow:
        """Who she is, as the row of a list would say it."""
        blank: dict[str, Any] = dict.fromkeys(RosterRow._fields, "")
        blank |= {"birth_month": None, "starts_on": None, "sheet_index": 0, "row": 0}
        given = {name: value for name, value in self.facts.items() if name in PERSON_FACTS}
        return RosterRow(**{**blank, "name": self.name, **given})


@dataclass(frozen=True, slots=True)
class Departure:
    """Somebody who leaves a body (``queries.state.body_of``), and why."""

    person_id: int
    why: Leaving = Leaving.OTHER
    body: str = "committee"


@dataclass(frozen=True, slots=True)
class Minutes:
    """The record of the meeting that decided; numbers are persons."""

    held_on: date
    due: int
    present: int
    in_favour: int
    place: str = ""
    minutes: str = ""
    seats: int | None = None
    vice_chairs: int | None = None

"""The board: units by township, each with its four gates, filtered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from jinguo.campaigns.enums import Gate
from jinguo.campaigns.queries.progress import WEEK, newly_closed
from jinguo.campaigns.queries.status import Status, UnitState
from jinguo.campaigns.queries.townships import Township
from jinguo.campaigns.rules.forecast import Forecast
from jinguo.web.base.gates import Cell, cells
from jinguo.web.campaigns.tiles import Square, square

SHOWS: dict[str, str | Promise] = {
    "": gettext_lazy("All"),
    "open": gettext_lazy("Not done"),
    "overdue": gettext_lazy("Overdue"),
    "returned": gettext_lazy("Sent back"),
    "done": gettext_lazy("Done"),
    "week": gettext_lazy("Newly closed this week"),
    "mine": gettext_lazy("Supervised by me"),
}
VIEWS: dict[str, str | Promise] = {
    "": gettext_lazy("Matrix"),
    "tiles": gettext_lazy("Tiles"),
}
CLOSED = "closed-"
"""Before the name of a gate: those that closed it are asked for, not those that did not."""


@dataclass(frozen=True, slots=True)
class Row:
    """A unit with its cells."""

    state: UnitState
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class Section:
    """A township with those of its units that fit."""

    name: str
    prefix: str
    states: list[UnitState]

    @property
    def done(self) -> int:
        """Units shown that are done."""
        return sum(one.done_on is not None for one in self.states)

    @property
    def rows(self) -> list[Row]:
        """Its lines of the matrix."""
        return [Row(one, cells(one)) for one in self.states]

    @property
    def squares(self) -> list[Square]:
        """Its squares on the map of tiles."""
        return [square(one) for one in self.states]


@dataclass(frozen=True, slots=True)
class Filters:
    """What the address asks to be shown: state, gate that is open, township (nine digits), view.

    ``day`` is the day of the board; ``gate`` with ``CLOSED`` before it asks who closed it.
    ``mine`` are the federations that the reader supervises.
    """

    day: date
    show: str = ""
    gate: str = ""
    township: str = ""
    view: str = ""
    mine: frozenset[int] = frozenset()

    @classmethod
    def of(cls, words: QueryDict, day: date) -> "Filters":
        """From the address; what it cannot mean is left out."""
        show, gate = words.get("show", ""), words.get("gate", "")
        township = words.get("township", "")
        return cls(
            day,
            show if show in SHOWS else "",
            gate if gate.removeprefix(CLOSED) in Gate.values else "",
            township if township.isdecimal() and len(township) == 9 else "",
            "tiles" if words.get("view") == "tiles" else "",
        )

    def fits(self, one: UnitState) -> bool:
        """Whether the unit is to be shown."""
        return one.unit.code.startswith(self.township) and self._state(one) and self._gate(one)

    def _state(self, one: UnitState) -> bool:
        match self.show:
            case "open":
                return one.done_on is None
            case "overdue":
                return bool(one.overdue)
            case "returned":
                return bool(one.returned)
            case "done":
                return one.done_on is not None
            case "week":
                return newly_closed(one, self.day - WEEK) > 0
            case "mine":
                return one.unit.federation_id in self.mine
        return True

    def _gate(self, one: UnitState) -> bool:
        wants_closed = self.gate.startswith(CLOSED)
        gate = self.gate.removeprefix(CLOSED)
        return not gate or (Gate(gate) in one.gates) == wants_closed

    def query(self, day: str, **other: str) -> str:
        """The address of the board with one of them changed."""
        words = {
            "show": self.show, "gate": self.gate, "township": self.township, "view": self.view,
            **other,
        }  # fmt: skip
        words = {name: value for name, value in words.items() if value}
        if day:
            words["day"] = day
        return f"?{urlencode(words)}" if words else "?"


def sections(found: Sequence[Township], filters: Filters) -> list[Section]:
    """The units that fit, under their townships, by code."""
    grouped = [(one, [state for state in one.units if filters.fits(state)]) for one in found]
    return [Section(one.name, one.prefix, states) for one, states in grouped if states]


def shares(found: Status) -> Sequence[tuple[Gate, int, int]]:
    """Each gate with the units that closed it, and how much of the whole that is in percent."""
    whole = len(found.units) or 1
    return [(gate, count, 100 * count // whole) for gate, count in found.closed.items()]


def prospect(told: Forecast, ends_on: date) -> tuple[str, str | Promise]:
    """Class and words of the badge: in time only where the whole range is; empty where unknown."""
    if told.expected is None or not told.targets:
        return "", ""
    if told.expected > ends_on:
        return "warn", gettext_lazy("later than planned")
    if told.done == told.targets:
        return "good", gettext_lazy("done in time")
    if told.latest is None or told.latest > ends_on:
        return "warn", gettext_lazy("may be late")
    return "good", gettext_lazy("in time")

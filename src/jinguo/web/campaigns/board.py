"""The board: units by township, each with its four gates, filtered."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jinguo.campaigns.enums import Gate
from jinguo.campaigns.queries.status import Status, UnitState
from jinguo.campaigns.rules.forecast import Forecast
from jinguo.kernel.language import day_in_words

SHOWS: dict[str, str | Promise] = {
    "": gettext_lazy("All"),
    "open": gettext_lazy("Not done"),
    "overdue": gettext_lazy("Overdue"),
    "returned": gettext_lazy("Sent back"),
    "done": gettext_lazy("Done"),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One gate of one unit: the class of its square, its sign, and both in words."""

    gate: Gate
    state: str
    sign: str
    words: str | Promise
    day: str


@dataclass(frozen=True, slots=True)
class Row:
    """A unit with its cells."""

    state: UnitState
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class Section:
    """A township with its villages."""

    name: str
    prefix: str
    rows: list[Row]
    done: int


@dataclass(frozen=True, slots=True)
class Filters:
    """What the address asks to be shown: state, gate that is open, township (nine digits)."""

    show: str = ""
    gate: str = ""
    township: str = ""

    @classmethod
    def of(cls, words: QueryDict) -> "Filters":
        """From the address; what it cannot mean is left out."""
        show, gate = words.get("show", ""), words.get("gate", "")
        township = words.get("township", "")
        return cls(
            show if show in SHOWS else "",
            gate if gate in Gate.values else "",
            township if township.isdecimal() and len(township) == 9 else "",
        )

    def fits(self, one: UnitState) -> bool:
        """Whether the unit is to be shown."""
        shown = {
            "": True,
            "open": one.done_on is None,
            "overdue": bool(one.overdue),
            "returned": bool(one.returned),
            "done": one.done_on is not None,
        }[self.show]
        return (
            shown
            and (not self.gate or Gate(self.gate) not in one.gates)
            and one.unit.code.startswith(self.township)
        )

    def query(self, day: str, **other: str) -> str:
        """The address of the board with one of them changed."""
        words = {"show": self.show, "gate": self.gate, "township": self.township, **other}
        words = {name: value for name, value in words.items() if value}
        if day:
            words["day"] = day
        return f"?{urlencode(words)}" if words else "?"


def sections(found: Status, filters: Filters) -> list[Section]:
    """The units that fit, under their townships, by code."""
    names = {one.unit.code[:9]: one.unit.place.short for one in found.units if _heads(one)}
    grouped: dict[str, list[UnitState]] = {}
    for one in found.units:
        if filters.fits(one):
            grouped.setdefault(one.unit.code[:9], []).append(one)
    return [
        Section(
            name=names.get(prefix, states[0].unit.place.short),
            prefix=prefix,
            rows=[Row(one, cells(one)) for one in states],
            done=sum(one.done_on is not None for one in states),
        )
        for prefix, states in sorted(grouped.items())
    ]


def townships(found: Status) -> list[tuple[str, str]]:
    """Nine digits and name of each township of the board."""
    return [(one.unit.code[:9], one.unit.place.short) for one in found.units if _heads(one)]


def _heads(one: UnitState) -> bool:
    return one.unit.code.endswith("000")


def cells(one: UnitState) -> list[Cell]:
    """The four gates of a unit as the board shows them."""
    return [_cell(one, gate) for gate in Gate]


def _cell(one: UnitState, gate: Gate) -> Cell:
    if gate in one.gates:
        day = one.gates[gate].day
        short = f"{day.month}.{day.day}"
        if gate in one.returned:
            return Cell(
                gate, "warn", "↩", gettext_lazy("closed, returned by the level above"), short
            )
        if gate in one.accepted:
            return Cell(gate, "good", "✓", gettext_lazy("closed and accepted"), short)
        return Cell(gate, "good", "", gettext_lazy("closed"), short)
    if gate in one.overdue:
        return Cell(gate, "late", "!", gettext_lazy("overdue"), "")
    return Cell(gate, "none", "", gettext_lazy("open"), "")


def shares(found: Status) -> Sequence[tuple[Gate, int, int]]:
    """Each gate with the units that closed it, and how much of the whole that is in percent."""
    whole = len(found.units) or 1
    return [(gate, count, 100 * count // whole) for gate, count in found.closed.items()]


def outlook(found: Status, told: Forecast) -> str:
    """When all will be done, in a sentence."""
    if told.expected is None or told.earliest is None:
        return _("Too few were done lately to say when all will be.")
    words = {
        "expected": day_in_words(told.expected),
        "earliest": day_in_words(told.earliest),
        "latest": day_in_words(told.latest) if told.latest else "",
    }
    if found.units and found.done == len(found.units):
        return _("All units are done since %(expected)s.") % words
    if told.latest is None:
        text = _("At the pace of the last two weeks: about %(expected)s, at best %(earliest)s.")
    else:
        text = _(
            "At the pace of the last two weeks: about %(expected)s (%(earliest)s to %(latest)s)."
        )
    return text % words

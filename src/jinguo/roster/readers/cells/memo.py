"""Reading every distinct cell text once, however many rows repeat it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from jinguo.roster.errors import Fault
from jinguo.roster.errors import cells as faults
from jinguo.roster.readers.listing import MOST_PROBLEMS
from jinguo.roster.readers.sheet import Cell

T = TypeVar("T")

_ERRORS = ("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!")


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault of a cell's text, wherever that text stands."""

    fault: Fault
    data: dict[str, Any] = field(default_factory=dict)
    options: tuple[str, ...] = ()


class Findings(list[Finding]):
    """What one cell's reader found, in order."""

    def add(self, fault: Fault, *, options: tuple[str, ...] = (), **data: Any) -> None:
        """Note a fault with the words its sentence needs."""
        self.append(Finding(fault, data, options))


_MOST_KEPT = 100_000
"""A column with more different texts hardly repeats any, and keeping them costs memory."""


@dataclass(slots=True)
class Room:
    """How many more faulty texts are remembered; beyond, a file has more faults than are listed."""

    left: int = MOST_PROBLEMS + 1


Reader = Callable[[Cell, Findings], T]


class Memo(dict[Cell, T], Generic[T]):
    """Cell → value, read when first asked for; ``faulty`` holds the cells with faults.

    A dictionary, because looking up a repeated text then costs no Python call at all.
    """

    def __init__(self, read: Reader[T], blank: T, room: Room | None = None) -> None:
        super().__init__({"": blank})
        self._read = read
        self._blank = blank
        self._room = room or Room()
        self.faulty: dict[Cell, Findings] = {}

    def __missing__(self, cell: Cell) -> T:
        found = Findings()
        if isinstance(cell, str) and cell[:1] in "#=" and not_a_value(cell, found):
            value = self._blank
        else:
            value = self._read(cell, found)
            if value == cell:
                value = cell  # type: ignore[assignment]
        if len(self) < _MOST_KEPT:
            self[cell] = value
        if found and self._room.left:
            self._room.left -= 1
            self.faulty[cell] = found
        return value


def not_a_value(cell: str, found: Findings) -> bool:
    """Whether the cell shows an error or a formula instead of a value; says so if it does."""
    if cell in _ERRORS:
        found.add(faults.CELL_ERROR)
        return True
    if cell.startswith("=") and not cell.startswith('="'):
        found.add(faults.FORMULA_UNCALCULATED)
        return True
    return False

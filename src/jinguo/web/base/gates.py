"""The four gates of a unit as squares."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from jinguo.campaigns.enums import Gate
from jinguo.campaigns.queries.status import UnitState


@dataclass(frozen=True, slots=True)
class Cell:
    """One gate of one unit: the class of its square, its sign, and both in words."""

    gate: Gate
    state: str
    sign: str
    words: str | Promise
    day: str


def cells(one: UnitState) -> list[Cell]:
    """The four gates of a unit as the board and the page of the unit show them."""
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

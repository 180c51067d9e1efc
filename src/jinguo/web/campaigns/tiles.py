"""The map of tiles: a township a tile, a unit a square that shows how far it is.

There is no geographic data: tiles and squares stand in the order of codes, the same every day.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from jinguo.campaigns.enums import Gate
from jinguo.campaigns.queries.status import UnitState
from jinguo.divisions.models import Level


@dataclass(frozen=True, slots=True)
class Look:
    """How a square looks: class, sign, and both in words."""

    state: str
    sign: str
    words: str | Promise


LOOKS: dict[str, Look] = {
    "0": Look("q0", "", gettext_lazy("no gate closed")),
    "1": Look("q1", "1", gettext_lazy("1 of 4 gates closed")),
    "2": Look("q2", "2", gettext_lazy("2 of 4 gates closed")),
    "3": Look("q3", "3", gettext_lazy("3 of 4 gates closed")),
    "d": Look("good", "✓", gettext_lazy("done: all four closed")),
    "o": Look("late", "!", gettext_lazy("overdue")),
    "r": Look("warn", "↩", gettext_lazy("evidence sent back")),
}
"""By a letter, which is all that a day of the film says of a unit."""
NOT_ASKED = "x"
GONE = Look("gone", "", gettext_lazy("not asked on this day"))
"""In the film, a unit that only stands on other days."""


@dataclass(frozen=True, slots=True)
class Square:
    """A unit on its tile; ``head`` is the township's own federation."""

    unit: UnitState
    look: Look
    head: bool


def letter(closed: int, *, overdue: bool, returned: bool) -> str:
    """The look of a unit with so many gates closed; what calls for somebody comes first."""
    if returned:
        return "r"
    if closed == len(Gate):
        return "d"
    return "o" if overdue else str(closed)


def key(one: UnitState) -> str:
    """The letter of a unit's look on its day."""
    return letter(len(one.gates), overdue=bool(one.overdue), returned=bool(one.returned))


def heads(one: UnitState) -> bool:
    """Whether it is the township's own federation."""
    return one.unit.level <= Level.TOWNSHIP


def square(one: UnitState) -> Square:
    """The square of a unit on the day."""
    return Square(one, LOOKS[key(one)], heads(one))

"""How a plaque reads and how large its characters are (一个牌子 of the three standards)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from jinguo.plaques.enums import Direction, Typeface

GAP = 0.12
"""Between one character and the next, in characters."""
SMALLEST, LARGEST = 100, 4000
"""Millimetres of a side of a board."""
LEAST = 30
"""Millimetres of a character that is still read from the street."""
LEGIBLE = 3.0
"""Contrast of characters and ground, as WCAG 2.2 counts it, for large text."""
PHOTO_SIDE = 240
"""Points of the shorter side of a photo on which a plaque can still be read."""
_MARGIN = 0.06
_ACROSS = 0.66
_COLOUR = re.compile(r"#[0-9a-f]{6}")
_SLOTS = ("{全称}", "{本级}")


@dataclass(frozen=True, slots=True)
class Board:
    """What the maker must know of a board besides its text; sizes in millimetres.

    Colours are written ``#rrggbb``; ``border`` 0 is none.
    """

    width: int
    height: int
    direction: Direction = Direction.VERTICAL
    typeface: Typeface = Typeface.SONG
    ground: str = "#ffffff"
    ink: str = "#000000"
    border: int = 0
    border_colour: str = "#000000"

    @property
    def along(self) -> int:
        """The side along which the text runs."""
        return self.height if self.direction == Direction.VERTICAL else self.width

    @property
    def across(self) -> int:
        """The other side."""
        return self.width if self.direction == Direction.VERTICAL else self.height


def wording(pattern: str, names: Sequence[str]) -> str:
    """What is on the plaque of a unit, from the names of its divisions, county first.

    ``{全称}`` is all of them, ``{本级}`` its own: {全称}妇女联合会 with 清流县、林畲乡、石下村 →
    清流县林畲乡石下村妇女联合会.
    """
    return pattern.replace("{全称}", "".join(names)).replace("{本级}", names[-1])


def size_of(board: Board, text: str) -> float:
    """Millimetres of each character, so that the text fills the board and stays within it."""
    room = (board.along - 2 * board.border) * (1 - 2 * _MARGIN)
    widest = (board.across - 2 * board.border) * _ACROSS
    count = max(1, len(text))
    return round(min(widest, room / (count + GAP * (count - 1))), 1)


def board_fault(board: Board) -> str:
    """Why no board can be made so; empty where it can."""
    if not all(SMALLEST <= side <= LARGEST for side in (board.width, board.height)):
        return _("A side of the board has %(least)d to %(most)d millimetres.") % {
            "least": SMALLEST,
            "most": LARGEST,
        }
    if board.along < board.across:
        return _("The text runs along the longer side: change width and height, or the direction.")
    if board.border * 5 > board.across:
        return _("The border takes up the board: at most a fifth of the shorter side.")
    colours = (board.ground, board.ink, board.border_colour)
    if not all(_COLOUR.fullmatch(one) for one in colours):
        return _("A colour is written like #c00000.")
    if _contrast(board.ground, board.ink) < LEGIBLE:
        return _("Characters and ground are too much alike to be read from the street.")
    return ""


def wording_fault(pattern: str) -> str:
    """Why no plaque can read so; empty where it can."""
    if not any(slot in pattern for slot in _SLOTS):
        return _("The wording names the unit: {全称} with county and township, {本级} alone.")
    rest = pattern
    for slot in _SLOTS:
        rest = rest.replace(slot, "")
    if not all(one.isalnum() for one in rest):
        return _("“%(wording)s”: besides {全称} and {本级} the wording has characters only.") % {
            "wording": pattern
        }
    return ""


def _contrast(one: str, other: str) -> float:
    lights = sorted((_light(one), _light(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _light(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

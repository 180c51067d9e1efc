"""A sheet as read from a file, before anything in it is interpreted."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from jinguo.kernel.text import printable

Cell = str | float | bool | datetime.date | datetime.time | datetime.timedelta

_CELL_NAME = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_ID_NUMBER = re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)")


@dataclass(slots=True)
class Sheet:
    """The cells of one sheet from A1 on; an empty cell is ``""``.

    ``merged`` holds ranges as (first row, first column, last row, last column), from 0.
    ``hidden_rows`` holds row numbers from 1. ``from_1904``: bare numbers count days from 1904.
    """

    name: str
    index: int
    rows: list[list[Cell]]
    visible: bool = True
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: frozenset[int] = frozenset()
    from_1904: bool = False

    def correct(self, corrections: Mapping[tuple[str, str], str]) -> None:
        """Replace cells by what somebody typed instead; names of other sheets are passed over."""
        for (sheet, cell), text in corrections.items():
            found = _CELL_NAME.fullmatch(cell)
            if sheet != self.name or not found:
                continue
            row, column = int(found[2]) - 1, column_number(found[1])
            if row < len(self.rows) and column < len(self.rows[row]):
                self.rows[row][column] = text


def column_number(letters: str) -> int:
    """The column, from 0: A is 0, AA is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def cell_name(row: int, column: int) -> str:
    """The name people see, like F12: ``row`` from 1, ``column`` from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"


def display(value: Cell) -> str:
    """A cell as text, near to what Excel shows."""
    if isinstance(value, str):
        return printable(value).strip()
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e18 else repr(value)
    if isinstance(value, datetime.datetime):
        return value.isoformat(" ", "minutes")
    return str(value)


def without_id_numbers(text: str) -> str:
    """The text with every identity-card number blotted out."""
    return _ID_NUMBER.sub("*" * 18, text)

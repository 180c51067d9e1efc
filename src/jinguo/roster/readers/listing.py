"""Problems of one sheet, each at its row and column, handed out in reading order."""

from collections.abc import Iterable
from typing import Any

from jinguo.roster.errors import Fault, Problem, files
from jinguo.roster.readers.sheet import cell_name, without_id_numbers

MOST_PROBLEMS = 100_000
"""Of one file; a refusal says so if there are more."""

_LONGEST_VALUE = 80
_LAST = 1 << 30


class Listing:
    """Collects the problems of one sheet; ``listed`` problems of the file came before them."""

    def __init__(self, file: str, sheet: str, listed: int = 0) -> None:
        self._file = file
        self._sheet = sheet
        self._room = MOST_PROBLEMS - listed
        self._found: list[tuple[int, int, Problem]] = []

    def add(
        self,
        fault: Fault,
        at: int = -1,
        column: int = 0,
        value: str = "",
        /,
        *,
        options: tuple[str, ...] = (),
        **data: Any,
    ) -> None:
        """A fault at row ``at`` and ``column`` (both from 0), or of the whole sheet."""
        if len(self._found) > self._room:
            return
        if len(self._found) == self._room:
            at, value, fault, data = _LAST, "", files.PROBLEMS_TOO_MANY, {"limit": MOST_PROBLEMS}
        cell = cell_name(at + 1, column) if 0 <= at < _LAST else ""
        value = without_id_numbers(value)
        if len(value) > _LONGEST_VALUE:
            value = value[: _LONGEST_VALUE - 1] + "…"
        problem = Problem(fault, self._file, self._sheet, cell, value, data, options)
        self._found.append((at, column, problem))

    def problems(self) -> list[Problem]:
        """All of them, from the top of the sheet to its bottom."""
        return [problem for *_, problem in sorted(self._found, key=lambda one: one[:2])]


def ranges(rows: Iterable[int]) -> str:
    """Row numbers as people write them: 3–5、9."""
    spans: list[list[int]] = []
    for row in sorted(rows):
        if spans and row == spans[-1][1] + 1:
            spans[-1][1] = row
        else:
            spans.append([row, row])
    return "、".join(str(a) if a == b else f"{a}–{b}" for a, b in spans)

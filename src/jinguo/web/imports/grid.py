"""A sheet as a grid of cells, problem cells marked by colour and by sign."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import product

from jinguo.roster.enums import Severity
from jinguo.roster.errors import Problem
from jinguo.roster.readers.layout.header import find_header
from jinguo.roster.readers.sheet import Cell, Sheet, cell_name, display, without_id_numbers
from jinguo.web.imports.cells import ROWS_A_PAGE

SIGNS = {Severity.REFUSE: "✕", Severity.WARN: "!", Severity.NOTE: "i"}
GRAVEST = list(Severity)
LONG = 16
"""Letters from which on a cell's text runs over several lines."""
SHOWN = 120
"""Letters shown of a cell at once; the rest is unfolded."""
Spans = dict[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: ``mark`` is the gravest severity found there, ``words`` say what was found.

    ``pinned`` cells hold the names, which stay in sight.
    """

    name: str
    text: str
    mark: str = ""
    sign: str = ""
    words: str = ""
    mended: bool = False
    across: int = 1
    down: int = 1
    pinned: bool = False

    @property
    def classes(self) -> str:
        """The classes of its ``td``."""
        named = {
            self.mark: bool(self.mark),
            "mended": self.mended,
            "long": len(self.text) > LONG,
            "stick": self.pinned and self.across == 1,
        }
        return " ".join(name for name, holds in named.items() if holds)

    @property
    def start(self) -> str:
        """The beginning of a text that is too long to be shown at once, else nothing."""
        return f"{self.text[: SHOWN // 3]}…" if len(self.text) > SHOWN else ""


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row with its number, as Excel shows it."""

    number: int
    cells: list[GridCell]
    hidden: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """A page of a sheet; ``total`` counts all its rows."""

    letters: list[str]
    rows: list[GridRow]
    total: int
    names_at: int | None


def grid(sheet: Sheet, page: int, problems: Iterable[Problem], mended: Collection[str]) -> Grid:
    """One page of a sheet. Identity-card numbers are blotted out, as everywhere."""
    by_cell: dict[str, list[Problem]] = {}
    for problem in problems:
        by_cell.setdefault(problem.cell, []).append(problem)
    first = (page - 1) * ROWS_A_PAGE
    shown = sheet.rows[first : first + ROWS_A_PAGE]
    width = max((len(row) for row in shown), default=0)
    spans, covered = _spans(sheet, first, len(shown))
    _spread_titles(shown, first, width, spans, covered)
    header = find_header(sheet)
    names_at = header.columns.fields.get("name") if header else None
    rows = []
    for number, row in enumerate(shown, first + 1):
        texts = [without_id_numbers(display(value)) for value in row]
        texts += [""] * (width - len(texts))
        cells = [
            replace(cell, across=across, down=down, pinned=column == names_at)
            for column, text in enumerate(texts)
            if (number - 1, column) not in covered
            for cell in [_cell(cell_name(number, column), text, by_cell, mended)]
            for across, down in [spans.get((number - 1, column), (1, 1))]
        ]
        rows.append(GridRow(number, cells, number in sheet.hidden_rows))
    letters = [cell_name(1, column)[:-1] for column in range(width)]
    return Grid(letters, rows, len(sheet.rows), names_at)


def _spans(sheet: Sheet, first: int, shown: int) -> tuple[Spans, set[tuple[int, int]]]:
    """Merged cells of the page: (row from 0, column) → (columns, rows), and what they cover."""
    spans: Spans = {}
    covered: set[tuple[int, int]] = set()
    for top, left, bottom, right in sheet.merged:
        start, end = max(top, first), min(bottom, first + shown - 1)
        if start <= end:
            spans[start, left] = (right - left + 1, end - start + 1)
            area = product(range(start, end + 1), range(left, right + 1))
            covered |= {place for place in area if place != (start, left)}
    return spans, covered


def _spread_titles(
    shown: list[list[Cell]], first: int, width: int, spans: Spans, covered: set[tuple[int, int]]
) -> None:
    """The only text of a row runs over the empty cells to its right, as Excel shows it."""
    for number, row in enumerate(shown, first):
        filled = [column for column, value in enumerate(row) if display(value)]
        merged = covered | spans.keys()
        if len(filled) == 1 and not any((number, column) in merged for column in range(width)):
            spans[number, filled[0]] = (width - filled[0], 1)
            covered |= {(number, column) for column in range(filled[0] + 1, width)}


def _cell(
    name: str, text: str, by_cell: Mapping[str, list[Problem]], mended: Collection[str]
) -> GridCell:
    found = sorted(by_cell.get(name, ()), key=lambda one: GRAVEST.index(one.severity))
    if not found:
        return GridCell(name, text, mended=name in mended)
    worst = found[0].severity
    words = "\n".join(one.message for one in found)
    return GridCell(name, text, worst.value, SIGNS[worst], words, name in mended)

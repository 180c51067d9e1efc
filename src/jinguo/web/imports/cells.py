"""Names of cells, and the page of a sheet they stand on."""

import re

ROWS_A_PAGE = 100

_CELL = re.compile(r"[A-Z]+(\d+)")


def row_of(cell: str) -> int:
    """The row of a cell, from 1; 0 where the name is none."""
    found = _CELL.fullmatch(cell)
    return int(found[1]) if found else 0


def page_of(row: int) -> int:
    """The page, from 1, on which a row is shown."""
    return (max(row, 1) - 1) // ROWS_A_PAGE + 1


def order_of(cell: str) -> tuple[int, int, str]:
    """Sorts cells as a sheet is read: by row, then by column (Z before AA)."""
    return row_of(cell), len(cell), cell

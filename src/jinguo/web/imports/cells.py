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

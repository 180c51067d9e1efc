"""Cells merged over several rows hold for every one of them."""

from collections import defaultdict

from jinguo.roster.readers.columns import COLUMNS
from jinguo.roster.readers.sheet import Sheet


def fill_merged(sheet: Sheet, first: int, columns: dict[str, int]) -> dict[int, set[int]]:
    """Copy the value of each merged cell down; give the columns so filled, by row from 0.

    A name, a number or a telephone number belongs to one row, however high its cell is. Units
    are carried downwards anyway, unless a column of townships tells when they end.
    """
    keep = {at for field, at in columns.items() if not COLUMNS[field].copied_down}
    if "unit" in columns and "township" not in columns:
        keep.add(columns["unit"])
    filled: dict[int, set[int]] = defaultdict(set)
    rows = sheet.rows
    for top, left, bottom, _ in sheet.merged:
        if top < first or left in keep or bottom == top or top >= len(rows):
            continue
        value = rows[top][left] if left < len(rows[top]) else ""
        if value == "":
            continue
        for at in range(top + 1, min(bottom + 1, len(rows))):
            rows[at][left] = value
            filled[at].add(left)
    return filled

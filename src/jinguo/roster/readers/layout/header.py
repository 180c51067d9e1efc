"""Finding the row or the two rows of headings."""

from collections.abc import Mapping
from dataclasses import dataclass

from jinguo.roster.readers.layout.headings import (
    NONE,
    PARENT,
    Columns,
    match_headings,
    scores,
)
from jinguo.roster.readers.layout.title import day_of
from jinguo.roster.readers.sheet import Cell, Sheet, display

SEARCHED_ROWS = 40
_MOST_COLUMNS = 256


@dataclass(frozen=True, slots=True)
class Header:
    """Headings in rows ``first`` to ``last`` (from 0), and what their columns are."""

    first: int
    last: int
    columns: Columns


def find_header(sheet: Sheet, categories: Mapping[str, str] = NONE) -> Header | None:
    """The first row of headings of a list of people within the first rows of a sheet."""
    best: Header | None = None
    for at in range(min(SEARCHED_ROWS, len(sheet.rows))):
        header = header_at(sheet, at, categories)
        if header and header.columns.is_list:
            return header
        if header and header.columns.known >= 3:
            better = best is None or header.columns.known > best.columns.known
            best = header if better else best
    return best


def header_at(sheet: Sheet, at: int, categories: Mapping[str, str] = NONE) -> Header | None:
    """The headings that start in row ``at``, one or two rows high; None if there are none."""
    upper = _texts(sheet.rows[at])
    single = match_headings(upper, categories)
    if not single.fields or sum(map(bool, upper)) < 2:
        return None
    if not single.is_list and day_of([sheet.rows[at]]):
        return None  # 填报单位：…, 填报日期：… above the headings
    if at + 1 < len(sheet.rows):
        lower = _texts(sheet.rows[at + 1])
        double = match_headings(_joined(sheet, at, upper, lower), categories)
        if _is_second_row(single, double, lower):
            return Header(at, at + 1, double)
    return Header(at, at, single) if single.known >= 2 else None


def _is_second_row(single: Columns, double: Columns, lower: list[str]) -> bool:
    if len(double.ticks) < len(single.ticks):
        return False
    if double.known > single.known:
        return True
    own = [text for at, text in enumerate(lower) if text and at not in double.ticks]
    own_name = "name" in single.fields and not lower[single.fields["name"]]
    if len(double.ticks) > len(single.ticks):
        return own_name and all(map(scores, own))
    return bool(own) and own_name and double.known >= single.known and all(map(scores, own))


def _texts(row: list[Cell]) -> list[str]:
    return [display(cell) if isinstance(cell, str) else "" for cell in row[:_MOST_COLUMNS]]


def _joined(sheet: Sheet, at: int, upper: list[str], lower: list[str]) -> list[str]:
    """Each lower heading behind the one above it, which may be merged over several columns."""
    parents = list(upper)
    for top, left, bottom, right in sheet.merged:
        if top <= at <= bottom and top < len(sheet.rows):
            text = upper[left] if left < len(upper) else ""
            for column in range(left, min(right + 1, len(parents))):
                parents[column] = text
    return [
        f"{parent}{PARENT}{own}" if own and parent else own or parent
        for parent, own in zip(parents, lower, strict=False)
    ]

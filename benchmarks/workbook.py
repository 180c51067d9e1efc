"""The county's people as an Excel file in the layout of the real ones."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO

import xlsxwriter

from benchmarks.county import NAME, REPORTED_ON, Line
from benchmarks.wording import HEADINGS, UNIT

FIRST_ROW = 4
"""Number of the first row with a person, as Excel counts."""

_REPORTED = f"填报日期：{REPORTED_ON.year}年{REPORTED_ON.month}月{REPORTED_ON.day}日"


@dataclass(frozen=True, slots=True)
class Workbook:
    """A file, and the sheet and row (from 1) on which each line stands."""

    name: str
    content: bytes
    places: list[tuple[str, int]]

    def cell(self, line: int, column: int) -> tuple[str, str]:
        """Sheet and name of a cell of a line."""
        sheet, row = self.places[line]
        return sheet, f"{chr(65 + column)}{row}"


def workbook(lines: Sequence[Line], *, sheets: int = 1, merged: bool = False) -> Workbook:
    """A file of these lines.

    ``merged`` writes a unit's name once, in a cell merged over its rows, as townships do;
    otherwise it stands on every row. Sheets end where a unit ends, with a signature row.
    """
    buffer = BytesIO()
    places: list[tuple[str, int]] = []
    with xlsxwriter.Workbook(buffer, {"default_date_format": "yyyy.m.d"}) as book:
        for number, part in enumerate(_parts(lines, sheets), 1):
            title = f"执委{number}" if sheets > 1 else "妇联执委"
            sheet = book.add_worksheet(title)
            _head(sheet)
            _fill(sheet, part, merged)
            places += [(title, FIRST_ROW + at) for at in range(len(part))]
            sheet.write_row(FIRST_ROW + len(part), 0, ("填表人：", "", "", "", "审核人："))
    return Workbook(f"{NAME}.xlsx", buffer.getvalue(), places)


def _head(sheet: xlsxwriter.worksheet.Worksheet) -> None:
    sheet.merge_range(0, 0, 0, len(HEADINGS) - 1, f"{NAME}妇联执委花名册")
    sheet.write_string(1, 0, f"填报单位（盖章）：{NAME}妇联")
    sheet.write_string(1, 11, _REPORTED)
    sheet.write_row(2, 0, HEADINGS)


def _fill(sheet: xlsxwriter.worksheet.Worksheet, lines: Sequence[Line], merged: bool) -> None:
    for at, line in enumerate(lines, FIRST_ROW - 1):
        cells = [None if merged and i == UNIT else cell for i, cell in enumerate(line.cells)]
        sheet.write_row(at, 0, cells)
    if merged:
        for first, last, text in _spans(lines):
            top, bottom = FIRST_ROW - 1 + first, FIRST_ROW - 1 + last
            if top == bottom:
                sheet.write_string(top, UNIT, text)
            else:
                sheet.merge_range(top, UNIT, bottom, UNIT, text)


def _spans(lines: Sequence[Line]) -> Iterable[tuple[int, int, str]]:
    """First and last index of each run of lines with one unit text."""
    first = 0
    for at in range(1, len(lines) + 1):
        if at == len(lines) or lines[at].cells[UNIT] != lines[first].cells[UNIT]:
            yield first, at - 1, str(lines[first].cells[UNIT])
            first = at


def _parts(lines: Sequence[Line], count: int) -> Iterable[Sequence[Line]]:
    """The lines in ``count`` parts of about one size, cut between units."""
    start = 0
    for number in range(1, count + 1):
        end = len(lines) * number // count
        while 0 < end < len(lines) and lines[end].unit is lines[end - 1].unit:
            end += 1
        if end > start:
            yield lines[start:end]
        start = end

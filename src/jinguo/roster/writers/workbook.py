"""Sheets as an .xlsx that looks like the county's own form and can be printed as it is."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import xlsxwriter

from jinguo.roster.readers.cells.names import ERASED
from jinguo.roster.readers.columns import Column
from jinguo.roster.writers.cells import CategoryWords, written
from jinguo.roster.writers.layout import Section, SheetText, columns_of, sheet_names

_WIDTHS = {
    "number": 5, "unit": 13, "name": 9, "gender": 5, "ethnicity": 7, "birth_month": 9,
    "education": 9, "post": 13, "categories": 24, "occupation": 22, "phone": 13,
    "starts_on": 11, "remark": 14,
}  # fmt: skip
_USUAL_WIDTH = 10
_TITLE_HEIGHT = 30
_HEADINGS_AT = 2
_SIGNATURES = ("填表人：", "审核人：", "联系电话：")


def workbook(sheets: Sequence[SheetText], words: CategoryWords) -> bytes:
    """The .xlsx of these sheets."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_formulas": False}) as book:
        forms = _forms(book)
        names = sheet_names([sheet.name for sheet in sheets])
        for name, sheet in zip(names, sheets, strict=True):
            _Writer(book.add_worksheet(name), sheet, forms, words).write()
    return content.getvalue()


@dataclass(frozen=True, slots=True)
class _Forms:
    title: Any
    line: Any
    heading: Any
    cell: Any
    long: Any
    foot: Any


def _forms(book: xlsxwriter.Workbook) -> _Forms:
    grid = {"border": 1, "valign": "vcenter", "text_wrap": True, "font_size": 10}
    return _Forms(
        title=book.add_format({"bold": True, "font_size": 16, "align": "center"}),
        line=book.add_format({"font_size": 10}),
        heading=book.add_format({**grid, "bold": True, "align": "center", "bg_color": "#F2F2F2"}),
        cell=book.add_format({**grid, "align": "center", "num_format": "@"}),
        long=book.add_format({**grid, "align": "left", "num_format": "@"}),
        foot=book.add_format({"font_size": 9, "font_color": "#666666"}),
    )


class _Writer:
    """Writes one sheet from top to bottom."""

    def __init__(self, page: Any, text: SheetText, forms: _Forms, words: CategoryWords) -> None:
        self._page = page
        self._text = text
        self._forms = forms
        self._words = words
        self._columns = columns_of(text.sections)
        self._at = _HEADINGS_AT + 1

    def write(self) -> None:
        """Title, reporting line, headings, people by unit, signatures, foot."""
        self._head()
        number = 0
        for section in self._text.sections:
            self._section(section, number)
            number += len(section.seats)
        self._below()
        self._set_up()

    def _head(self) -> None:
        last = len(self._columns) - 1
        day = self._text.day
        self._page.merge_range(0, 0, 0, last, self._text.title, self._forms.title)
        self._page.write_string(1, 0, f"填报单位（盖章）：{self._text.reporting}", self._forms.line)
        reported = f"填报日期：{day.year}年{day.month}月{day.day}日"
        self._page.write_string(1, last - 3, reported, self._forms.line)
        for at, column in enumerate(self._columns):
            self._page.write_string(_HEADINGS_AT, at, column.written, self._forms.heading)

    def _section(self, section: Section, before: int) -> None:
        first = self._at
        for number, seat in enumerate(section.seats, before + 1):
            facts = {**seat.facts, "name": seat.name or ERASED}
            for at, column in enumerate(self._columns):
                if column.name == "number":
                    self._page.write_number(self._at, at, number, self._forms.cell)
                elif column.name != "unit":
                    self._cell(at, column, facts)
            self._at += 1
        unit_at = [one.name for one in self._columns].index("unit")
        if self._at - first > 1:
            cells = (first, unit_at, self._at - 1, unit_at)
            self._page.merge_range(*cells, section.unit, self._forms.cell)
        else:
            self._at = max(self._at, first + 1)  # nobody: a line to be filled in
            self._page.write_string(first, unit_at, section.unit, self._forms.cell)

    def _cell(self, at: int, column: Column, facts: dict[str, Any]) -> None:
        wide = column.name in ("categories", "occupation", "remark")
        text = written(column.name, facts.get(column.name), facts, self._words)
        form = self._forms.long if wide else self._forms.cell
        self._page.write_string(self._at, at, text, form)

    def _below(self) -> None:
        """The line of signatures, and what says who took the list."""
        step = max(1, len(self._columns) // len(_SIGNATURES))
        for at, words in enumerate(_SIGNATURES):
            self._page.write_string(self._at + 1, at * step, words, self._forms.line)
        for number, line in enumerate(self._text.foot, self._at + 3):
            self._page.write_string(number, 0, line, self._forms.foot)

    def _set_up(self) -> None:
        for at, column in enumerate(self._columns):
            self._page.set_column(at, at, _WIDTHS.get(column.name, _USUAL_WIDTH))
        self._page.set_row(0, _TITLE_HEIGHT)
        self._page.freeze_panes(_HEADINGS_AT + 1, 0)
        self._page.set_landscape()
        self._page.set_paper(9)
        self._page.fit_to_pages(1, 0)
        self._page.repeat_rows(_HEADINGS_AT)
        self._page.set_footer("&C第 &P 页，共 &N 页")

"""The weekly progress sheet as a workbook: the sheet, and the unit behind each count."""

import io
from datetime import date
from typing import Any

import xlsxwriter

from jinguo.campaigns.queries.status import UnitState
from jinguo.campaigns.writers.form import GATES, HEADS, Cell, Form

_UNIT_HEADS = ("单位", "代码", "批次", "期限", *GATES.values(), "完成日期", "逾期项", "退回项")
_HEADINGS_AT = 3


def weekly_excel(form: Form) -> bytes:
    """Two sheets that are printed as they are: 周进度表 and 各单位."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_formulas": False}) as book:
        forms = _forms(book)
        first = book.add_worksheet("周进度表")
        _head(first, form, HEADS, forms)
        below = _rows(first, form.rows, forms, strong=form.sums)
        _foot(first, below, form, forms)
        first.set_column(0, 0, 18)
        first.set_column(1, len(HEADS) - 1, 10.5)
        second = book.add_worksheet("各单位")
        _head(second, form, _UNIT_HEADS, forms)
        _rows(second, [_unit(one) for one in form.progress.status.units], forms, strong=0)
        second.set_column(0, 2, 18)
        second.set_column(3, len(_UNIT_HEADS) - 1, 12)
    return content.getvalue()


def _forms(book: Any) -> dict[str, Any]:
    grid = {"border": 1, "valign": "vcenter", "text_wrap": True, "font_size": 10.5}
    looks = {
        "title": {"bold": True, "font_size": 16, "align": "center", "valign": "vcenter"},
        "line": {"font_size": 10.5, "text_wrap": True, "valign": "top"},
        "heading": {**grid, "bold": True, "align": "center", "bg_color": "#F2F2F2"},
        "text": grid,
        "number": {**grid, "align": "right"},
        "rate": {**grid, "align": "right", "num_format": "0.0"},
        "day": {**grid, "align": "center", "num_format": "yyyy-mm-dd"},
    }
    strong = {
        f"strong {name}": {**looks[name], "bold": True} for name in ("text", "number", "rate")
    }
    return {name: book.add_format(look) for name, look in {**looks, **strong}.items()}


def _head(page: Any, form: Form, heads: tuple[str, ...], forms: dict[str, Any]) -> None:
    last = len(heads) - 1
    page.merge_range(0, 0, 0, last, f"{form.title}周进度表", forms["title"])
    page.merge_range(1, 0, 1, last, f"统计周期：{form.week}", forms["line"])
    page.merge_range(2, 0, 2, last, form.summary, forms["line"])
    page.set_row(0, 30)
    page.set_row(2, 46)
    for at, text in enumerate(heads):
        page.write_string(_HEADINGS_AT, at, text, forms["heading"])
    page.freeze_panes(_HEADINGS_AT + 1, 1)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(_HEADINGS_AT)
    page.set_footer("&C第 &P 页，共 &N 页")


def _rows(page: Any, rows: list[tuple[Cell, ...]], forms: dict[str, Any], *, strong: int) -> int:
    """Write them below the head; returns the row after them."""
    at = _HEADINGS_AT
    for at, row in enumerate(rows, _HEADINGS_AT + 1):
        mark = "strong " if at > _HEADINGS_AT + len(rows) - strong else ""
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                page.write_string(at, column, cell, forms[f"{mark}text"])
            elif cell is None:
                page.write_blank(at, column, None, forms[f"{mark}text"])
            elif isinstance(cell, date):
                page.write_datetime(at, column, cell, forms[f"{mark}day"])
            else:
                look = "rate" if isinstance(cell, float) else "number"
                page.write_number(at, column, cell, forms[mark + look])
    return at + 1


def _foot(page: Any, at: int, form: Form, forms: dict[str, Any]) -> None:
    for number, text in enumerate(form.notes, at):
        page.merge_range(number, 0, number, len(HEADS) - 1, text, forms["line"])
        page.set_row(number, 46 if len(text) > 120 else 16)


def _unit(one: UnitState) -> tuple[Cell, ...]:
    days = [one.gates[gate].day if gate in one.gates else None for gate in GATES]
    return (
        one.unit.name, one.unit.code, one.wave.name, one.wave.due_on, *days,
        one.done_on,
        "、".join(GATES[gate] for gate in one.overdue),
        "、".join(GATES[gate] for gate in one.returned),
    )  # fmt: skip

"""The follow-up list (台账) of a campaign as a workbook that is printed as it is."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import xlsxwriter
from django.utils.translation import override

from jinguo.campaigns.queries.supervision import Standing
from jinguo.federations.queries import Unit

HEADS = (
    "序号", "单位", "代码", "走访日期", "走访人员", "需整改的问题", "整改责任人", "整改期限",
    "状态", "是否逾期", "最近处理日期", "处理说明", "销号日期",
)  # fmt: skip
WIDTHS = (6, 20, 14, 12, 20, 36, 12, 12, 14, 9, 13, 30, 12)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What the sheet says: title, day, which findings, who took it and when, and the findings."""

    title: str
    day: date
    shown: str
    taker: str
    at: datetime
    lines: Sequence[Standing]
    units: dict[int, Unit]
    owners: dict[int, str]


def follow_up_excel(sheet: FollowUp) -> bytes:
    """One row a finding."""
    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(content, options) as book, override("zh-hans"):
        page = book.add_worksheet("督导台账")
        _head(book, page, sheet)
        grid = {"border": 1, "valign": "vcenter", "text_wrap": True, "font_size": 10.5}
        text = book.add_format(grid)
        day = book.add_format({**grid, "align": "center", "num_format": "yyyy-mm-dd"})
        for number, one in enumerate(sheet.lines, start=1):
            for column, value in enumerate(_cells(number, one, sheet)):
                if isinstance(value, date):
                    page.write_datetime(number + 2, column, value, day)
                else:
                    page.write(number + 2, column, value, text)
        for column, width in enumerate(WIDTHS):
            page.set_column(column, column, width)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.repeat_rows(2)
        page.freeze_panes(3, 0)
    return content.getvalue()


def _head(book: Any, page: Any, sheet: FollowUp) -> None:
    title = book.add_format({"bold": True, "font_size": 16, "align": "center"})
    heading = book.add_format(
        {"bold": True, "border": 1, "align": "center", "valign": "vcenter", "bg_color": "#F2F2F2"}
    )
    page.merge_range(0, 0, 0, len(HEADS) - 1, f"{sheet.title}督导台账", title)
    told = (
        f"截至 {sheet.day.isoformat()}；范围：{sheet.shown}；共 {len(sheet.lines)} 项；"
        f"{sheet.taker} {sheet.at:%Y-%m-%d %H:%M} 导出"
    )
    page.write_string(1, 0, told)
    page.set_row(0, 28)
    for column, text in enumerate(HEADS):
        page.write_string(2, column, text, heading)


def _cells(number: int, one: Standing, sheet: FollowUp) -> tuple[Any, ...]:
    finding, unit = one.finding, sheet.units[one.finding.federation_id]
    return (
        number, unit.name, unit.code, finding.visit.visited_on, finding.visit.visitors,
        finding.matter, sheet.owners.get(finding.pk, ""), finding.due_on,
        str(one.state.label), "是" if one.late else "",
        one.last.said_on if one.last else "", one.word,
        one.closed_on or "",
    )  # fmt: skip

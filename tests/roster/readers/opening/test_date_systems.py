"""Workbooks of old Macs count their days from 1904."""

from datetime import date, datetime
from typing import Any

import openpyxl
import pytest
import xlwt
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.roster.readers.workbooks import read_bytes, saved

HEAD: list[Any] = ["姓名", "妇联职务", "出生年月", "任职时间"]
BARE: list[Any] = ["李梅", "主席", 27810, 41790]
DATED: list[Any] = ["王芳", "执委", datetime(1980, 2, 21), datetime(2018, 6, 1)]  # noqa: DTZ001
READ = [(date(1980, 2, 1), date(2018, 6, 1))] * 2


def _xlsx() -> bytes:
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    for row in (HEAD, BARE, DATED):
        book.worksheets[0].append(row)
    return saved(book)


def _xls() -> bytes:
    book = xlwt.Workbook()
    book.dates_1904 = True
    table = book.add_sheet("名册")
    style = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    for at, row in enumerate((HEAD, BARE, DATED)):
        for column, value in enumerate(row):
            dated = isinstance(value, datetime)
            table.write(at, column, value, *([style] if dated else []))
    return saved(book)


@pytest.mark.parametrize("content", [_xlsx(), _xls()], ids=["xlsx", "xls"])
def test_bare_numbers_are_days_from_1904_as_formatted_ones_are(content: bytes) -> None:
    file = read_bytes(content)
    assert file.problems == []
    assert [(row.birth_month, row.starts_on) for row in file.sheets[0].rows] == READ

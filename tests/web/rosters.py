"""Small rosters for the import pages."""

from io import BytesIO

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

HEADINGS = (
    "序号",
    "单位",
    "姓名",
    "性别",
    "出生年月",
    "妇联职务",
    "执委类别",
    "联系电话",
    "任职时间",
)
Rows = list[tuple[str, ...]]

NEW_COMMITTEE: Rows = [
    ("石下村妇联", "郑新梅", "女", "1980.01", "主席", "①②", "19905007001", "2018-03-01"),
    ("", "林新兰", "女", "1981.02", "副主席", "③④", "19905007002", "2018-03-01"),
    ("", "黄新竹", "女", "1982.03", "执委", "⑤", "19905007003", "2018-03-01"),
]


def workbook(
    rows: Rows, name: str = "石下村.xlsx", reported: str = "2018年3月8日"
) -> SimpleUploadedFile:
    """A roster with a title, a reporting date, headings and these rows."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "执委名册"
    sheet.append(["石下村妇联执委花名册"])
    sheet.append(["填报日期：" + reported] if reported else [""])
    sheet.append(HEADINGS)
    for number, row in enumerate(rows, 1):
        sheet.append([str(number), *row])
    content = BytesIO()
    book.save(content)
    return SimpleUploadedFile(name, content.getvalue())


def with_cell(rows: Rows, row: int, column: int, text: str) -> Rows:
    """The rows with one cell replaced; both numbers from 0, the leading number not counted."""
    changed = [list(one) for one in rows]
    changed[row][column] = text
    return [tuple(one) for one in changed]


def drop(client: Client, *files: SimpleUploadedFile, as_of: str = "") -> str:
    """Drop files on the import page; returns the draft's address."""
    response = client.post("/import/", {"workbooks": list(files), "as_of": as_of})
    assert response.status_code == 302, response.content.decode()
    return response.headers["Location"]

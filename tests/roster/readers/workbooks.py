"""Small workbooks for tests, each with the one peculiarity under test."""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import xlwt

import jinguo
from jinguo.roster.readers import RosterFile, Vocabulary, read_roster

REAL_FILES = Path(jinguo.__file__).parent / "cli" / "demo_data" / "rosters" / "qingliu-2017"

CATEGORIES = {
    "调解女能手": "mediator",
    "文艺女骨干": "artist",
    "创业女能手": "entrepreneur",
    "热心公益服务爱心女性": "volunteer",
    "家庭教育女能手": "family_educator",
    "企业女代表": "enterprise",
    "号召力强女性": "influencer",
    "先进女典型": "role_model",
    "助力精准扶贫女代表": "poverty_relief",
    "专业市场女代表": "market",
    "合作社女代表": "cooperative",
}
MARKERS = dict(zip("①②③④⑤", list(CATEGORIES.values())[:5], strict=True))
VOCABULARY = Vocabulary(CATEGORIES, MARKERS)

COLUMNS = {
    "number": "序号",
    "unit": "单位",
    "name": "姓名",
    "gender": "性别",
    "ethnicity": "民族",
    "birth_month": "出生年月",
    "political_status": "政治面貌",
    "education": "文化程度",
    "post": "妇联职务",
    "categories": "执委类别",
    "occupation": "工作单位及职务",
    "phone": "联系电话",
    "starts_on": "任职时间",
    "remark": "备注",
}
FIELDS, HEADINGS = list(COLUMNS), list(COLUMNS.values())
USUAL: dict[str, Any] = {
    "unit": "石下村妇联",
    "name": "李梅",
    "gender": "女",
    "ethnicity": "汉族",
    "birth_month": "1981.02",
    "political_status": "群众",
    "education": "高中",
    "post": "执委",
    "categories": "①",
    "occupation": "村民",
    "phone": "19900000001",
    "starts_on": "2017.5.24",
}
TOP = (
    ["清流县石下村妇联执委花名册"],
    ["填报单位（盖章）：石下村妇联", *[""] * 10, "填报日期：2017年7月25日"],
)

Rows = Sequence[Sequence[Any]]


def person(**given: Any) -> list[Any]:
    """The cells of one row under the usual headings."""
    assert given.keys() <= COLUMNS.keys()
    values = {**USUAL, **given}
    return [values.get(field, "") for field in FIELDS]


def xlsx(rows: Rows, *, sheet: str = "执委", merged: Sequence[str] = ()) -> bytes:
    """A workbook with one sheet."""
    return xlsx_of({sheet: rows}, merged=merged)


def xlsx_of(sheets: dict[str, Rows], *, merged: Sequence[str] = ()) -> bytes:
    """A workbook with several sheets; ``merged`` holds for the first."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        table = book.create_sheet(name)
        for at, row in enumerate(rows, 1):
            for column, value in enumerate(row, 1):
                if value != "":
                    table.cell(at, column, value)
    for span in merged:
        book.worksheets[0].merge_cells(span)
    return saved(book)


def saved(book: Any) -> bytes:
    """The bytes of a workbook."""
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def xls(rows: Rows, *, hidden: Sequence[int] = ()) -> bytes:
    """An Excel 97 workbook; ``hidden`` are row numbers from 1."""
    book = xlwt.Workbook()
    table = book.add_sheet("执委")
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            table.write(at, column, value)
    for number in hidden:
        table.row(number - 1).hidden = True
    return saved(book)


def csv_text(rows: Rows, delimiter: str = ",") -> str:
    """The rows as delimited text."""
    return "".join(delimiter.join(str(cell) for cell in row) + "\r\n" for row in rows)


def roster(*people: Sequence[Any], top: Rows = TOP) -> list[Sequence[Any]]:
    """Title, headings and people."""
    return [*top, HEADINGS, *people]


def read(rows: Rows, **how: Any) -> RosterFile:
    """The rows read as a workbook."""
    return read_bytes(xlsx(rows, **how))


def read_person(**given: Any) -> RosterFile:
    """A roster with one person, in row 4."""
    return read(roster(person(**given)))


def read_bytes(content: bytes, name: str = "石下村.xlsx") -> RosterFile:
    """The bytes read with the usual vocabulary."""
    return read_roster(name, content, VOCABULARY)


def codes(file: RosterFile) -> list[str]:
    """The codes of all problems."""
    return [problem.fault.code for problem in file.problems]


def found(file: RosterFile) -> list[tuple[str, str, str]]:
    """Code, cell and severity of all problems."""
    return [(one.fault.code, one.cell, one.severity.value) for one in file.problems]


def replaced(content: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """A zip with some bytes of one part replaced."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w", 8) as packed:
        for name in source.namelist():
            data = source.read(name)
            packed.writestr(name, data.replace(old, new) if name == part else data)
    return target.getvalue()

"""Rosters as townships hand them in, made in memory."""

import io
from collections.abc import Mapping, Sequence
from typing import Any

import openpyxl

COLUMNS = [
    "序号", "单位", "姓名", "性别", "民族", "出生年月", "政治面貌", "文化程度", "妇联职务",
    "执委类别", "工作单位及职务", "联系电话", "任职时间", "备注",
]  # fmt: skip
_KEYS = {
    "unit": "单位", "name": "姓名", "gender": "性别", "ethnicity": "民族", "birth": "出生年月",
    "party": "政治面貌", "education": "文化程度", "post": "妇联职务", "categories": "执委类别",
    "occupation": "工作单位及职务", "phone": "联系电话", "since": "任职时间", "remark": "备注",
    "sector": "界别", "origin": "产生方式", "skills": "特长", "number": "系统编号",
}  # fmt: skip
FIVE = "①②③④⑤"
"""The five required categories, for one woman who carries them all."""

Rows = list[list[Any]]
Woman = dict[str, Any]
HEADER_ROW = 3


def woman(name: str, post: str = "执委", **cells: Any) -> Woman:
    """One row; whatever is not given is blank."""
    return {"name": name, "post": post, **cells}


def committee(unit: str, *names: str, **cells: Any) -> list[Woman]:
    """A chair who carries all categories, a vice-chair and executives, told apart by birth."""
    posts = ["主席", "副主席", *["执委"] * len(names)]
    return [
        woman(
            name,
            post,
            **{
                "unit": unit,
                "birth": f"19{60 + at}.0{1 + at % 9}",
                "categories": FIVE if at == 0 else "",
                **cells,
            },
        )
        for at, (name, post) in enumerate(zip(names, posts, strict=False))
    ]


def sheet(
    *people: Woman,
    title: str = "妇联执委花名册",
    day: str = "2019年3月1日",
    columns: Sequence[str] = COLUMNS,
) -> Rows:
    """Title, reporting line, headings (row 3) and people (from row 4)."""
    line = [f"填报单位（盖章）：{title}"[:20], "", "", f"填报日期：{day}" if day else ""]
    rows: Rows = [[title], line, list(columns)]
    for number, one in enumerate(people, 1):
        cells = {"序号": number, **{_KEYS[key]: value for key, value in one.items()}}
        rows.append([cells.get(column, "") for column in columns])
    return rows


def cell(column: str, person: int, columns: Sequence[str] = COLUMNS) -> str:
    """The cell of a person, counted from 1, in a sheet as ``sheet`` makes it."""
    return f"{'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[columns.index(_KEYS[column])]}{HEADER_ROW + person}"


def book(rows: Rows, name: str = "执委") -> bytes:
    """A workbook with one sheet."""
    return book_of({name: rows})


def book_of(sheets: Mapping[str, Rows]) -> bytes:
    """A workbook with several sheets."""
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        table = made.create_sheet(name)
        for row in rows:
            table.append([value if value != "" else None for value in row])
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def as_csv(rows: Rows, encoding: str = "utf-8") -> bytes:
    """The rows as CSV."""
    text = "".join(",".join(str(value) for value in row) + "\r\n" for row in rows)
    return text.encode(encoding)

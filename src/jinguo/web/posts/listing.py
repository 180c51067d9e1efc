"""A form's words as a list with headings, and what was wrong with it back at its fields."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Mapping

from jinguo.kernel.text import fold
from jinguo.roster.enums import Kind, Post
from jinguo.roster.errors import Problem
from jinguo.roster.readers.cells.posts import POST_WORDS
from jinguo.roster.readers.sheet import cell_name

HEADINGS = {
    "name": "姓名",
    "post": "妇联职务",
    "kind": "专兼职",
    "categories": "执委类别",
    "birth_month": "出生年月",
    "phone": "联系电话",
    "gender": "性别",
    "ethnicity": "民族",
    "political_status": "政治面貌",
    "education": "文化程度",
    "occupation": "工作单位及职务",
    "sector": "界别",
    "origin": "产生方式",
    "remark": "备注",
}
"""Field → the heading of its column, as rosters have it."""

KIND_WORDS = {Kind.FULL_TIME: "专职", Kind.PART_TIME: "兼职", Kind.SECONDED: "挂职"}
WITHOUT_HEADINGS = ("name", "categories", "birth_month", "phone")
"""What columns without headings are taken for, in this order."""


def one_row(words: Mapping[str, str]) -> bytes:
    """A list with one person; ``words`` by field, post and kind as the system writes them."""
    row = {field: words.get(field, "") for field in HEADINGS}
    row["post"] = POST_WORDS[Post(row["post"])]
    row["kind"] = KIND_WORDS.get(Kind(row["kind"]), "")
    return _csv([list(HEADINGS.values()), list(row.values())])


def pasted(text: str) -> bytes:
    """Lines pasted from Excel or typed, one person each, with headings or without.

    Who has no post in them is an executive member.
    """
    lines = [_cells(line) for line in text.splitlines() if line.strip()]
    if not lines:
        return _csv([[HEADINGS["name"], HEADINGS["post"]]])
    if not any("姓名" in fold(cell) for cell in lines[0]):
        lines.insert(0, [HEADINGS[field] for field in WITHOUT_HEADINGS][: max(map(len, lines))])
    if not any("职务" in cell and "单位" not in cell for cell in lines[0]):
        lines = [[*line, ""][: len(lines[0])] for line in lines]
        width = len(lines[0])
        lines = [[*line, *[""] * (width - len(line))] for line in lines]
        lines = [[*line, HEADINGS["post"] if at == 0 else "执委"] for at, line in enumerate(lines)]
    return _csv(lines)


def _cells(line: str) -> list[str]:
    for between in ("\t", ",", "，"):
        if between in line:
            return [cell.strip() for cell in line.split(between)]
    return line.split() if "姓名" in line else [line.strip()]


def _csv(lines: Iterable[list[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(lines)
    return text.getvalue().encode()


def by_field(problems: Iterable[Problem]) -> dict[str, list[str]]:
    """What is wrong with the only row, by the field of the form; "" for all else."""
    columns = {cell_name(2, at): field for at, field in enumerate(HEADINGS)}
    found: dict[str, list[str]] = defaultdict(list)
    for problem in problems:
        found[columns.get(problem.cell, "")].append(problem.message)
    return dict(found)

"""Whatever is handed in, the reader answers with problems and never with an exception."""

import io
import zipfile

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jinguo.roster.readers import RosterFile
from jinguo.roster.readers.cells.categories import Vocabulary
from jinguo.roster.readers.fields import Fields
from jinguo.roster.readers.reading import _take_sheet
from jinguo.roster.readers.sheet import Cell, Sheet, cell_name, column_number
from tests.roster.readers.opening.files import GOOD, GOOD_XLS
from tests.roster.readers.workbooks import (
    HEADINGS,
    VOCABULARY,
    csv_text,
    person,
    read_bytes,
    roster,
)

WORDS = st.sampled_from(
    [
        *HEADINGS,
        *map(str, person()),
        *("合计", "共3人", "填表人：", "石下村妇联", "石下村妇联执委花名册", "填报单位：井后村"),
        *("副主席（兼职）", "李　梅", "#REF!", "=A1", "1985.13", "2017.2.30", "19900000001/2"),
        *("①③", "无", "基本情况", "联系方式", "身份证号", "第1页", "备注：", "井后村"),
    ]
)
CELLS = st.one_of(
    st.just(""), WORDS, st.text(max_size=8), st.floats(), st.dates(), st.datetimes(), st.times(),
    st.booleans(), st.timedeltas(),
)  # fmt: skip
MERGES = st.tuples(*[st.integers(0, 12)] * 4).map(
    lambda m: (min(m[0], m[2]), min(m[1], m[3]), max(m[0], m[2]), max(m[1], m[3]))
)
GRIDS = st.integers(1, 16).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=12)
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(GRIDS, st.lists(MERGES, max_size=4), st.booleans())
def test_any_grid_gives_people_or_problems(
    rows: list[list[Cell]], merged: list[tuple[int, int, int, int]], below_headings: bool
) -> None:
    if below_headings:
        rows = [list(HEADINGS), *([*row, *[""] * 14][:14] for row in rows)]
    filled = sum(any(cell != "" for cell in row) for row in rows)
    file = RosterFile("x.xlsx", "")
    _take_sheet(file, Sheet("执委", 0, rows, merged=merged), Fields(VOCABULARY), [])
    for problem in file.problems:
        assert problem.message
    people = sum(len(sheet.rows) for sheet in file.sheets)
    assert people <= filled


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=3000))
def test_any_bytes_give_problems(content: bytes) -> None:
    assert read_bytes(content).problems


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([GOOD, GOOD_XLS]), st.data())
def test_a_damaged_workbook_is_read_or_refused(whole: bytes, data: st.DataObject) -> None:
    content = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 20))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    read_bytes(bytes(content))


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(["xl/worksheets/sheet1.xml", "xl/workbook.xml", "[Content_Types].xml"]),
    st.data(),
)
def test_a_workbook_with_damaged_parts_is_read_or_refused(part: str, data: st.DataObject) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as source, zipfile.ZipFile(target, "w") as packed:
        for name in source.namelist():
            text = bytearray(source.read(name))
            if name == part:
                for _ in range(data.draw(st.integers(1, 8))):
                    text[data.draw(st.integers(0, len(text) - 1))] = data.draw(st.integers(0, 255))
            packed.writestr(name, bytes(text))
    read_bytes(target.getvalue())


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(st.text(max_size=10), min_size=3, max_size=3), max_size=10))
def test_any_text_file_gives_problems(rows: list[list[str]]) -> None:
    read_bytes(csv_text([["姓名", "妇联职务", "备注"], *rows]).encode("utf-8", "replace"), "x.csv")


@given(st.integers(1, 10**6), st.integers(0, 16383))
def test_cell_names_go_both_ways(row: int, column: int) -> None:
    name = cell_name(row, column)
    letters = name.rstrip("0123456789")
    assert (column_number(letters), name[len(letters) :]) == (column, str(row))


def test_the_usual_roster_is_sound() -> None:
    assert Vocabulary().names == {}
    assert read_bytes(csv_text(roster(person())).encode(), "x.csv").problems == []

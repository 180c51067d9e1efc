"""The 14 workbooks the county's townships handed in, as they are."""

from collections import Counter
from pathlib import Path

import pytest

from jinguo.roster.enums import Kind, Post
from jinguo.roster.readers import RosterFile
from tests.roster.readers.workbooks import REAL_FILES, read_bytes

AFTER = sorted((REAL_FILES / "after").glob("*.xlsx"))


def _read(path: Path) -> RosterFile:
    return read_bytes(path.read_bytes(), path.name)


def test_all_workbooks_are_there() -> None:
    assert len(AFTER) == 13


@pytest.mark.parametrize("path", [*AFTER, REAL_FILES / "before.xlsx"], ids=lambda path: path.stem)
def test_nothing_in_a_real_workbook_is_wrong(path: Path) -> None:
    file = _read(path)
    assert {problem.fault.code for problem in file.problems} == {"signature_row"}
    assert len(file.problems) == len(file.sheets)
    for sheet in file.sheets:
        assert sheet.reported_on is not None
        assert all(
            row.unit and row.birth_month and row.starts_on and row.phone for row in sheet.rows
        )


def test_the_rows_add_up_to_the_report() -> None:
    townships, villages = [], []
    for path in AFTER:
        first, second = _read(path).sheets
        townships += [(path.stem, row) for row in first.rows]
        villages += [(path.stem, row) for row in second.rows]
    assert len(townships) == 313
    assert len(villages) == 1601
    assert len({(town, row.unit) for town, row in villages}) == 119
    posts = Counter((row.post, row.kind) for _, row in townships)
    assert sum(n for (post, _), n in posts.items() if post == Post.CHAIR) == 13
    assert sum(n for (post, _), n in posts.items() if post == Post.VICE_CHAIR) == 33
    assert posts[Post.VICE_CHAIR, Kind.PART_TIME] == 20


def test_every_category_is_understood() -> None:
    rows = [row for path in AFTER for sheet in _read(path).sheets for row in sheet.rows]
    slugs = {slug for row in rows for slug in row.categories}
    assert len(slugs) == 11
    assert not any(slug.startswith("?") for slug in slugs)

import pytest

from jinguo.roster.errors.files import UnreadableFile
from jinguo.roster.readers.opening import limits
from jinguo.roster.readers.opening.delimited import read_delimited


def _rows(text: str) -> list[list[object]]:
    return [list(row) for row in read_delimited("名单.csv", text.encode()).rows]


def test_rows_are_brought_to_one_width() -> None:
    assert _rows("a,b,c\nd\n") == [["a", "b", "c"], ["d", "", ""]]


def test_quoted_cells_may_hold_lines_and_delimiters() -> None:
    assert _rows('a,"b\nc,d"\n') == [["a", "b\nc,d"]]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|", "，"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    rows = [["姓名", "职务"], ["李梅", "主席"]]
    assert _rows("".join(delimiter.join(row) + "\n" for row in rows)) == rows


def test_a_comma_in_the_title_does_not_mislead() -> None:
    assert _rows("花名册，石下村\n姓名\t职务\n李梅\t主席\n")[1] == ["姓名", "职务"]


def test_a_field_without_end_is_no_table() -> None:
    with pytest.raises(UnreadableFile):
        read_delimited("x.csv", b'"' + b"x" * 200_000)


def test_too_many_columns_are_refused() -> None:
    with pytest.raises(UnreadableFile):
        read_delimited("x.csv", b"," * (limits.COLUMNS + 1))

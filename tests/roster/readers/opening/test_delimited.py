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


OPEN = (
    '姓名,妇联职务,联系电话,备注\n李梅,主席,19900000001,"他说""好"""\n王芳,执委,,"未闭合\n'
    "赵兰,执委,19900000003,\n孙英,执委,,{}\n"
)


@pytest.mark.parametrize("end", ["", '"补"选', '"', '"补选"'])
def test_a_quotation_mark_left_open_swallows_no_rows(end: str) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        _rows(OPEN.format(end))
    assert (refusal.value.code, refusal.value.data) == ("file_quote_open", {"line": 3})
    assert "3" in refusal.value.as_problem("x.csv").message


def test_a_quotation_mark_left_open_high_up_in_a_long_list_is_found() -> None:
    with pytest.raises(UnreadableFile) as refusal:
        _rows('姓名,职务\n"李梅,主席\n' + "王芳,执委\n" * 50_000)
    assert (refusal.value.code, refusal.value.data) == ("file_quote_open", {"line": 2})


def test_a_remark_of_several_lines_is_one_cell() -> None:
    text = '姓名,妇联职务,联系电话,备注\n李梅,主席,1990,"一届, 两届\n2018年, 换届"\n王芳,执委,,\n'
    assert [row[0] for row in _rows(text)] == ["姓名", "李梅", "王芳"]


def test_marks_within_one_line_are_read_as_they_stand() -> None:
    assert _rows('"李梅" ,主席\n王芳,"执委')[1] == ["王芳", "执委"]

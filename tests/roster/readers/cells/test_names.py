import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinguo.roster.readers.cells.memo import Findings
from jinguo.roster.readers.cells.names import read_name
from jinguo.roster.readers.sheet import Cell
from tests.roster.readers.cells.reading import faults_of, value_of


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("李梅", "李梅"),
        ("李　梅", "李梅"),
        (" 李 梅 ", "李梅"),
        ("'李梅", "李梅"),
        ("李\u200b梅", "李梅"),
        ("欧阳 丽娜", "欧阳丽娜"),
        ("阿依古丽·买买提", "阿依古丽·买买提"),
        ("阿依古丽•买买提", "阿依古丽·买买提"),
        ("阿依古丽·买买提·吾买尔江", "阿依古丽·买买提·吾买尔江"),
        ("麦麦提图尔荪·阿卜杜热合曼", "麦麦提图尔荪·阿卜杜热合曼"),
        ("㛃梅", "㛃梅"),
        ("Anna Lee", "AnnaLee"),
    ],
)
def test_names_are_read_without_padding(cell: str, name: str) -> None:
    assert value_of(read_name, cell) == name


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("李梅、王芳", "name_several"),
        ("李梅 王芳", "name_several"),
        ("李梅\n王芳", "name_several"),
        ("李梅3", "name_unreadable"),
        (12.0, "name_unreadable"),
        ("？？", "name_unreadable"),
        ("这是一段写错了位置的说明文字呀", "name_too_long"),
    ],
)
def test_what_is_no_name_is_refused(cell: Cell, code: str) -> None:
    assert faults_of(read_name, cell) == ("", [code])


def test_a_note_in_brackets_is_set_aside_and_warned_about() -> None:
    assert faults_of(read_name, "李梅（女）") == ("李梅", ["name_note"])


def test_one_character_is_a_doubtful_name() -> None:
    assert faults_of(read_name, "梅") == ("梅", ["name_short"])


@given(st.one_of(st.text(), st.floats(), st.dates(), st.booleans()))
def test_no_cell_makes_the_reader_fail(cell: Cell) -> None:
    read_name(cell, Findings())

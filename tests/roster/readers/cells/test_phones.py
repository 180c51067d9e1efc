import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinguo.roster.readers.cells.memo import Findings
from jinguo.roster.readers.cells.phones import read_phone
from jinguo.roster.readers.sheet import Cell
from tests.roster.readers.cells.reading import faults_of, value_of


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("19905001582", "19905001582"),
        (19905001582.0, "19905001582"),
        ("１９９０５００１５８２", "19905001582"),
        ("199 0500 1582", "19905001582"),
        ("199-0500-1582", "19905001582"),
        ("+86 19905001582", "19905001582"),
        ("8619905001582", "19905001582"),
        ("008619905001582", "19905001582"),
        ("'19905001582", "19905001582"),
        ('="19905001582"', "19905001582"),
        ("0598-5322222", "0598-5322222"),
        ("05985322222", "0598-5322222"),
        ("（0598）5322222", "0598-5322222"),
        ("0598－5322222", "0598-5322222"),
        ("5322222", "5322222"),
        ("电话：19905001582", "19905001582"),
        ("无", ""),
        ("", ""),
    ],
)
def test_numbers_are_brought_to_one_form(cell: Cell, number: str) -> None:
    assert value_of(read_phone, cell) == number


@pytest.mark.parametrize(
    ("cell", "number", "code"),
    [
        ("19905001582/19905001583", "19905001582", "phone_several"),
        ("19905001582 19905001583", "19905001582", "phone_several"),
        ("19905001582\n0598-5322222", "19905001582", "phone_several"),
        ("663123、19905001582", "19905001582", "phone_several"),
        ("1990500158219905001583", "19905001582", "phone_several"),
        ("138****0000", "", "phone_masked"),
        ("138xxxx0000", "", "phone_masked"),
        ("1.9905E+10", "", "phone_lost_digits"),
        ("见名册", "", "phone_unreadable"),
        ("1990500158", "1990500158", "phone_length"),
        (199050015823.0, "199050015823", "phone_length"),
    ],
)
def test_doubtful_numbers_are_warned_about(cell: Cell, number: str, code: str) -> None:
    assert faults_of(read_phone, cell) == (number, [code])


@given(st.one_of(st.text(), st.floats(), st.dates(), st.booleans()))
def test_no_cell_makes_the_reader_fail(cell: Cell) -> None:
    read_phone(cell, Findings())


@pytest.mark.parametrize("cell", ["138  0000  0001", "138 0000 0001", "138\u30000000\u30000001"])
def test_spaces_inside_a_number_do_not_end_it(cell: str) -> None:
    assert value_of(read_phone, cell) == "13800000001"


@pytest.mark.parametrize("cell", ["13800000001（短号61234）", "13800000001 短号：61234"])
def test_a_short_number_behind_the_long_one_is_no_part_of_it(cell: str) -> None:
    assert faults_of(read_phone, cell) == ("13800000001", ["phone_several"])


def test_letters_among_the_digits_are_not_left_out() -> None:
    found = Findings()
    assert read_phone("1380000OOO1", found) == ""
    assert [(one.fault.code, one.options) for one in found] == [
        ("phone_unreadable", ("13800000001",))
    ]

import pytest

from jinguo.roster.readers.cells.text import (
    read_education,
    read_ethnicity,
    read_gender,
    read_political,
    read_unit,
    read_words,
)
from tests.roster.readers.cells.reading import faults_of, value_of


def test_genders_are_read_and_a_man_is_no_fault() -> None:
    assert value_of(read_gender, "女") == "女"
    assert value_of(read_gender, "男") == "男"
    assert value_of(read_gender, "") == ""
    assert faults_of(read_gender, "？") == ("", ["gender_unknown"])


@pytest.mark.parametrize(
    ("cell", "value"), [("汉", "汉族"), ("畲　族", "畲族"), ("", ""), ("无", "")]
)
def test_ethnicities(cell: str, value: str) -> None:
    assert value_of(read_ethnicity, cell) == value


def test_party_and_schooling_are_brought_to_the_usual_words() -> None:
    assert value_of(read_political, "党员") == "中共党员"
    assert value_of(read_political, "团员") == "共青团员"
    assert value_of(read_political, "民盟盟员") == "民盟盟员"
    assert value_of(read_education, "大学本科") == "本科"
    assert value_of(read_education, "小学") == "小学"


def test_words_keep_their_spaces_but_not_their_padding() -> None:
    assert value_of(read_words, "　清流县　农业局 ") == "清流县 农业局"
    assert value_of(read_words, "/") == ""


def test_an_identity_number_among_words_is_not_read() -> None:
    value, codes = faults_of(read_words, "身份证 350423198102150020")
    assert "350423" not in value
    assert codes == ["id_number_removed"]


def test_units_are_folded() -> None:
    assert value_of(read_unit, "石下村　妇联\n") == "石下村妇联"

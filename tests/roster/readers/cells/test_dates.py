import datetime
from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jinguo.roster.readers.cells.calendar import two_readings
from jinguo.roster.readers.cells.dates import read_birth, read_start
from jinguo.roster.readers.cells.memo import Findings, Reader
from jinguo.roster.readers.sheet import Cell
from tests.roster.readers.cells.reading import faults_of, value_of

FULL_STYLES = (
    "{y}.{m}.{d}",
    "{y}.{m:02}.{d:02}",
    "{y}-{m:02}-{d:02}",
    "{y}/{m}/{d}",
    "{y}年{m}月{d}日",
    "{y} 年 {m} 月 {d} 号",
    "{y}{m:02}{d:02}",
    "'{y}.{m}.{d}",
    "{y}-{m}-{d} 00:00:00",
    "{y}．{m}．{d}",
    "{y}年{m}月{d}日当选",
    "{y}—{m}—{d}",
)
MONTH_STYLES = (
    "{y}.{m:02}",
    "{y}.{m}",
    "{y}-{m}",
    "{y}/{m:02}",
    "{y}年{m}月",
    "{y}年{m:02}月",
    "{y}{m:02}",
    "{y}，{m}",
    "{y}.{m:02}（36岁）",
    "\u200b{y}.{m}",
)


def full_width(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


@given(st.dates(date(1949, 5, 1), date(2099, 12, 31)), st.sampled_from(FULL_STYLES), st.booleans())
def test_a_date_of_appointment_is_read_in_every_style(day: date, style: str, wide: bool) -> None:
    text = style.format(y=day.year, m=day.month, d=day.day)
    assert value_of(read_start, full_width(text) if wide else text) == day


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    st.sampled_from(FULL_STYLES + MONTH_STYLES),
    st.booleans(),
)
def test_a_birth_month_is_read_in_every_style(day: date, style: str, wide: bool) -> None:
    text = style.format(y=day.year, m=day.month, d=day.day)
    assert value_of(read_birth, full_width(text) if wide else text) == day.replace(day=1)


@given(st.dates(date(1949, 5, 1), date(2099, 12, 31)))
def test_dates_and_excels_serial_numbers_are_read(day: date) -> None:
    serial = float((day - date(1899, 12, 30)).days)
    assume(not two_readings(serial))
    moment = datetime.datetime(day.year, day.month, day.day, 9, 30)  # noqa: DTZ001
    for cell in (day, moment, serial, str(int(serial))):
        assert value_of(read_start, cell) == day
        assert value_of(read_birth, cell) == day.replace(day=1)


@given(st.one_of(st.text(), st.floats(), st.times(), st.timedeltas(), st.booleans()))
def test_no_cell_makes_a_date_reader_fail(cell: Cell) -> None:
    read_birth(cell, Findings())
    read_start(cell, Findings())


@pytest.mark.parametrize("cell", ["", " ", "无", "/", "　"])
def test_no_date_is_no_fault(cell: str) -> None:
    assert value_of(read_birth, cell) is None
    assert value_of(read_start, cell) is None


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("1985.13", "birth_impossible"),
        (1985.13, "birth_impossible"),
        ("198500", "birth_incomplete"),
        ("1985", "birth_incomplete"),
        (1985.0, "birth_incomplete"),
        ("2031", "birth_incomplete"),
        ("1880.2", "birth_out_of_range"),
        (datetime.date(1899, 12, 31), "birth_out_of_range"),
        ("属猪", "birth_unreadable"),
        ("1985.1O", "birth_unreadable"),
        ("1985年1O月", "birth_unreadable"),
        ("1985.1l", "birth_unreadable"),
        ("1985.1?", "birth_unreadable"),
        ("19853", "birth_ambiguous"),
        (19853.0, "birth_ambiguous"),
        ("5月", "birth_unreadable"),
        (True, "birth_unreadable"),
        (datetime.time(3, 4), "birth_unreadable"),
    ],
)
def test_an_impossible_birth_month_is_refused(cell: Cell, code: str) -> None:
    assert faults_of(read_birth, cell) == (None, [code])


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("2017.2.30", "date_impossible"),
        ("2017.4.31", "date_impossible"),
        ("2017.13.1", "date_no_such_month"),
        ("2017", "date_incomplete"),
        ("2017年", "date_incomplete"),
        ("今年6月", "date_incomplete"),
        ("6月9日", "date_incomplete"),
        ("6.9", "date_incomplete"),
        ("1890.1.1", "date_out_of_range"),
        ("换届时", "date_unreadable"),
        ("2017.1O", "date_unreadable"),
        ("2017.5.l8", "date_unreadable"),
        ("20175", "date_ambiguous"),
        (20175.0, "date_ambiguous"),
        ("2017.6-2022.6", "date_unreadable"),
    ],
)
def test_an_impossible_date_of_appointment_is_refused(cell: Cell, code: str) -> None:
    assert faults_of(read_start, cell) == (None, [code])


def test_the_thirtieth_of_february_is_refused_with_the_length_of_the_month() -> None:
    findings = Findings()
    read_start("2017.2.30", findings)
    assert findings[0].data == {"year": 2017, "month": 2, "days": 28}


def test_a_leap_day_is_a_day() -> None:
    assert value_of(read_start, "2016.2.29") == date(2016, 2, 29)


def test_two_digit_years_are_read_and_warned_about() -> None:
    assert faults_of(read_birth, "81.2") == (date(1981, 2, 1), ["birth_two_digit_year"])
    assert faults_of(read_start, "17.6.9") == (date(2017, 6, 9), ["date_two_digit_year"])


def test_a_month_without_day_is_its_first_day() -> None:
    assert faults_of(read_start, "2017.6") == (date(2017, 6, 1), ["date_month_only"])
    assert faults_of(read_start, "2017年6月至今") == (date(2017, 6, 1), ["date_month_only"])


def test_a_number_that_lost_its_zero_is_asked_about() -> None:
    findings = Findings()
    assert read_birth(1981.1, findings) == date(1981, 1, 1)
    assert [one.fault.code for one in findings] == ["birth_october"]
    assert findings[0].options == ("1981.01", "1981.10")
    assert value_of(read_birth, 1981.02) == date(1981, 2, 1)
    assert value_of(read_birth, "1981.1") == date(1981, 1, 1)


def test_chinese_numerals_are_read() -> None:
    assert value_of(read_start, "二〇一七年六月二十一日") == date(2017, 6, 21)
    assert value_of(read_start, "二○一七年十月十日") == date(2017, 10, 10)
    assert value_of(read_birth, "一九八一年十二月") == date(1981, 12, 1)


def test_spaces_between_year_and_month_are_no_serial_number() -> None:
    assert value_of(read_birth, "1985 3") == date(1985, 3, 1)
    assert value_of(read_birth, "１９８５　０３") == date(1985, 3, 1)
    assert value_of(read_start, "2017 5 24") == date(2017, 5, 24)
    assert faults_of(read_start, "2017 5") == (date(2017, 5, 1), ["date_month_only"])


@pytest.mark.parametrize(
    ("read", "cell", "options"),
    [
        (read_birth, "1985.1O", ("1985.10",)),
        (read_birth, "1985年l2月", ("1985.12",)),
        (read_birth, "1985.1?", ()),
        (read_birth, "19853", ("1985.03", "1954.05")),
        (read_start, "20l7.5.18", ("2017-05-18",)),
        (read_start, "20175", ("2017-05", "1955-03-27")),
    ],
)
def test_what_may_be_meant_is_offered(read: Reader[Any], cell: str, options: tuple[str]) -> None:
    findings = Findings()
    assert read(cell, findings) is None
    assert [one.options for one in findings] == [options]


def test_an_appointment_of_october_may_have_lost_its_zero() -> None:
    findings = Findings()
    assert read_start(2017.1, findings) == date(2017, 1, 1)
    assert [one.fault.code for one in findings] == ["date_october"]
    assert findings[0].options == ("2017-01", "2017-10")
    assert faults_of(read_start, 2017.11) == (date(2017, 11, 1), ["date_month_only"])

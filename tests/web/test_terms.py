"""The calendar of terms on pages, as a workbook and as a calendar file."""

import io

import pytest
from django.test import Client
from icalendar import Calendar
from openpyxl import load_workbook

from tests.web.conftest import Reader
from tests.web.pages import queries, text

PAGE = "/elections/terms/350423/"
QUERIES = 13


def test_states_are_counted_and_narrow_the_list(county: Client) -> None:
    page = text(county, f"{PAGE}?day=2020-06-01")
    overdue = text(county, f"{PAGE}?day=2020-06-01&state=overdue")

    assert "已超期" in page
    assert "石下村妇联" in overdue
    assert "林畲镇妇联" not in overdue


def test_an_unknown_state_shows_all(county: Client) -> None:
    assert 'aria-current="true">全部' in text(county, f"{PAGE}?state=else&day=2020-06-01")


def test_who_may_not_hold_elections_is_not_asked_to_call_one(reader: Reader) -> None:
    assert "发起代表大会" not in text(reader("auditor"), PAGE)
    assert "发起代表大会" in text(reader("county"), PAGE)


def test_a_page_holds_fifty_units_and_takes_a_fixed_number_of_queries(county: Client) -> None:
    first = text(county, f"{PAGE}?day=2017-07-31")

    assert first.count('<th scope="row">') == 50
    assert {queries(county, f"{PAGE}?day={day}") for day in ("2017-05-24", "2026-11-25")} == {
        QUERIES
    }


def test_the_workbook_has_every_unit_and_who_took_it(county: Client) -> None:
    answer = county.get(f"{PAGE}terms.xlsx?day=2017-07-31")

    book = load_workbook(io.BytesIO(answer.content))
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    assert rows[0][0] == "清流县妇联届期日历"
    assert "清流县妇联 组联部" in str(rows[2][0])
    assert len(rows) == 4 + 1 + 132
    assert ["石下村妇联", "350423202204", "2017-05-23", 3, "2020-05-23"] in [
        list(row[:5]) for row in rows
    ]


def test_the_calendar_file_reminds_before_each_end(county: Client) -> None:
    answer = county.get("/elections/terms/350423202204/terms.ics?day=2017-07-31")

    (event,) = Calendar.from_ical(answer.content).walk("VEVENT")
    assert str(event["summary"]) == "石下村妇联届满"
    assert event.decoded("dtstart").isoformat() == "2020-05-23"
    assert [alarm.decoded("trigger").days for alarm in event.walk("VALARM")] == [-180, -90, -30]


@pytest.mark.parametrize(
    ("day", "told"), [("2017-07-31", False), ("2019-12-01", True), ("2026-11-25", True)]
)
def test_the_overview_says_how_many_terms_press(county: Client, day: str, told: bool) -> None:
    page = text(county, f"/units/350423/?day={day}")

    assert ("state=soon" in page or "state=overdue" in page) is told
    assert "/elections/terms/350423/" in page


def test_the_village_sees_its_own_end(reader: Reader) -> None:
    page = text(reader("village"), "/units/350423106204/?day=2020-05-01")

    assert "2020年5月23日届满" in page
    assert "还有22天" in page

"""The calendar of terms of the demo county."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jinguo.elections.actions.signing import sign
from jinguo.elections.enums import TermState
from jinguo.elections.models import ElectionRule, ElectionRuleSet
from jinguo.elections.queries.calendar import TermLine, term_lines
from jinguo.federations.queries import Unit, units_below
from jinguo.kernel.actor import system
from tests.factories.elections import DAY, VILLAGE, called, elected

COUNTY, VILLAGE_BEFORE = "350423", "350423202204"
pytestmark = pytest.mark.usefixtures("qingliu")


def line(day: date, code: str = "") -> TermLine:
    """The line of the unit with this code on the day."""
    renamed = date(2019, 10, 31)
    first = units_below(code or (VILLAGE if day >= renamed else VILLAGE_BEFORE), day)[:1]
    return term_lines(first, day)[0]


@pytest.mark.parametrize(
    ("day", "state", "left"),
    [
        (date(2019, 11, 24), TermState.RUNNING, 181),
        (date(2019, 11, 25), TermState.SOON, 180),
        (date(2020, 5, 22), TermState.SOON, 1),
        (date(2020, 5, 23), TermState.OVERDUE, 0),
    ],
)
def test_a_village_elected_before_the_law_of_2018_sits_for_three_years(
    day: date, state: TermState, left: int
) -> None:
    found = line(day)

    assert (found.began, found.years, found.ends_on) == (date(2017, 5, 23), 3, date(2020, 5, 23))
    assert (found.state, found.days_left) == (state, left)
    assert "2018-12-29修正前" in found.source


def test_a_signed_election_begins_a_term_of_five_years() -> None:
    congress = elected()
    sign(congress_id=congress.pk, by=system(), today=DAY)

    found = line(DAY)

    assert (found.began, found.ends_on) == (DAY, date(2027, 7, 10))
    assert (found.state, found.congress_id) == (TermState.RUNNING, None)
    assert line(date(2022, 7, 9)).state == TermState.OVERDUE


def test_a_congress_under_way_stands_beside_the_term_it_will_end() -> None:
    congress = called()

    assert line(date(2021, 1, 1)).congress_id == congress.pk


def test_a_countys_own_length_goes_before_the_default() -> None:
    own = ElectionRuleSet.objects.create(name="县", prefix="350423", source="县妇联文件")
    ElectionRule.objects.create(
        rule_set=own, kind="term", level=4, minimum=5, maximum=5, source="县妇联文件"
    )

    found = line(date(2017, 7, 31), "350423202")

    assert (found.years, found.ends_on, found.source) == (5, date(2022, 7, 15), "县妇联文件")


def test_a_township_without_a_rule_has_no_end() -> None:
    found = line(date(2017, 7, 31), "350423202")

    assert (found.state, found.ends_on, found.days_left) == (TermState.OPEN, None, None)


def test_the_most_pressing_come_first_and_the_number_of_queries_is_fixed() -> None:
    day = date(2020, 6, 1)
    every = units_below(COUNTY, day)

    def taken(units: list[Unit]) -> int:
        with CaptureQueriesContext(connection) as captured:
            term_lines(units, day)
        return len(captured)

    lines = term_lines(every, day)

    ends = [one.ends_on or date.max for one in lines]
    assert ends == sorted(ends)
    assert len(lines) == len(every)
    assert {taken(every[:1]), taken(every[:3]), taken(every)} == {4}

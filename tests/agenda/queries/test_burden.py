"""What a week asked of a unit, by whom: counted from the records, done since or not."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jinguo.agenda.actions.reminding import remind
from jinguo.agenda.queries.burden import burden
from jinguo.agenda.rules.burden import Burden
from jinguo.campaigns.actions import review
from jinguo.campaigns.enums import Gate, Verdict
from jinguo.campaigns.models import Campaign
from jinguo.delivery.models import Notice
from jinguo.groups.actions import register
from jinguo.groups.enums import GroupKind
from jinguo.kernel.actor import system
from tests.factories.deeds import TODAY, unit
from tests.factories.reminded import (
    BRIDGE,
    DUE,
    FIRST,
    SLOPE,
    STREET,
    TOWNSHIP,
    asking,
    at,
    staffed,
)  # fmt: skip
from tests.factories.visits import found

BY = system("test")


@pytest.fixture
def drive(linshan: None) -> Campaign:
    staffed()
    return asking([BRIDGE, SLOPE])


def of(code: str, day: date) -> Burden:
    return next(one for one in burden(day) if one.unit_code == code)


def test_the_week_in_which_the_campaign_asks(drive: Campaign) -> None:
    assert burden(date(2019, 1, 27)) == []

    one = of(BRIDGE, date(2019, 2, 3))  # the Sunday of the week of its first day

    assert (one.monday, one.by_whom) == (date(2019, 1, 28), {"临山县妇联": 4})
    assert (one.unit_name, one.reminders, one.cap, one.full) == ("石桥村妇联", 0, 10, False)
    assert {ask.asked_on for ask in one.asks} == {FIRST}
    assert burden(date(2019, 2, 4)) == []


def test_reminders_findings_and_what_was_sent_back_count_with_who_asked(drive: Campaign) -> None:
    group = register(
        federation_id=unit(BRIDGE), name="石桥村妇女群", kind=GroupKind.WOMEN,
        founded_on=FIRST, today=TODAY, by=BY,
    )  # fmt: skip
    review(
        campaign=drive, federation_id=unit(BRIDGE), gate=Gate.GROUP, record_id=group.pk,
        verdict=Verdict.RETURNED, reason="成员不足", today=DUE, by=system("张红"),
    )  # fmt: skip
    found(unit(BRIDGE), "牌子没有挂正", visited_on=DUE)
    remind(now=at(DUE), by=BY)

    one = of(BRIDGE, DUE)

    assert one.by_whom == {"张红": 1, "test": 1}
    assert sorted(ask.title for ask in one.asks) == ["建群 · 会改联", "牌子没有挂正"]
    assert one.reminders == 4  # three open gates, and at once what was sent back today
    assert one.total == 6


def test_all_that_a_township_hears_of_its_villages_on_a_day_is_one_reminder(
    drive: Campaign,
) -> None:
    for day in (date(2019, 3, 2), date(2019, 3, 8)):
        remind(now=at(day), by=BY)

    assert Notice.objects.filter(addressee_id=unit(TOWNSHIP)).count() == 8
    assert of(TOWNSHIP, date(2019, 3, 8)).as_json() == {
        "unit": TOWNSHIP, "name": "红岩镇妇联", "week": "2019-03-04", "asked": 0, "by": {},
        "reminders": 1, "cap": 10,
    }  # fmt: skip


def test_as_many_queries_for_one_unit_as_for_all(drive: Campaign) -> None:
    asking([STREET], slug="other")
    counts = []
    for units in ([unit(BRIDGE)], [unit(BRIDGE), unit(SLOPE)], None):
        with CaptureQueriesContext(connection) as queries:
            told = burden(FIRST, units)
        counts.append((len(queries), len(told)))

    assert [n for _queries, n in counts] == [1, 2, 3]
    assert len({queries for queries, _n in counts}) == 1

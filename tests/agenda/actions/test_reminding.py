"""Who owes is told, then her deputy, then the levels above; never at night, never too often."""

from datetime import date, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jinguo.agenda.actions.reminding import remind
from jinguo.agenda.queries.owing import owed
from jinguo.agenda.queries.reminders import reminders, waiting
from jinguo.audit.models import Entry
from jinguo.campaigns.models import Wave
from jinguo.delivery.actions.ruling import set_manner
from jinguo.delivery.enums import Hold
from jinguo.delivery.models import Notice
from jinguo.delivery.rules.manners import Manner
from jinguo.groups.actions import register
from jinguo.groups.enums import GroupKind
from jinguo.kernel.actor import system
from jinguo.roster.models import Appointment
from tests.factories.counties import LINSHAN, county
from tests.factories.deeds import TODAY, release, unit
from tests.factories.reminded import (
    BRIDGE,
    DUE,
    FIRST,
    SLOPE,
    STREET,
    TOWNSHIP,
    asking,
    at,
    named,
    staffed,
)  # fmt: skip

BY = system("test")


@pytest.fixture
def asked(linshan: None) -> None:
    """石桥村 owes four gates by 2019-03-01; everybody above it sits."""
    staffed()
    asking([BRIDGE])


def told(thing: str = "plaque") -> list[tuple[date, str, int, list[int]]]:
    """When, to whom, by which step and in whose stead it was said of one gate."""
    said = Notice.objects.filter(part=thing).order_by("sent_at").select_related("recipient")
    return [(one.sent_on, one.recipient.name, one.step, one.overtook) for one in said]


def every_morning(first: date, last: date) -> None:
    for days in range((last - first).days + 1):
        remind(now=at(first + timedelta(days=days), 8), by=BY)


def test_the_ladder_from_her_who_owes_to_the_county(asked: None) -> None:
    every_morning(FIRST, DUE + timedelta(days=30))

    assert told() == [
        (date(2019, 2, 22), "石主梅", -7, []),
        (date(2019, 2, 28), "石主梅", -1, []),
        (date(2019, 3, 2), "石主梅", 1, []),
        (date(2019, 3, 4), "石副兰", 3, []),
        (date(2019, 3, 8), "镇主梅", 7, []),
        (date(2019, 3, 15), "县主梅", 14, []),
    ]
    assert Notice.objects.count() == 24


def test_nothing_is_said_twice_however_often_it_runs(asked: None) -> None:
    first = remind(now=at(DUE, 8), by=BY)
    entries = Entry.objects.count()

    again = [remind(now=at(DUE, hour), by=BY).sent for hour in range(8, 21)]

    assert (first.sent, first.held) == (4, 0)
    assert again == [0] * 13
    assert Entry.objects.count() == entries


def test_at_night_it_waits_for_the_morning(asked: None) -> None:
    day = date(2019, 2, 22)

    assert remind(now=at(day, 6, 59), by=BY).sent == 0
    assert {hold for _one, hold in waiting(at(day, 6, 59))} == {Hold.NIGHT}
    assert remind(now=at(day, 7), by=BY).sent == 4


def test_who_was_away_for_days_is_told_once(asked: None) -> None:
    remind(now=at(date(2019, 2, 22)), by=BY)
    remind(now=at(DUE + timedelta(days=8)), by=BY)

    assert told()[1:] == [(DUE + timedelta(days=8), "镇主梅", 7, [-1, 1, 3])]


def test_what_was_never_said_is_said_to_her_who_owes_first(asked: None) -> None:
    late = DUE + timedelta(days=20)
    for days in range(3):
        remind(now=at(late + timedelta(days=days)), by=BY)

    assert told() == [
        (late, "石主梅", 1, [-7, -1]),
        (late + timedelta(days=1), "县主梅", 14, [3, 7]),
    ]


def test_what_is_done_is_not_asked_any_more(asked: None) -> None:
    register(
        federation_id=unit(BRIDGE), name="石桥村妇女群", kind=GroupKind.WOMEN,
        founded_on=date(2019, 2, 24), today=TODAY, by=BY,
    )  # fmt: skip
    every_morning(FIRST, DUE)

    assert [day for day, *_rest in told("group")] == [date(2019, 2, 22)]


def test_a_vacant_chair_is_passed_over(asked: None) -> None:
    release(unit(BRIDGE), "石主梅", date(2019, 2, 10))
    remind(now=at(date(2019, 2, 22)), by=BY)
    release(unit(BRIDGE), "石副兰", date(2019, 2, 26))
    remind(now=at(date(2019, 2, 28)), by=BY)

    assert [name for _day, name, *_rest in told()] == ["石副兰", "镇主梅"]


def test_who_chairs_two_units_gets_one_notice_of_one_thing(asked: None) -> None:
    chair = Appointment.objects.get(person__name="石主梅")
    Appointment.objects.filter(person__name="镇主梅").update(person=chair.person)

    every_morning(FIRST, DUE + timedelta(days=10))

    hers = Notice.objects.filter(recipient_id=named("石主梅"), part="plaque")
    assert sorted(hers.values_list("step", flat=True)) == [-7, -1, 1, 7]


def test_a_unit_is_asked_no_more_than_its_cap_and_the_rest_goes_out_later(asked: None) -> None:
    manner = Manner(time(21, 30), time(7), 3)
    set_manner(
        place=county(LINSHAN), since=None, manner=manner, source="县妇联", verified=True, by=BY
    )
    friday = date(2019, 2, 22)

    run = remind(now=at(friday), by=BY)
    held = {hold for _one, hold in waiting(at(friday, 10))}
    monday = remind(now=at(date(2019, 2, 25)), by=BY)

    assert (run.sent, run.held) == (3, 1)
    assert held == {Hold.CAP}
    assert (monday.sent, monday.held) == (1, 0)


def test_what_moved_to_a_later_day_is_asked_anew(asked: None) -> None:
    remind(now=at(date(2019, 2, 22)), by=BY)
    Wave.objects.update(due_on=DUE + timedelta(days=7))
    every_morning(date(2019, 2, 22), DUE)

    assert [(day, step) for day, _name, step, _over in told()] == [
        (date(2019, 2, 22), -7), (DUE, -7)
    ]  # fmt: skip


def test_each_run_that_sent_something_is_on_record(asked: None) -> None:
    remind(now=at(DUE), by=BY)

    entry = Entry.objects.filter(verb="reminders.sent").get()
    assert (entry.unit_code, entry.data["count"]) == ("430999000000", 4)
    assert "石" not in str(entry.data)


def test_as_many_queries_for_three_units_as_for_one(linshan: None) -> None:
    staffed()
    asking([BRIDGE, SLOPE, STREET])
    counts = []
    for units in ([unit(BRIDGE)], [unit(one) for one in (BRIDGE, SLOPE, STREET)]):
        with CaptureQueriesContext(connection) as first:
            owed(DUE, units)
        with CaptureQueriesContext(connection) as queries:
            found = reminders(DUE, units)
        counts.append((len(queries) - len(first), len(found)))

    assert counts == [(6, 4), (6, 12)]  # besides those that find out what is owed


def test_nobody_sits_anywhere_and_nothing_is_lost(linshan: None) -> None:
    staffed(BRIDGE)
    asking([BRIDGE])
    Appointment.objects.all().delete()

    assert remind(now=at(DUE), by=BY).sent == 0
    staffed(TOWNSHIP)
    assert remind(now=at(DUE), by=BY).sent == 4
    assert {name for _day, name, *_rest in told()} == {"镇主梅"}

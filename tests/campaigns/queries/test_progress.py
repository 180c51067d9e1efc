"""The weekly sheet adds up, and says what the status of its day says."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jinguo.campaigns.actions import close_finding, review
from jinguo.campaigns.enums import Gate, Verdict
from jinguo.campaigns.models import Campaign, Target
from jinguo.campaigns.queries.progress import progress
from jinguo.campaigns.queries.status import status
from jinguo.groups.models import ContactGroup
from jinguo.kernel.actor import VIEW, Actor, Grant, system
from tests.factories.visits import visited

DAYS = [date(2017, 5, 15), date(2017, 5, 23), date(2017, 6, 20), date(2017, 7, 31)]


@pytest.mark.parametrize("day", DAYS)
def test_the_townships_add_up_to_the_status_of_the_day(replayed: Campaign, day: date) -> None:
    told = progress(replayed, day, reader=system())
    found = status(replayed, day, reader=system())

    for lines in (told.townships, [line for _level, line in told.levels]):
        assert sum(one.targets for one in lines) == told.total.targets == len(found.units)
        assert sum(one.done for one in lines) == told.total.done == found.done
        assert sum(one.fresh for one in lines) == told.total.fresh
        for gate in Gate:
            assert sum(one.closed[gate] for one in lines) == found.closed[gate]
    assert told.total.rate == found.rate
    assert (len(told.townships), [line.targets for _level, line in told.levels]) == (13, [13, 119])


def test_what_is_new_is_what_was_not_closed_a_week_before(replayed: Campaign) -> None:
    for day in DAYS:
        before = status(replayed, day - timedelta(days=7), reader=system())
        now = progress(replayed, day, reader=system())

        assert now.since == day - timedelta(days=6)
        assert now.total.fresh == sum(now.total.closed.values()) - sum(before.closed.values())


def test_overdue_and_returned_units_are_counted(replayed: Campaign) -> None:
    ContactGroup.objects.filter(federation__division__versions__code="350423202204").delete()
    pilot = status(replayed, DAYS[1], reader=system(), prefix="350423202204").units[0]
    review(
        campaign=replayed, federation_id=pilot.unit.federation_id, gate=Gate.PLAQUE,
        record_id=pilot.gates[Gate.PLAQUE].record_id, verdict=Verdict.RETURNED, reason="看不清",
        today=DAYS[2], by=system(),
    )  # fmt: skip

    told = progress(replayed, DAYS[2], reader=system())

    assert (told.total.overdue, told.total.returned) == (1, 1)
    assert [one.name for one in told.townships if one.overdue or one.returned] == ["林畲乡"]


def test_findings_stay_on_the_sheet_until_they_are_signed_off(replayed: Campaign) -> None:
    pilot = status(replayed, DAYS[1], reader=system(), prefix="350423202204").units[0]
    visit = visited(pilot.unit.federation_id, "牌子没有挂正", campaign=replayed, visited_on=DAYS[1])
    found = visit.findings.get().pk

    before = progress(replayed, DAYS[1] - timedelta(days=1), reader=system())
    told = progress(replayed, DAYS[2], reader=system())
    close_finding(finding_id=found, note="已更换", today=DAYS[2], by=system())

    assert (before.total.findings, told.total.findings) == (0, 1)
    assert [one.name for one in told.townships if one.findings] == ["林畲乡"]
    assert progress(replayed, DAYS[2], reader=system()).total.findings == 0


def test_invented_evidence_is_told(replayed: Campaign) -> None:
    told = progress(replayed, DAYS[1], reader=system())
    assert told.examples == sum(told.total.closed.values()) > 0

    ContactGroup.objects.update(name="林畲乡妇女群")
    groups = told.total.closed[Gate.GROUP]
    assert progress(replayed, DAYS[1], reader=system()).examples == told.examples - groups


def test_a_township_that_is_not_asked_itself_is_named(replayed: Campaign) -> None:
    asked = progress(replayed, DAYS[2], reader=system())
    Target.objects.filter(federation__level=4).delete()

    told = progress(replayed, DAYS[2], reader=system())

    assert [one.name for one in told.townships] == [one.name for one in asked.townships]
    assert (told.levels, told.total.targets) == ((), 119)


def test_a_reader_gets_the_sheet_of_her_part(replayed: Campaign) -> None:
    chair = Actor(5, "林畲镇", (Grant(VIEW, "350423106"),))

    told = progress(replayed, DAYS[3], reader=chair)

    assert [(one.name, one.targets) for one in told.townships] == [("林畲乡", 9)]
    assert told.total.done == 9


def test_as_many_queries_for_one_township_as_for_all(replayed: Campaign) -> None:
    counts = []
    for reader in (Actor(5, "林畲镇", (Grant(VIEW, "350423106"),)), system()):
        with CaptureQueriesContext(connection) as queries:
            progress(replayed, DAYS[3], reader=reader)
        counts.append(len(queries))

    assert counts == [21, 21]

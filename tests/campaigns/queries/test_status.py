"""The state of a campaign on any day is what the records of that day say."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jinguo.campaigns.actions import file_result, review, strike_filing, unstrike_filing
from jinguo.campaigns.enums import Gate, Verdict
from jinguo.campaigns.models import Campaign
from jinguo.campaigns.queries.status import UnitState, status
from jinguo.federations.actions import merge
from jinguo.groups.actions import dissolve, register
from jinguo.groups.enums import GroupKind
from jinguo.kernel.actor import VIEW, Actor, Grant, system
from jinguo.roster.models import Appointment
from tests.factories.activities import noted
from tests.factories.deeds import TODAY, unit

ELECTED = date(2019, 3, 1)
PAPER = ("结果报告.txt", "选举结果".encode())


def state(campaign: Campaign, day: date) -> UnitState:
    (one,) = status(campaign, day, reader=system()).units
    return one


def filed(bridge: int, day: date = ELECTED) -> int:
    return file_result(
        federation_id=bridge, elected_on=day, paper=PAPER, today=TODAY, by=system()
    ).pk


def test_the_pilot_alone_is_done_on_its_day_and_all_are_on_the_last(replayed: Campaign) -> None:
    before, pilot, last = (
        status(replayed, day, reader=system())
        for day in (date(2017, 5, 22), date(2017, 5, 23), date(2017, 7, 31))
    )

    assert (before.done, len(before.units)) == (0, 132)
    assert [one.unit.name for one in pilot.units if one.done_on] == ["石下村妇联"]
    assert pilot.rate == 0.8
    assert (last.done, set(last.closed.values()), last.rate) == (132, {132}, 100)


def test_every_day_between_counts_the_units_whose_last_gate_closed(replayed: Campaign) -> None:
    days = status(replayed, date(2017, 7, 31), reader=system()).done_days

    for day in (date(2017, 6, 1), date(2017, 6, 30), date(2017, 7, 15)):
        assert status(replayed, day, reader=system()).done == sum(one <= day for one in days)


def test_as_many_queries_for_one_unit_as_for_all(replayed: Campaign) -> None:
    counts = []
    for prefix in ("350423202204", "350423202", ""):
        with CaptureQueriesContext(connection) as queries:
            status(replayed, date(2017, 7, 31), reader=system(), prefix=prefix)
        counts.append(len(queries))

    assert counts == [15, 15, 15]


def test_a_reader_sees_her_part_only(replayed: Campaign) -> None:
    chair = Actor(5, "林畲镇", (Grant(VIEW, "350423106"),))  # its code of today

    found = status(replayed, date(2017, 7, 31), reader=chair)

    assert "石下村妇联" in [one.unit.name for one in found.units]
    assert all(one.unit.code.startswith("350423202") for one in found.units)


def test_a_filed_result_closes_the_gate_and_striking_it_out_opens_it(
    small: Campaign, bridge: int
) -> None:
    number = filed(bridge)
    closed = state(small, ELECTED).gates

    strike_filing(filing_id=number, why="错报", by=system())
    opened = state(small, ELECTED).gates
    unstrike_filing(filing_id=number, by=system())

    assert set(closed) == set(state(small, ELECTED).gates) == {Gate.ORGANISATION}
    assert opened == {}
    assert state(small, date(2019, 2, 28)).gates == {}


def test_a_committee_without_a_chair_does_not_close_it(small: Campaign, bridge: int) -> None:
    filed(bridge)
    Appointment.objects.filter(federation_id=bridge, post="chair").update(post="executive")

    assert state(small, ELECTED).gates == {}


def test_a_campaign_that_counts_anew_asks_for_elections_and_activities_of_its_own_days(
    small: Campaign, bridge: int
) -> None:
    filed(bridge)
    noted(bridge)
    register(
        federation_id=bridge, name="石桥村妇女群", kind=GroupKind.WOMEN, founded_on=ELECTED,
        today=TODAY, by=system(),
    )  # fmt: skip
    small.anew = True
    assert set(state(small, TODAY).gates) == {Gate.ORGANISATION, Gate.GROUP, Gate.ACTIVITY}

    small.starts_on = date(2019, 3, 2)
    assert set(state(small, TODAY).gates) == {Gate.GROUP}

    small.anew = False
    assert set(state(small, TODAY).gates) == {Gate.ORGANISATION, Gate.GROUP, Gate.ACTIVITY}


def test_a_dissolved_group_opens_its_gate(small: Campaign, bridge: int) -> None:
    group = register(
        federation_id=bridge, name="石桥村妇女群", kind=GroupKind.WOMEN, founded_on=ELECTED,
        today=TODAY, by=system(),
    )  # fmt: skip
    dissolve(group_id=group.pk, on=date(2019, 3, 5), today=TODAY, by=system())

    assert Gate.GROUP in state(small, date(2019, 3, 4)).gates
    assert Gate.GROUP not in state(small, date(2019, 3, 5)).gates


def test_what_is_open_after_the_last_day_of_the_wave_is_overdue(small: Campaign) -> None:
    assert state(small, date(2019, 4, 15)).overdue == []
    assert state(small, date(2019, 4, 16)).overdue == list(Gate)


@pytest.mark.parametrize("verdict", list(Verdict))
def test_a_review_is_shown_apart_and_closes_nothing(
    small: Campaign, bridge: int, verdict: Verdict
) -> None:
    number = filed(bridge)
    review(
        campaign=small, federation_id=bridge, gate=Gate.ORGANISATION, record_id=number,
        verdict=verdict, reason="缺签名", today=ELECTED, by=system(),
    )  # fmt: skip

    found = state(small, ELECTED)

    assert list(found.gates) == [Gate.ORGANISATION]
    assert found.accepted == ([Gate.ORGANISATION] if verdict == Verdict.ACCEPTED else [])
    assert found.returned == ([Gate.ORGANISATION] if verdict == Verdict.RETURNED else [])


def test_a_merged_village_stands_under_its_successor_and_shows_its_evidence(
    small: Campaign, bridge: int
) -> None:
    filed(bridge)
    heir = unit("430999100201", ELECTED)
    day = date(2019, 4, 1)

    merge(federation_ids=[bridge], into_id=heir, on=day, by=system())

    before, after = state(small, date(2019, 3, 31)), state(small, day)
    assert (before.unit.federation_id, list(before.gates)) == (bridge, [Gate.ORGANISATION])
    assert (after.unit.federation_id, list(after.gates)) == (heir, [])


def test_a_unit_under_a_new_code_keeps_its_evidence(replayed: Campaign) -> None:
    then = status(replayed, date(2017, 7, 31), reader=system(), prefix="350423202204")
    now = status(replayed, date(2020, 1, 1), reader=system(), prefix="350423106204")

    assert then.units[0].gates == now.units[0].gates
    assert (then.units[0].unit.name, now.units[0].unit.name) == ("石下村妇联", "石下村妇联")

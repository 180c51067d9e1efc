"""What units owe follows from the records of the day, and from nothing else."""

from datetime import UTC, date, datetime

from django.db import connection
from django.test.utils import CaptureQueriesContext

from jinguo.agenda.enums import Owing
from jinguo.agenda.queries.owing import owed
from jinguo.campaigns.actions import file_result, review, start, strike_filing
from jinguo.campaigns.enums import Gate, Verdict
from jinguo.campaigns.models import Campaign
from jinguo.campaigns.queries.status import status
from jinguo.kernel.actor import system
from tests.factories.deeds import TODAY

FIRST, ELECTED, DUE = date(2019, 2, 1), date(2019, 3, 1), date(2019, 4, 15)
PAPER = ("结果报告.txt", "选举结果".encode())


def parts(day: date) -> list[str]:
    return [one.part for one in owed(day)]


def filed(bridge: int) -> int:
    return file_result(
        federation_id=bridge, elected_on=ELECTED, paper=PAPER, today=TODAY, by=system()
    ).pk


def sent_back(campaign: Campaign, bridge: int, record: int, day: date) -> None:
    review(
        campaign=campaign, federation_id=bridge, gate=Gate.ORGANISATION, record_id=record,
        verdict=Verdict.RETURNED, reason="缺盖章", today=day, by=system("张红"),
    )  # fmt: skip


def test_nothing_is_owed_before_the_campaign_is_started_and_has_begun(small: Campaign) -> None:
    assert owed(DUE) == []

    start(campaign_id=small.pk, by=system())

    assert owed(date(2019, 1, 31)) == []
    assert len(owed(FIRST)) == 4


def test_every_open_gate_is_owed_with_its_deadline_and_who_asked(
    small: Campaign, bridge: int
) -> None:
    start(campaign_id=small.pk, by=system())

    one = owed(FIRST)[0]

    assert one.key == f"campaign:{small.pk}:gate:activity:{bridge}"
    assert (one.kind, one.federation_id, one.unit_name) == (Owing.GATE, bridge, "石桥村妇联")
    assert (one.asked_by, one.asked_on, one.due_on) == ("临山县妇联", FIRST, DUE)
    assert one.title == "开展活动 · 会改联"
    assert parts(FIRST) == ["activity", "group", "organisation", "plaque"]


def test_a_campaign_started_late_asks_from_that_day_on(small: Campaign) -> None:
    started = datetime(2019, 2, 9, 17, tzinfo=UTC)  # already the 10th in the office
    Campaign.objects.filter(pk=small.pk).update(started_at=started)

    assert owed(date(2019, 2, 9)) == []
    assert {one.asked_on for one in owed(date(2019, 2, 10))} == {date(2019, 2, 10)}


def test_a_record_pays_and_striking_it_out_owes_again(small: Campaign, bridge: int) -> None:
    start(campaign_id=small.pk, by=system())

    number = filed(bridge)
    paid = parts(ELECTED)
    strike_filing(filing_id=number, why="错报", by=system())

    assert paid == ["activity", "group", "plaque"]
    assert "organisation" in parts(ELECTED)


def test_what_was_sent_back_is_owed_with_its_reason_by_who_sent_it(
    small: Campaign, bridge: int
) -> None:
    start(campaign_id=small.pk, by=system())
    sent_back(small, bridge, filed(bridge), date(2019, 4, 12))

    (back,) = [one for one in owed(date(2019, 4, 12)) if one.kind == Owing.RETURNED]

    assert (back.part, back.reason) == ("organisation", "缺盖章")
    assert (back.asked_by, back.asked_on) == ("张红", date(2019, 4, 12))
    assert back.due_on == date(2019, 4, 19)  # a week to mend it, past the deadline of the wave
    assert "organisation" not in parts(date(2019, 4, 11))


def test_of_these_units_only(replayed: Campaign) -> None:
    day = date(2017, 6, 20)
    start(campaign_id=replayed.pk, by=system())
    every = owed(day)
    ids = sorted({one.federation_id for one in every})[:3]

    some = owed(day, ids)

    assert some == [one for one in every if one.federation_id in ids]
    gates = [one for one in every if one.kind is Owing.GATE]
    assert len(gates) == sum(len(one.open) for one in status(replayed, day, reader=system()).units)


def test_as_many_queries_for_one_unit_as_for_all(replayed: Campaign) -> None:
    day = date(2017, 6, 20)
    start(campaign_id=replayed.pk, by=system())
    ids = sorted({one.federation_id for one in owed(day) if one.kind is Owing.GATE})
    counts = []
    for some in (ids[:1], ids[:3], None):
        with CaptureQueriesContext(connection) as queries:
            owed(day, some)
        counts.append(len(queries))

    assert counts == [28, 28, 30]  # of all: the county's own, and the steps of a finding

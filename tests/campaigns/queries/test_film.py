"""Every frame of the film is the status of its day."""

from datetime import date, timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from jinguo.campaigns.actions import file_result, review
from jinguo.campaigns.enums import Gate, Verdict
from jinguo.campaigns.models import Campaign
from jinguo.campaigns.queries.film import film
from jinguo.campaigns.queries.status import Status, status
from jinguo.cli.demo_campaign import FIRST, LAST
from jinguo.federations.actions import merge
from jinguo.groups.actions import dissolve, register
from jinguo.groups.enums import GroupKind
from jinguo.kernel.actor import VIEW, Actor, Grant, system
from tests.factories.deeds import TODAY, unit

ELECTED = date(2019, 3, 1)


def same_as_asked_for_each_day(campaign: Campaign, frames: list[Status], reader: Actor) -> None:
    for frame in frames:
        asked = status(campaign, frame.day, reader=reader)
        assert frame.units == asked.units, frame.day
        assert (frame.done, frame.closed, frame.rate) == (asked.done, asked.closed, asked.rate)


def test_every_day_of_the_demo_equals_its_status(replayed: Campaign) -> None:
    frames = film(replayed, TODAY, reader=system())

    assert [one.day for one in frames] == [FIRST + timedelta(days=at) for at in range(78)]
    assert frames[-1].day == LAST
    same_as_asked_for_each_day(replayed, frames, system())
    assert (frames[0].done, frames[8].done, frames[-1].done) == (0, 1, 132)


def test_gates_that_open_again_and_words_of_the_level_above_are_seen(
    small: Campaign, bridge: int
) -> None:
    filed = file_result(
        federation_id=bridge, elected_on=ELECTED, paper=("结果.txt", b"1"), today=TODAY, by=system()
    )
    group = register(
        federation_id=bridge, name="石桥村妇女群", kind=GroupKind.WOMEN, founded_on=ELECTED,
        today=TODAY, by=system(),
    )  # fmt: skip
    dissolve(group_id=group.pk, on=date(2019, 3, 5), today=TODAY, by=system())
    for day, verdict in ((7, Verdict.RETURNED), (9, Verdict.ACCEPTED)):
        review(
            campaign=small, federation_id=bridge, gate=Gate.ORGANISATION, record_id=filed.pk,
            verdict=verdict, reason="缺签名", today=date(2019, 3, day), by=system(),
        )  # fmt: skip

    frames = film(small, TODAY, reader=system())

    same_as_asked_for_each_day(small, frames, system())
    told = {one.day: one.units[0] for one in frames}
    assert len(told[date(2019, 3, 4)].gates) == 2
    assert len(told[date(2019, 3, 5)].gates) == 1
    assert [len(told[date(2019, 3, day)].returned) for day in (6, 7, 8, 9)] == [0, 1, 1, 0]
    assert told[date(2019, 4, 16)].overdue


def test_a_village_that_is_merged_gives_its_place_to_its_successor(
    small: Campaign, bridge: int
) -> None:
    heir = unit("430999100201", ELECTED)
    merge(federation_ids=[bridge], into_id=heir, on=date(2019, 4, 1), by=system())

    frames = film(small, TODAY, reader=system())

    same_as_asked_for_each_day(small, frames, system())
    stood = {one.day: [each.unit.federation_id for each in one.units] for one in frames}
    assert stood[date(2019, 3, 31)] == [bridge]
    assert stood[date(2019, 4, 1)] == [heir]


def test_it_ends_today_and_does_not_begin_before_the_campaign(small: Campaign) -> None:
    assert film(small, small.starts_on - timedelta(days=1), reader=system()) == []
    assert [one.day for one in film(small, small.starts_on, reader=system())] == [small.starts_on]


def test_as_many_queries_for_every_day_as_for_one(replayed: Campaign) -> None:
    counts = []
    for today, reader in (
        (date(2017, 5, 23), system()),
        (LAST, system()),
        (LAST, Actor(5, "林畲镇", (Grant(VIEW, "350423106"),))),
    ):
        with CaptureQueriesContext(connection) as queries:
            film(replayed, today, reader=reader)
        counts.append(len(queries))

    assert counts == [18, 18, 18]

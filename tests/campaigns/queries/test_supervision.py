"""The follow-up list as it stood on a day."""

from datetime import date, timedelta
from operator import attrgetter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jinguo.campaigns.actions import (
    Found,
    add_finding,
    close_finding,
    report_mended,
    withdraw_finding,
)
from jinguo.campaigns.models import Campaign
from jinguo.campaigns.queries.supervision import (
    Tally,
    findings_of,
    how_many_visits,
    open_findings,
    owners,
    tally,
    visits_of,
)
from jinguo.kernel.actor import system
from tests.factories.deeds import release, sitting
from tests.factories.visits import DAY, DUE, found, visited

LATE = DUE + timedelta(days=1)


def test_what_is_open_on_a_day_is_neither_closed_nor_withdrawn_by_then(bridge: int) -> None:
    one, other, gone = (found(bridge, matter) for matter in ("一", "二", "三"))
    close_finding(finding_id=one.pk, today=DUE, by=system())
    withdraw_finding(finding_id=gone.pk, why="看错了", by=system())

    assert [line.finding.matter for line in open_findings(DAY, [bridge])] == ["一", "二"]
    assert [line.finding for line in open_findings(DUE, [bridge])] == [other]
    assert [line.late for line in open_findings(LATE)] == [True]
    assert open_findings(DAY - timedelta(days=1)) == []


def test_it_is_for_who_was_named_and_else_for_who_chairs_the_unit_that_day(bridge: int) -> None:
    visit = visited(bridge, "牌子")
    named = Found("资料", DUE, sitting(bridge, "李兰", DAY))
    add_finding(visit_id=visit.pk, found=named, by=system())

    lines = findings_of(DAY)
    before = sorted(owners(lines, DAY).values())
    release(bridge, "李兰", date(2019, 6, 1))

    assert before == ["张梅", "李兰"]
    assert list(owners(lines, date(2019, 6, 1)).values()) == ["张梅", "张梅"]


def test_a_campaign_counts_its_own_visits_only(small: Campaign, bridge: int) -> None:
    visit = visited(bridge, "一", "二", "三", campaign=small)
    visited(bridge, "别的")
    one, other, _third = visit.findings.order_by("pk")
    close_finding(finding_id=one.pk, today=DUE, by=system())
    report_mended(finding_id=other.pk, today=DUE, by=system())

    assert tally(small, LATE, [bridge]) == Tally(1, 1, open=2, reported=1, late=2, closed=1)
    assert tally(small, DAY, [bridge]) == Tally(1, 1, open=3, reported=0, late=0, closed=0)
    assert tally(small, LATE, []) == Tally(0, 0, 0, 0, 0, 0)
    assert how_many_visits([bridge], LATE, campaign=small) == 1
    assert [*map(attrgetter("raised"), visits_of([bridge], LATE))] == [1, 3]


@pytest.mark.parametrize("number", [1, 3])
def test_as_many_queries_for_one_finding_as_for_three(
    small: Campaign, bridge: int, number: int
) -> None:
    visited(bridge, *"一二三"[:number], campaign=small)

    with CaptureQueriesContext(connection) as queries:
        lines = findings_of(LATE, [bridge], campaign=small)
        owners(lines, LATE)
        tally(small, LATE, [bridge])
        visits_of([bridge], LATE)

    assert (len(lines), len(queries)) == (number, 7)

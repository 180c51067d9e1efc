"""What visits found is owed until the unit says that it is mended."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jinguo.agenda.enums import Owing
from jinguo.agenda.queries.findings import findings
from jinguo.agenda.queries.owing import owed
from jinguo.campaigns.actions import close_finding, report_mended, send_back, withdraw_finding
from jinguo.kernel.actor import system
from tests.factories.visits import DAY, DUE, found, visited

MENDED, SEEN = date(2019, 3, 10), date(2019, 3, 12)


def test_a_finding_is_owed_until_it_is_reported_and_again_when_it_is_sent_back(bridge: int) -> None:
    one = found(bridge, "牌子没有挂正")

    (first,) = owed(DAY)
    report_mended(finding_id=one.pk, today=MENDED, by=system())
    send_back(finding_id=one.pk, reason="还是歪的", today=SEEN, by=system("林虹"))
    (again,) = owed(SEEN)

    assert (first.key, first.kind, first.title) == (f"finding:{one.pk}", Owing.FINDING, one.matter)
    assert (first.unit_name, first.asked_on, first.due_on) == ("石桥村妇联", DAY, DUE)
    assert owed(MENDED) == []
    assert (again.key, again.asked_by, again.asked_on) == (first.key, "林虹", SEEN)
    assert again.reason == "还是歪的"


def test_what_is_signed_off_or_withdrawn_is_owed_no_more(bridge: int) -> None:
    one, other = found(bridge), found(bridge)

    close_finding(finding_id=one.pk, today=DUE, by=system())
    withdraw_finding(finding_id=other.pk, why="看错了", by=system())

    assert list(findings(DUE)) == []
    assert [line.key for line in findings(SEEN, [bridge])] == [f"finding:{one.pk}"]


@pytest.mark.parametrize("number", [1, 3])
def test_as_many_queries_for_one_as_for_three(bridge: int, number: int) -> None:
    visited(bridge, *"一二三"[:number])

    with CaptureQueriesContext(connection) as queries:
        assert len(list(findings(DAY))) == number

    assert len(queries) == 4

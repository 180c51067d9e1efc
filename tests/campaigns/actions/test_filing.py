"""Filing results upward, and reviewing evidence."""

from datetime import date

import pytest

from jinguo.campaigns.actions import file_result, review, strike_filing
from jinguo.campaigns.actions.filing import LARGEST
from jinguo.campaigns.enums import Gate, Verdict
from jinguo.campaigns.errors import NothingToReview, ReasonMissing, ReviewForbidden
from jinguo.campaigns.models import Campaign, Filing, Review
from jinguo.kernel.actor import RECORD, Actor, Grant
from jinguo.records.errors import RecordForbidden, RecordUnfit, RecordUnknown
from jinguo.roster.models import Appointment
from tests.factories.deeds import TODAY

ELECTED = date(2019, 3, 1)
PAPER = ("结果.txt", b"1")
VILLAGE = Actor(5, "村", (Grant(RECORD, "430999100200"),))
TOWNSHIP = Actor(6, "镇", (Grant(RECORD, "430999100"),))


def filed(
    bridge: int, *, day: date = ELECTED, paper: tuple[str, bytes] = PAPER, by: Actor = VILLAGE
) -> Filing:
    return file_result(federation_id=bridge, elected_on=day, paper=paper, today=TODAY, by=by)


def test_a_filing_appoints_nobody(bridge: int) -> None:
    before = list(Appointment.objects.order_by("pk").values())

    made = filed(bridge, paper=("上报/结果.txt", b"1"))

    assert list(Appointment.objects.order_by("pk").values()) == before
    assert (made.paper_name, made.recorded_by) == ("结果.txt", "村")


@pytest.mark.parametrize(
    ("day", "content"),
    [
        (date(2019, 2, 28), b"1"),  # nobody sits yet
        (date(2099, 1, 1), b"1"),
        (date(1900, 1, 1), b"1"),
        (ELECTED, b""),
        (ELECTED, b"0" * (LARGEST + 1)),
    ],
)
def test_what_cannot_be_filed_is_refused(bridge: int, day: date, content: bytes) -> None:
    with pytest.raises(RecordUnfit):
        filed(bridge, day=day, paper=("a", content))

    assert not Filing.objects.exists()


def test_another_village_files_nothing_here(bridge: int) -> None:
    with pytest.raises(RecordForbidden):
        filed(bridge, by=Actor(7, "邻村", (Grant(RECORD, "430999100201"),)))

    assert not Filing.objects.exists()


def test_striking_out_needs_a_reason_and_something_to_strike(bridge: int) -> None:
    made = filed(bridge)

    with pytest.raises(RecordUnfit):
        strike_filing(filing_id=made.pk, why=" ", by=VILLAGE)
    with pytest.raises(RecordUnknown):
        strike_filing(filing_id=made.pk + 1, why="错", by=VILLAGE)

    made.refresh_from_db()
    assert made.struck_at is None


def said(campaign: Campaign, filing: Filing, by: Actor, **words: object) -> Review:
    return review(
        campaign=campaign, federation_id=filing.federation_id, gate=Gate.ORGANISATION,
        record_id=filing.pk, today=ELECTED, by=by,
        **{"verdict": Verdict.ACCEPTED, **words},  # type: ignore[arg-type]
    )  # fmt: skip


def test_the_township_reviews_and_the_village_itself_does_not(small: Campaign, bridge: int) -> None:
    made = filed(bridge)

    with pytest.raises(ReviewForbidden):
        said(small, made, VILLAGE)

    assert said(small, made, TOWNSHIP).said_by == "镇"
    assert Review.objects.count() == 1


def test_work_is_returned_with_a_reason_only(small: Campaign, bridge: int) -> None:
    made = filed(bridge)

    with pytest.raises(ReasonMissing):
        said(small, made, TOWNSHIP, verdict=Verdict.RETURNED, reason=" ")

    assert not Review.objects.exists()


def test_a_record_struck_out_meanwhile_is_not_reviewed(small: Campaign, bridge: int) -> None:
    made = filed(bridge)
    strike_filing(filing_id=made.pk, why="错", by=VILLAGE)

    with pytest.raises(NothingToReview):
        said(small, made, TOWNSHIP)

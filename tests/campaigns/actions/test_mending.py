"""The unit says that it is mended; the level above closes it or sends it back."""

from datetime import date

import pytest

from jinguo.audit.models import Entry
from jinguo.campaigns.actions import (
    amend_finding,
    amend_visit,
    close_finding,
    put_finding_back,
    report_mended,
    send_back,
    strike_visit,
    withdraw_finding,
)
from jinguo.campaigns.enums import FindingState
from jinguo.campaigns.errors import NotNow, ReasonMissing, SupervisionForbidden
from jinguo.campaigns.models import FindingStep
from jinguo.campaigns.queries.supervision import finding
from jinguo.kernel.actor import RECORD, Actor, Grant
from jinguo.records.errors import RecordForbidden, RecordUnfit
from tests.factories.deeds import TODAY
from tests.factories.photos import photo
from tests.factories.visits import DUE, found

VILLAGE = Actor(5, "村", (Grant(RECORD, "430999100200"),))
TOWNSHIP = Actor(6, "镇", (Grant(RECORD, "430999100"),))
MENDED, SEEN = date(2019, 3, 10), date(2019, 3, 12)


def state(number: int, day: date = SEEN) -> FindingState:
    one = finding(number, day)
    assert one
    return one.state


def test_it_is_mended_sent_back_mended_again_and_closed(bridge: int) -> None:
    number = found(bridge).pk
    states = [state(number)]

    report_mended(finding_id=number, today=MENDED, by=VILLAGE, note="已重新挂牌")
    states.append(state(number))
    send_back(finding_id=number, reason="还是歪的", today=SEEN, by=TOWNSHIP)
    states.append(state(number))
    report_mended(finding_id=number, today=SEEN, by=VILLAGE)
    close_finding(finding_id=number, today=SEEN, by=TOWNSHIP)
    states.append(state(number))

    assert states == ["open", "reported", "returned", "closed"]
    assert state(number, MENDED) == "reported"  # as of any day
    one = finding(number, SEEN)
    assert one
    assert one.closed_on == SEEN
    assert [step.note for step in one.steps] == ["已重新挂牌", "还是歪的", "", ""]
    said = Entry.objects.filter(subject="finding").order_by("pk")
    assert [entry.verb.partition(".")[2] for entry in said] == [
        "recorded", "reported", "returned", "reported", "closed",
    ]  # fmt: skip


def test_the_village_closes_nothing_and_sends_nothing_back(bridge: int) -> None:
    number = found(bridge).pk
    report_mended(finding_id=number, today=MENDED, by=VILLAGE)

    with pytest.raises(SupervisionForbidden):
        close_finding(finding_id=number, today=SEEN, by=VILLAGE)
    with pytest.raises(SupervisionForbidden):
        send_back(finding_id=number, reason="x", today=SEEN, by=VILLAGE)
    with pytest.raises(SupervisionForbidden):
        withdraw_finding(finding_id=number, why="x", by=VILLAGE)

    assert FindingStep.objects.count() == 1
    assert state(number) == "reported"


def test_another_village_answers_nothing_here(bridge: int) -> None:
    number = found(bridge).pk

    with pytest.raises(RecordForbidden):
        report_mended(
            finding_id=number, today=MENDED, by=Actor(7, "邻村", (Grant(RECORD, "430999100201"),))
        )

    assert not FindingStep.objects.exists()


def test_what_is_not_at_that_point_is_refused(bridge: int) -> None:
    number = found(bridge).pk

    with pytest.raises(NotNow):
        send_back(finding_id=number, reason="x", today=SEEN, by=TOWNSHIP)
    report_mended(finding_id=number, today=MENDED, by=VILLAGE)
    with pytest.raises(NotNow):
        report_mended(finding_id=number, today=MENDED, by=VILLAGE)
    with pytest.raises(ReasonMissing):
        send_back(finding_id=number, reason=" ", today=SEEN, by=TOWNSHIP)

    assert FindingStep.objects.count() == 1


def test_an_answer_may_have_a_photo_of_ones_own(bridge: int) -> None:
    number, shown = found(bridge).pk, photo()

    with pytest.raises(RecordUnfit):
        report_mended(finding_id=number, today=MENDED, by=VILLAGE, photo_id=shown.pk)
    assert not FindingStep.objects.exists()

    hers = Actor(shown.kept_by_id, "村", VILLAGE.grants)
    report_mended(finding_id=number, today=MENDED, by=hers, photo_id=shown.pk)
    assert FindingStep.objects.get().photo == shown


def test_what_was_none_is_withdrawn_with_a_reason_and_stays_to_be_seen(bridge: int) -> None:
    number = found(bridge).pk

    with pytest.raises(RecordUnfit):
        withdraw_finding(finding_id=number, why=" ", by=TOWNSHIP)
    withdraw_finding(finding_id=number, why="看错了", by=TOWNSHIP)
    with pytest.raises(NotNow):
        report_mended(finding_id=number, today=MENDED, by=VILLAGE)

    assert state(number) == "withdrawn"
    put_finding_back(finding_id=number, by=TOWNSHIP)
    assert state(number) == "open"


def test_what_a_struck_visit_found_counts_for_nothing(bridge: int) -> None:
    one = found(bridge)

    strike_visit(visit_id=one.visit_id, why="记错了村", by=TOWNSHIP)

    assert state(one.pk) == "withdrawn"


def test_the_village_gives_itself_no_other_day(bridge: int) -> None:
    one = found(bridge)

    with pytest.raises(SupervisionForbidden):
        amend_finding(finding_id=one.pk, values={"due_on": date(2019, 5, 1)}, by=VILLAGE)
    with pytest.raises(RecordUnfit):
        amend_finding(finding_id=one.pk, values={"due_on": date(2019, 3, 1)}, by=TOWNSHIP)

    one.refresh_from_db()
    assert one.due_on == DUE


def test_a_withdrawn_finding_goes_with_the_day_of_its_visit_too(bridge: int) -> None:
    one = found(bridge)
    withdraw_finding(finding_id=one.pk, why="看错了", by=TOWNSHIP)
    later = date(2019, 3, 20)

    amend_visit(visit_id=one.visit_id, values={"visited_on": later}, today=TODAY, by=TOWNSHIP)

    one.refresh_from_db()
    assert (one.raised_on, one.due_on) == (later, later)

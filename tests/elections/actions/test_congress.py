"""A congress of a village, from the call to the signed result."""

from collections.abc import Sequence
from datetime import date

import pytest

from jinguo.audit.models import Entry
from jinguo.elections.actions.calling import Call, call_off, correct, take_up
from jinguo.elections.actions.counting import remove_sheet, write_in
from jinguo.elections.actions.listing import add_delegates, call_roll
from jinguo.elections.actions.nominating import Nomination, nominate, withdraw
from jinguo.elections.actions.signing import sign, take_signature_back
from jinguo.elections.actions.voting import count_ballots, take_back
from jinguo.elections.actions.watching import remove_scrutineer, set_scrutineer
from jinguo.elections.enums import Attendance, Duty, Office
from jinguo.elections.errors import (
    CalledOff,
    CandidateCounts,
    CongressSigned,
    DelegateTwice,
    ElectionForbidden,
    InUse,
    NotReady,
    OpenCongress,
    QuorumMissed,
    SheetConflict,
    SheetImpossible,
    SheetOfAnother,
    StillLater,
    TooFewCandidates,
    WrittenInUnknown,
)
from jinguo.elections.models import Candidate, Congress, Delegate, Round, Sheet
from jinguo.elections.rules.counts import Ballots
from jinguo.kernel.actor import ELECT, VIEW, Actor, Grant
from jinguo.roster.actions.undoing import undo
from jinguo.roster.models import Appointment
from jinguo.roster.queries.committees import committee
from jinguo.roster.queries.terms import terms
from tests.factories.elections import (
    BY,
    DAY,
    FULL,
    NAMES,
    called,
    counted,
    elected,
    file_of,
    opened,
    prepared,
    sheet,
    village,
)

pytestmark = pytest.mark.usefixtures("qingliu")

TODAY = date(2022, 7, 12)


def test_a_telephone_number_among_the_words_is_masked() -> None:
    one = called()
    correct(congress_id=one.pk, words=Call(DAY, 5, 1, place="村部（电话19905000001）"), by=BY)
    words = Nomination("王芳", Office.EXECUTIVE, recommended_by="李支书 199 0500 0002")
    nominate(congress_id=one.pk, words=words, by=BY)

    assert Congress.objects.get(pk=one.pk).place == "村部（电话199****0001）"
    assert Candidate.objects.get(congress=one).recommended_by == "李支书 199****0002"


def names(people: Sequence[Candidate]) -> list[str]:
    return [one.name for one in people]


def test_the_signed_result_is_the_committee_and_ends_the_old_term() -> None:
    one = elected()
    before = committee(village().pk, date(2022, 7, 9))

    sign(congress_id=one.pk, today=TODAY, by=BY)

    seats = committee(village().pk, DAY)
    assert [(seat.name, seat.post) for seat in seats[:2]] == [
        ("王芳", "chair"),
        ("李梅", "vice_chair"),
    ]
    assert {seat.name for seat in seats} == set(NAMES[:5])
    assert terms([village().pk])[village().pk][-1] == DAY
    assert committee(village().pk, date(2022, 7, 9)) != []
    assert len(committee(village().pk, date(2022, 7, 9))) == len(before)


def test_taking_the_signature_back_leaves_everything_as_it_was() -> None:
    one = elected()
    before = list(Appointment.objects.order_by("pk").values())
    sign(congress_id=one.pk, today=TODAY, by=BY)

    take_signature_back(congress_id=one.pk, by=BY)

    assert list(Appointment.objects.order_by("pk").values()) == before
    assert file_of(one).open
    sign(congress_id=one.pk, today=TODAY, by=BY)
    assert file_of(one).signed


def test_a_signature_stands_while_the_next_congress_is_under_way() -> None:
    one = elected()
    sign(congress_id=one.pk, today=TODAY, by=BY)
    called()

    with pytest.raises(OpenCongress):
        take_signature_back(congress_id=one.pk, by=BY)

    assert file_of(one).signed


def test_a_result_undone_on_the_page_of_imports_can_be_signed_again() -> None:
    one = elected()
    sign(congress_id=one.pk, today=TODAY, by=BY)
    batch = file_of(one).congress.batch
    assert batch is not None

    undo(batch_id=batch.pk, by=BY)

    assert file_of(one).open
    sign(congress_id=one.pk, today=TODAY, by=BY)
    assert file_of(one).signed


def test_a_signed_congress_does_not_change() -> None:
    one = elected()
    sign(congress_id=one.pk, today=TODAY, by=BY)

    with pytest.raises(CongressSigned):
        add_delegates(congress_id=one.pk, names=["新人"], group_id=None, by=BY)
    with pytest.raises(CongressSigned):
        sign(congress_id=one.pk, today=TODAY, by=BY)

    assert not Delegate.objects.filter(name="新人").exists()


def test_nothing_is_signed_before_its_day_or_before_the_votes() -> None:
    one = prepared()
    with pytest.raises(NotReady):
        sign(congress_id=one.pk, today=TODAY, by=BY)
    Congress.objects.all().delete()

    done = elected()
    with pytest.raises(NotReady):
        sign(congress_id=done.pk, today=date(2022, 7, 9), by=BY)

    assert not Appointment.objects.filter(starts_on=DAY).exists()


def test_one_congress_of_a_unit_at_a_time() -> None:
    one = called()
    with pytest.raises(OpenCongress):
        called()

    call_off(congress_id=one.pk, by=BY)
    other = called()

    with pytest.raises(CalledOff):
        add_delegates(congress_id=one.pk, names=["新人"], group_id=None, by=BY)
    with pytest.raises(OpenCongress):
        take_up(congress_id=one.pk, by=BY)
    call_off(congress_id=other.pk, by=BY)
    take_up(congress_id=one.pk, by=BY)
    assert file_of(one).open


def test_who_has_no_right_in_the_unit_calls_no_congress() -> None:
    viewer = Actor(7, "看", (Grant(VIEW, "350423"), Grant(ELECT, "350423101")))

    with pytest.raises(ElectionForbidden):
        called(by=viewer)

    assert not Congress.objects.exists()


def test_a_name_stands_once_on_the_list() -> None:
    one = called()
    add_delegates(congress_id=one.pk, names=["李 梅", "王芳"], group_id=None, by=BY)

    with pytest.raises(DelegateTwice):
        add_delegates(congress_id=one.pk, names=["陈英", "李梅"], group_id=None, by=BY)

    assert Delegate.objects.count() == 2


def test_without_the_quorum_nothing_is_voted_on() -> None:
    one = prepared(present=23)

    with pytest.raises(QuorumMissed) as refusal:
        opened(one, Office.EXECUTIVE)

    assert "须到会24人" in str(refusal.value)
    assert not Round.objects.exists()


def test_executives_need_more_candidates_than_seats() -> None:
    with pytest.raises(TooFewCandidates):
        opened(prepared(executives=6), Office.EXECUTIVE)

    assert not Round.objects.exists()


def test_a_candidate_does_not_count_and_who_counts_does_not_stand() -> None:
    one = prepared()

    with pytest.raises(CandidateCounts):
        set_scrutineer(congress_id=one.pk, name="李 梅", duty=Duty.COUNTER, by=BY)
    with pytest.raises(CandidateCounts):
        nominate(congress_id=one.pk, words=Nomination("温计票", Office.EXECUTIVE), by=BY)

    assert len(file_of(one).everybody) == 6


def test_what_led_to_the_ballots_stands_until_the_vote_is_taken_back() -> None:
    one = prepared()
    vote = opened(one, Office.EXECUTIVE)
    candidate = file_of(one).candidates[0]

    with pytest.raises(StillLater):
        withdraw(congress_id=one.pk, candidate_id=candidate.pk, by=BY)
    with pytest.raises(StillLater):
        correct(congress_id=one.pk, words=Call(DAY, 4, 1), by=BY)
    with pytest.raises(StillLater):
        call_roll(congress_id=one.pk, attendance={}, by=BY)

    take_back(congress_id=one.pk, round_id=vote.pk, by=BY)
    withdraw(congress_id=one.pk, candidate_id=candidate.pk, by=BY)
    assert len(file_of(one).candidates) == 5


def test_sheets_of_several_counters_add_up() -> None:
    one = prepared()
    vote = opened(one, Office.EXECUTIVE)
    count_ballots(congress_id=one.pk, round_id=vote.pk, ballots=Ballots(31, 31, 1), by=BY)

    sheet(one, vote, "温计票", {"王芳": (15, 1), "李梅": (10, 6)}, 16)
    first = file_of(one).rounds[0]
    sheet(one, vote, "余计票", {"王芳": (14, 0), "李梅": (9, 5)}, 14)

    both = file_of(one).rounds[0]
    assert first.result is None
    assert "相差14张" in first.sentences[0]
    assert both.result is not None
    found = {votes.name: votes for votes in map(both.votes, both.nominees)}
    assert (found["王芳"].in_favour, found["王芳"].against, found["王芳"].abstain) == (29, 1, 0)
    assert (found["李梅"].in_favour, found["李梅"].abstain) == (19, 0)
    assert {who.name for who in both.elected} == {"王芳", "李梅"}


def test_a_sheet_that_was_saved_in_between_is_not_overwritten() -> None:
    one = prepared()
    vote = opened(one, Office.EXECUTIVE)
    sheet(one, vote, "温计票", {"王芳": (15, 1)}, 16)

    with pytest.raises(SheetConflict):
        sheet(one, vote, "温计票", {"王芳": (1, 1)}, 16)
    sheet(one, vote, "温计票", {"王芳": (14, 2)}, 16, version=1)

    assert file_of(one).rounds[0].sheets[0].sheet.version == 2
    assert file_of(one).rounds[0].votes(file_of(one).rounds[0].nominees[0]).in_favour == 14


def test_only_who_entered_a_sheet_corrects_it() -> None:
    one = prepared()
    vote = opened(one, Office.EXECUTIVE)
    sheet(one, vote, "温计票", {"王芳": (15, 1)}, 16)
    other = Actor(9, "余计票", BY.grants)

    with pytest.raises(SheetOfAnother):
        sheet(one, vote, "温计票", {"王芳": (1, 1)}, 16, version=1, by=other)
    with pytest.raises(SheetOfAnother):
        remove_sheet(
            congress_id=one.pk, round_id=vote.pk, sheet_id=Sheet.objects.get().pk, by=other
        )

    assert Sheet.objects.get().version == 1


def test_marks_beyond_the_ballots_of_a_sheet_are_refused() -> None:
    one = prepared()
    vote = opened(one, Office.EXECUTIVE)

    with pytest.raises(SheetImpossible):
        sheet(one, vote, "温计票", {"王芳": (15, 2)}, 16)

    assert not Sheet.objects.exists()


def test_a_tie_is_voted_on_again_among_the_tied() -> None:
    one = prepared(executives=2, names=("王芳", "李梅", "张兰"))
    votes = {"王芳": (24, 7), "李梅": (19, 12), "张兰": (19, 12)}
    counted(one, opened(one, Office.EXECUTIVE), votes, FULL)
    again = file_of(one).again(Office.EXECUTIVE)

    second = opened(one, Office.EXECUTIVE)
    counted(one, second, {"李梅": (20, 11), "张兰": (11, 20)}, FULL)

    assert again is not None
    assert (again.why, again.seats) == ("tied", 1)
    assert {who.name for who in again.candidates} == {"李梅", "张兰"}
    assert names(file_of(one).elected(Office.EXECUTIVE)) == ["王芳", "李梅"]
    assert file_of(one).settled(Office.EXECUTIVE)


def test_more_ballots_back_than_out_is_run_again_with_the_same_names() -> None:
    one = prepared()
    counted(one, opened(one, Office.EXECUTIVE), {"王芳": (30, 0)}, Ballots(30, 31, 0))

    file = file_of(one)
    second = opened(one, Office.EXECUTIVE)

    assert file.elected(Office.EXECUTIVE) == []
    assert (second.number, second.seats) == (2, 5)
    assert len(file_of(one).rounds[1].nominees) == 6


def test_a_woman_written_in_can_be_elected() -> None:
    one = prepared(executives=2, names=("王芳", "李梅", "张兰"))
    vote = opened(one, Office.EXECUTIVE)
    write_in(congress_id=one.pk, round_id=vote.pk, name="罗彩云", by=BY)

    counted(one, vote, {"王芳": (30, 1), "李梅": (9, 22), "罗彩云": (20, 0)}, FULL)

    file = file_of(one)
    assert names(file.elected(Office.EXECUTIVE)) == ["王芳", "罗彩云"]
    assert file.rounds[0].nominees[-1].written_in
    take_back(congress_id=one.pk, round_id=vote.pk, by=BY)
    assert "罗彩云" not in names(file_of(one).everybody)


def test_the_chair_is_elected_from_the_new_executives() -> None:
    one = elected()
    vote = file_of(one).rounds[-1].round

    with pytest.raises(WrittenInUnknown):
        write_in(congress_id=one.pk, round_id=vote.pk, name="黄玉琴", by=BY)


def test_a_seat_without_a_majority_stays_vacant() -> None:
    one = prepared()
    votes = dict.fromkeys(NAMES[:4], (30, 1)) | {"赖秀珍": (18, 13), "黄玉琴": (10, 21)}
    counted(one, opened(one, Office.EXECUTIVE), votes, FULL)

    file = file_of(one)

    assert file.settled(Office.EXECUTIVE)
    assert file.vacant(Office.EXECUTIVE) == 1
    assert file.rounds[0].sentences[-1] == "空缺1名。"


def test_a_counter_with_a_sheet_stays() -> None:
    one = elected()
    counter = next(who for who in file_of(one).scrutineers if who.name == "温计票")

    with pytest.raises(InUse):
        remove_scrutineer(congress_id=one.pk, scrutineer_id=counter.pk, by=BY)

    assert counter in file_of(one).scrutineers


def test_every_deed_leaves_an_entry() -> None:
    one = elected()
    sign(congress_id=one.pk, today=TODAY, by=BY)

    verbs = Entry.objects.filter(subject="congress", subject_id=str(one.pk))

    assert {entry.verb for entry in verbs} == {
        "election.called",
        "election.delegates_added",
        "election.nominated",
        "election.roll_called",
        "election.scrutineer_set",
        "election.vote_opened",
        "election.ballots_counted",
        "election.sheet_saved",
        "election.signed",
    }


def test_who_is_on_leave_is_due_but_not_present() -> None:
    one = prepared()

    meeting = file_of(one).meeting

    assert (meeting.due, meeting.present, meeting.leave, meeting.absent) == (36, 31, 5, 0)
    assert Attendance.LEAVE in {who.attendance for who in file_of(one).due}

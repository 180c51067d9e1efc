"""The count: who is elected, what makes a vote invalid."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinguo.elections.enums import Base
from jinguo.elections.rules.counting import Result, tally
from jinguo.elections.rules.counts import Ballots, Count, Meeting, Votes
from jinguo.elections.rules.shares import Difference, Share
from jinguo.elections.rules.standards import Standards
from jinguo.elections.rules.telling import told

STANDARDS = Standards(
    quorum=Share(Fraction(2, 3)),
    majority=Share(Fraction(1, 2), more_than=True),
    base=Base.DUE,
    difference=Difference(at_least=1),
)
MEETING = Meeting(due=36, present=31, leave=5)


def counted(
    *candidates: tuple[str, int, int],
    seats: int = 2,
    meeting: Meeting = MEETING,
    ballots: Ballots | None = None,
    standards: Standards = STANDARDS,
) -> Result:
    sheet = ballots or Ballots(meeting.present, meeting.present, 0)
    votes = [
        Votes(name, yes, no, sheet.valid - yes - no if sheet.valid >= yes + no else 0)
        for name, yes, no in candidates
    ]
    return tally(Count(meeting, seats, sheet, votes), standards)


def elected(result: Result) -> list[str]:
    return [one.name for one in result.elected]


def codes(result: Result) -> list[str]:
    return [fault.code for fault in result.faults]


def test_of_36_due_24_are_the_quorum() -> None:
    assert counted(("李梅", 30, 1)).quorum.needed == 24
    assert counted(("李梅", 23, 0), meeting=Meeting(36, 24, 12)).valid
    assert codes(counted(("李梅", 20, 0), meeting=Meeting(36, 23, 13))) == ["quorum_missed"]


def test_more_than_half_of_those_due_elects_not_of_those_present() -> None:
    result = counted(("李梅", 19, 12), ("王芳", 18, 13))

    assert result.needed == 19
    assert elected(result) == ["李梅"]
    assert result.vacant == 1


def test_more_than_the_seats_over_half_go_by_votes() -> None:
    result = counted(("李梅", 20, 11), ("王芳", 21, 10), ("张兰", 19, 12))

    assert elected(result) == ["王芳", "李梅"]
    assert result.vacant == 0


def test_equal_votes_for_the_last_seat_go_to_who_has_fewer_against() -> None:
    result = counted(("李梅", 20, 11), ("王芳", 21, 10), ("张兰", 20, 9))

    assert elected(result) == ["王芳", "张兰"]


def test_who_is_equal_for_and_against_is_voted_on_again() -> None:
    result = counted(("李梅", 20, 11), ("王芳", 21, 10), ("张兰", 20, 11))

    assert elected(result) == ["王芳"]
    assert {one.name for one in result.revote} == {"李梅", "张兰"}
    assert (result.revote_seats, result.vacant) == (1, 1)


def test_equal_votes_that_all_find_a_seat_are_no_tie() -> None:
    result = counted(("李梅", 20, 11), ("王芳", 20, 11))

    assert result.revote == ()
    assert len(result.elected) == 2


def test_more_ballots_back_than_out_is_run_again() -> None:
    result = counted(("李梅", 25, 0), ballots=Ballots(30, 31, 0))

    assert codes(result) == ["more_returned_than_issued"]
    assert (result.elected, result.revote, result.vacant) == ((), (), 2)


def test_numbers_that_contradict_each_other_are_each_named() -> None:
    count = Count(
        Meeting(36, 33, 5),
        1,
        Ballots(34, 31, 32),
        [Votes("李梅", 1), Votes("李 梅", 0)],
    )

    result = tally(count, STANDARDS)

    assert codes(result) == [
        "more_attend_than_due",
        "more_issued_than_present",
        "more_invalid_than_returned",
        "name_twice",
        "more_marks_than_ballots",
        "more_votes_than_marks",
    ]
    assert all("%(" not in str(fault) for fault in result.faults)


def test_more_names_than_seats_on_all_ballots_cannot_be() -> None:
    result = counted(("李梅", 31, 0), ("王芳", 31, 0), ("张兰", 1, 0))

    assert codes(result) == ["more_votes_than_marks"]


def test_more_written_in_than_against_cannot_be() -> None:
    votes = [Votes("李梅", 28, 3), Votes("王芳", 4, write_in=True)]

    result = tally(Count(MEETING, 2, Ballots(31, 31, 0), votes), STANDARDS)

    assert codes(result) == ["write_ins_too_many"]


def test_a_county_may_ask_for_more_than_half_present_and_half_of_the_ballots() -> None:
    other = Standards(
        Share(Fraction(1, 2), more_than=True),
        Share(Fraction(1, 2), more_than=True),
        Base.RETURNED,
        Difference(1),
    )

    result = counted(("李梅", 11, 9), meeting=Meeting(36, 20, 16), standards=other)

    assert (result.quorum.needed, result.needed, elected(result)) == (19, 11, ["李梅"])


@pytest.mark.django_db  # the catalogue is compiled with the database
def test_the_outcome_is_told_in_chinese() -> None:
    votes = [Votes("李梅", 30, 1), Votes("王芳", 10, 21)]
    count = Count(MEETING, 2, Ballots(31, 31, 0), votes)

    assert told(count, tally(count, STANDARDS)) == [
        "应到36人，实到31人，请假5人，缺席0人；须到会24人，符合法定人数，可以进行选举。",
        "发出选票31张，收回31张，其中有效票31张，废票0张，选举有效。",
        "得赞成票19票以上当选；应选2名，当选1名：李梅。",
        "空缺1名。",
    ]


@st.composite
def elections(draw: st.DrawFn) -> tuple[Count, list[list[str]]]:
    """A generated election, and its ballots: each a list of marks, one a candidate."""
    due = draw(st.integers(1, 40))
    present = draw(st.integers(0, due))
    seats = draw(st.integers(1, 6))
    names = [f"候选{number}" for number in range(draw(st.integers(1, 8)))]
    issued = draw(st.integers(0, present))
    returned = draw(st.integers(0, issued + 1))
    marks = st.lists(
        st.sampled_from(["for", "against", "abstain"]), min_size=len(names), max_size=len(names)
    )
    sheets = draw(st.lists(marks, min_size=returned, max_size=returned))
    return _count(Meeting(due, present, due - present), seats, issued, names, sheets), sheets


def _count(
    meeting: Meeting, seats: int, issued: int, names: list[str], sheets: list[list[str]]
) -> Count:
    valid = [sheet for sheet in sheets if sheet.count("for") <= seats]

    def marked(at: int, mark: str) -> int:
        return sum(sheet[at] == mark for sheet in valid)

    votes = [
        Votes(name, marked(at, "for"), marked(at, "against"), marked(at, "abstain"))
        for at, name in enumerate(names)
    ]
    return Count(meeting, seats, Ballots(issued, len(sheets), len(sheets) - len(valid)), votes)


@given(elections())
def test_no_election_seats_too_many_or_anybody_below_the_threshold(
    made: tuple[Count, list[list[str]]],
) -> None:
    count, _sheets = made

    result = tally(count, STANDARDS)

    assert len(result.elected) + result.vacant == count.seats
    assert all(2 * one.in_favour > count.meeting.due for one in result.elected)
    assert not result.revote or len(result.revote) > result.revote_seats > 0
    assert not set(result.revote) & set(result.elected)
    best_left = [one for one in count.candidates if one not in (*result.elected, *result.revote)]
    if result.valid and result.elected and best_left:
        least = min(one.in_favour for one in result.elected)
        assert all(one.in_favour <= least for one in best_left)


@given(elections())
def test_a_vote_with_more_ballots_back_than_out_is_invalid(
    made: tuple[Count, list[list[str]]],
) -> None:
    count, _sheets = made

    result = tally(count, STANDARDS)

    if count.ballots.returned > count.ballots.issued:
        assert not result.valid
        assert result.elected == ()
    quorate = 3 * count.meeting.present >= 2 * count.meeting.due
    ordinary = 0 < count.ballots.returned <= count.ballots.issued
    assert result.valid == (quorate and ordinary)


@given(elections(), st.randoms(use_true_random=False))
def test_the_result_does_not_depend_on_the_order_of_ballots_or_candidates(
    made: tuple[Count, list[list[str]]], random: object
) -> None:
    count, sheets = made
    order = list(range(len(count.candidates)))
    random.shuffle(order)  # type: ignore[attr-defined]
    random.shuffle(sheets)  # type: ignore[attr-defined]
    names = [count.candidates[at].name for at in order]
    other = _count(
        count.meeting,
        count.seats,
        count.ballots.issued,
        names,
        [[sheet[at] for at in order] for sheet in sheets],
    )

    first, second = tally(count, STANDARDS), tally(other, STANDARDS)

    assert elected(first) == elected(second)
    assert first.revote == second.revote
    assert (first.valid, first.vacant) == (second.valid, second.vacant)

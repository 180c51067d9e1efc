"""Where the numbers of one count cannot all be right."""

from collections import Counter
from collections.abc import Iterator

from jinguo.elections.errors import (
    Contradiction,
    MoreAttendThanDue,
    MoreInvalidThanReturned,
    MoreIssuedThanPresent,
    MoreMarksThanBallots,
    MoreVotesThanMarks,
    NameTwice,
    WriteInsForbidden,
    WriteInsTooMany,
)
from jinguo.elections.rules.counts import Count
from jinguo.elections.rules.standards import Standards
from jinguo.kernel.text import fold


def contradictions(count: Count, standards: Standards) -> list[Contradiction]:
    """Every contradiction, in the order of the papers: attendance, ballots, marks."""
    return [
        *_attendance(count),
        *_ballots(count),
        *_names(count),
        *_marks(count),
        *_write_ins(count, standards),
    ]


def _attendance(count: Count) -> Iterator[Contradiction]:
    meeting = count.meeting
    if meeting.absent < 0:
        yield MoreAttendThanDue(
            path="present", present=meeting.present, leave=meeting.leave, due=meeting.due
        )


def _ballots(count: Count) -> Iterator[Contradiction]:
    ballots, present = count.ballots, count.meeting.present
    if ballots.issued > present:
        yield MoreIssuedThanPresent(path="ballots.issued", issued=ballots.issued, present=present)
    if ballots.valid < 0:
        yield MoreInvalidThanReturned(
            path="ballots.invalid", invalid=ballots.invalid, returned=ballots.returned
        )


def _names(count: Count) -> Iterator[Contradiction]:
    seen: Counter[str] = Counter()
    for at, one in enumerate(count.candidates):
        seen[fold(one.name)] += 1
        if seen[fold(one.name)] == 2:
            yield NameTwice(path=f"candidates[{at}].name", name=one.name)


def _marks(count: Count) -> Iterator[Contradiction]:
    valid = max(count.ballots.valid, 0)
    for at, one in enumerate(count.candidates):
        marks = one.in_favour + one.against + one.abstain
        if marks > valid:
            yield MoreMarksThanBallots(
                path=f"candidates[{at}]", name=one.name, marks=marks, valid=valid
            )
    votes = sum(one.in_favour for one in count.candidates)
    if votes > count.seats * valid:
        yield MoreVotesThanMarks(
            path="candidates",
            votes=votes,
            valid=valid,
            seats=count.seats,
            limit=count.seats * valid,
        )


def _write_ins(count: Count, standards: Standards) -> Iterator[Contradiction]:
    written = [(at, one) for at, one in enumerate(count.candidates) if one.write_in]
    if not standards.write_ins:
        for at, one in written:
            yield WriteInsForbidden(path=f"candidates[{at}]", name=one.name)
        return
    votes = sum(one.in_favour for _at, one in written)
    against = sum(one.against for one in count.candidates if not one.write_in)
    if votes > against:
        yield WriteInsTooMany(path=f"candidates[{written[0][0]}].for", votes=votes, against=against)

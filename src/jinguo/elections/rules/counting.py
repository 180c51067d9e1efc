"""The count of one vote: whether it is valid, who is elected, who must be voted on again."""

from collections.abc import Sequence
from dataclasses import dataclass

from jinguo.elections.enums import Base
from jinguo.elections.errors import MoreReturnedThanIssued, NobodyVoted, QuorumMissed
from jinguo.elections.rules.contradictions import contradictions
from jinguo.elections.rules.counts import Count, Meeting, Votes
from jinguo.elections.rules.standards import Standards
from jinguo.elections.rules.strokes import place
from jinguo.kernel.errors import JinguoError


@dataclass(frozen=True, slots=True)
class Quorum:
    """How many of those due must be present, and whether they are."""

    needed: int
    reached: bool
    rule: str


@dataclass(frozen=True, slots=True)
class Result:
    """The outcome of a vote. An invalid one elects nobody and says why in ``faults``.

    ``elected`` by votes; ``revote`` are those who tie for the last seats, ``revote_seats`` of
    them; ``vacant`` counts every seat this vote does not fill, those of the re-vote included.
    """

    faults: tuple[JinguoError, ...]
    quorum: Quorum
    needed: int
    elected: tuple[Votes, ...]
    revote: tuple[Votes, ...]
    revote_seats: int
    vacant: int

    @property
    def valid(self) -> bool:
        """Whether the vote counts."""
        return not self.faults


def quorum(meeting: Meeting, standards: Standards) -> Quorum:
    """The quorum of a meeting: of 36 due, 24 must be present where the rule is at least 2/3."""
    needed = standards.quorum.needed(meeting.due)
    return Quorum(needed, meeting.present >= needed, standards.quorum.words)


def tally(count: Count, standards: Standards) -> Result:
    """Count a vote by the rules.

    Elected is who has the majority; of more than there are seats, those with most votes. Equal
    votes at the last seat: fewer against first; those still equal are voted on again.
    """
    meeting, ballots = count.meeting, count.ballots
    found = quorum(meeting, standards)
    base = {
        Base.DUE: meeting.due,
        Base.PRESENT: meeting.present,
        Base.RETURNED: ballots.returned,
    }[standards.base]
    needed = standards.majority.needed(base)
    faults = (*contradictions(count, standards), *_invalid(count, found))
    if faults:
        return Result(faults, found, needed, (), (), 0, count.seats)
    enough = [one for one in count.candidates if one.in_favour >= needed]
    elected, tied = _seated(sorted(enough, key=_rank), count.seats)
    left = count.seats - len(elected)
    return Result((), found, needed, elected, tied, left if tied else 0, left)


def _invalid(count: Count, found: Quorum) -> list[JinguoError]:
    meeting, ballots = count.meeting, count.ballots
    faults: list[JinguoError] = []
    if not found.reached:
        faults.append(
            QuorumMissed(
                present=meeting.present, due=meeting.due, needed=found.needed, rule=found.rule
            )
        )
    if ballots.returned > ballots.issued:
        faults.append(MoreReturnedThanIssued(returned=ballots.returned, issued=ballots.issued))
    elif ballots.returned == 0:
        faults.append(NobodyVoted())
    return faults


def _seated(ranked: Sequence[Votes], seats: int) -> tuple[tuple[Votes, ...], tuple[Votes, ...]]:
    """Who sits without doubt, and who ties for the seats that are left."""
    if len(ranked) <= seats:
        return tuple(ranked), ()
    last, next_one = _standing(ranked[seats - 1]), _standing(ranked[seats])
    if last != next_one:
        return tuple(ranked[:seats]), ()
    sure = tuple(one for one in ranked if _standing(one) < last)
    return sure, tuple(one for one in ranked if _standing(one) == last)


def _standing(votes: Votes) -> tuple[int, int]:
    """Lower is better: more votes for, then fewer against."""
    return -votes.in_favour, votes.against


def _rank(votes: Votes) -> tuple[object, ...]:
    return *_standing(votes), place(votes.name)

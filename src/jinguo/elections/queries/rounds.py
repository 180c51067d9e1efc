"""One vote as recorded: who stands, what each counter found, and what comes of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from jinguo.elections.enums import Office
from jinguo.elections.errors import Invalid, SheetsDiffer
from jinguo.elections.models import Candidate, Mark, Nominee, Round, Sheet
from jinguo.elections.rules.counting import Result, tally
from jinguo.elections.rules.counts import Ballots, Count, Meeting, Votes
from jinguo.elections.rules.standards import Standards
from jinguo.elections.rules.strokes import place
from jinguo.elections.rules.telling import told
from jinguo.kernel.errors import JinguoError


@dataclass(frozen=True, slots=True)
class SheetView:
    """One counter's sheet with its marks, by nominee."""

    sheet: Sheet
    counter: str
    marks: dict[int, Mark]


@dataclass(frozen=True, slots=True)
class RoundView:
    """One round with its nominees (by strokes, those written in last) and its sheets."""

    round: Round
    meeting: Meeting
    standards: Standards
    nominees: Sequence[Nominee]
    candidates: dict[int, Candidate]
    sheets: Sequence[SheetView]

    @property
    def office(self) -> Office:
        """What is voted on."""
        return Office(self.round.office)

    @property
    def ballots(self) -> Ballots | None:
        """The ballots, once all three numbers are recorded."""
        one = self.round
        if one.issued is None or one.returned is None or one.invalid is None:
            return None
        return Ballots(one.issued, one.returned, one.invalid)

    @property
    def counted(self) -> int:
        """Valid ballots on all sheets together."""
        return sum(one.sheet.ballots for one in self.sheets)

    def candidate(self, nominee: Nominee) -> Candidate:
        """Who the nominee is."""
        return self.candidates[nominee.candidate_id]

    def votes(self, nominee: Nominee) -> Votes:
        """Her marks on all sheets; on each, whoever is neither for nor against abstains."""
        marks = [one.marks[nominee.pk] for one in self.sheets if nominee.pk in one.marks]
        in_favour = sum(mark.in_favour for mark in marks)
        against = sum(mark.against for mark in marks)
        rest = 0 if nominee.written_in else max(self.counted - in_favour - against, 0)
        return Votes(
            self.candidate(nominee).name, in_favour, against, rest, write_in=nominee.written_in
        )

    @property
    def count(self) -> Count | None:
        """The numbers of the vote, once the ballots are recorded."""
        if self.ballots is None:
            return None
        votes = [self.votes(one) for one in self.nominees]
        return Count(self.meeting, self.round.seats, self.ballots, votes)

    @property
    def result(self) -> Result | None:
        """What comes of it; ``None`` while ballots are missing or not all are counted."""
        count = self.count
        if count is None:
            return None
        result = tally(count, self.standards)
        return None if self.differs and not self._void(result) else result

    @property
    def differs(self) -> JinguoError | None:
        """Where the sheets do not make up the valid ballots."""
        ballots = self.ballots
        if ballots is None or ballots.valid < 0 or ballots.valid == self.counted:
            return None
        return SheetsDiffer(
            counted=self.counted, valid=ballots.valid, n=abs(ballots.valid - self.counted)
        )

    @property
    def void(self) -> bool:
        """Whether the vote is to be run again, whatever the sheets say."""
        return self.result is not None and self._void(self.result)

    def _void(self, result: Result) -> bool:
        return any(isinstance(fault, Invalid) for fault in result.faults)

    @property
    def decided(self) -> bool:
        """Whether the vote is over: valid, or to be run again."""
        return self.result is not None and (self.result.valid or self.void)

    @property
    def sentences(self) -> list[str]:
        """The outcome as it is read out; what is still missing, where it has none."""
        if self.count is not None and self.result is not None:
            return told(self.count, self.result)
        return [str(self.differs)] if self.differs and self.sheets else []

    @property
    def elected(self) -> list[Candidate]:
        """Who is elected by a valid vote, by strokes."""
        return self._who(self.result.elected if self.result else ())

    @property
    def tied(self) -> list[Candidate]:
        """Who must be voted on again."""
        return self._who(self.result.revote if self.result else ())

    def _who(self, votes: Sequence[Votes]) -> list[Candidate]:
        names = {one.name for one in votes}
        found = [one for one in map(self.candidate, self.nominees) if one.name in names]
        return sorted(found, key=lambda one: place(one.name))

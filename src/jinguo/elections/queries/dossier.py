"""Everything recorded of one congress, and what follows from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from jinguo.divisions.queries import Place, latest
from jinguo.elections.enums import Attendance, Office
from jinguo.elections.models import (
    Candidate,
    Congress,
    Delegate,
    Group,
    Nominee,
    Round,
    Scrutineer,
    Sheet,
)
from jinguo.elections.queries.rounds import RoundView, SheetView
from jinguo.elections.queries.rulebook import RuleBook, rule_book
from jinguo.elections.rules.counting import Quorum, quorum
from jinguo.elections.rules.counts import Meeting
from jinguo.elections.rules.proposal import ProposalVerdict, ProposedSeat, judge_proposal
from jinguo.elections.rules.strokes import place as by_strokes
from jinguo.federations.queries import federation_name
from jinguo.kernel.actor import ELECT, VIEW, Actor
from jinguo.roster.queries.vocabulary import RuleBook as CompositionRules


@dataclass(frozen=True, slots=True)
class NextVote:
    """A vote that is due: on which office, how many seats, who stands, and why again."""

    office: Office
    seats: int
    candidates: Sequence[Candidate]
    why: str = ""


class Dossier:
    """One congress with all that belongs to it, read once."""

    def __init__(self, congress: Congress) -> None:
        self.congress = congress
        self.place: Place = latest(congress.federation.division_id)
        self.name = federation_name(self.place)
        self.level = congress.federation.level
        self.book: RuleBook = rule_book(self.place.code, self.level, congress.held_on)
        self.groups = list(Group.objects.filter(congress=congress).order_by("pk"))
        self.delegates = list(Delegate.objects.filter(congress=congress).order_by("pk"))
        self.scrutineers = list(Scrutineer.objects.filter(congress=congress).order_by("pk"))
        everybody = Candidate.objects.filter(congress=congress)
        self.everybody = sorted(everybody, key=lambda one: by_strokes(one.name))

    @property
    def signed(self) -> bool:
        """Whether the result is signed and stands."""
        batch = self.congress.batch
        return batch is not None and batch.undone_at is None

    @property
    def open(self) -> bool:
        """Whether anything can still be changed."""
        return not self.signed and self.congress.called_off_at is None

    @property
    def candidates(self) -> list[Candidate]:
        """Who was proposed, by strokes of the surname."""
        return [one for one in self.everybody if not one.written_in]

    @property
    def due(self) -> list[Delegate]:
        """Delegates whose credentials passed."""
        return [one for one in self.delegates if one.passed]

    @property
    def roll_called(self) -> bool:
        """Whether it is recorded of every delegate whether she came."""
        return bool(self.due) and all(one.attendance for one in self.due)

    @property
    def meeting(self) -> Meeting:
        """The congress in numbers."""
        return _meeting([one.attendance for one in self.due])

    @property
    def quorum(self) -> Quorum:
        """How many must be present, and whether they are."""
        return quorum(self.meeting, self.book.standards)

    @cached_property
    def rounds(self) -> list[RoundView]:
        """Every vote, in the order in which they were opened."""
        rounds = list(Round.objects.filter(congress=self.congress).order_by("pk"))
        candidates = {one.pk: one for one in self.everybody}
        nominees = list(Nominee.objects.filter(round__in=rounds))
        nominees.sort(key=lambda n: (n.written_in, by_strokes(candidates[n.candidate_id].name)))
        found = Sheet.objects.filter(round__in=rounds).select_related("counter").order_by("pk")
        sheets = [
            SheetView(one, one.counter.name, {mark.nominee_id: mark for mark in one.marks.all()})
            for one in found.prefetch_related("marks")
        ]
        views: list[RoundView] = []
        for one in rounds:
            congress_votes = one.office == Office.EXECUTIVE
            meeting = self.meeting if congress_votes else self._committee(views)
            views.append(
                RoundView(
                    one,
                    meeting,
                    self.book.standards,
                    [nominee for nominee in nominees if nominee.round_id == one.pk],
                    candidates,
                    [sheet for sheet in sheets if sheet.sheet.round_id == one.pk],
                )
            )
        return views

    def of(self, office: Office) -> list[RoundView]:
        """The votes on one office."""
        return [one for one in self.rounds if one.office == office]

    def elected(self, office: Office) -> list[Candidate]:
        """Who is elected so far, by strokes."""
        return _elected(self.rounds, office)

    @property
    def elected_at_all(self) -> bool:
        """Whether the votes on executives are over and elected somebody."""
        return self.settled(Office.EXECUTIVE) and bool(self.elected(Office.EXECUTIVE))

    @property
    def committee(self) -> Meeting:
        """The first meeting of the new committee in numbers."""
        return self._committee(self.rounds)

    def _committee(self, rounds: Sequence[RoundView]) -> Meeting:
        return _meeting([one.attendance for one in _elected(rounds, Office.EXECUTIVE)])

    def seats(self, office: Office) -> int:
        """Seats of an office that are to be filled; a by-election is about executives alone."""
        if self.congress.by_election and office != Office.EXECUTIVE:
            return 0
        seats = {
            Office.EXECUTIVE: self.congress.executives,
            Office.CHAIR: 1,
            Office.VICE_CHAIR: self.congress.vice_chairs,
        }
        return seats[office]

    def settled(self, office: Office) -> bool:
        """Whether the votes on an office are over, or there is none to be held."""
        if not self.seats(office):
            return True
        rounds = self.of(office)
        return bool(rounds) and rounds[-1].decided and self.again(office) is None

    def again(self, office: Office) -> NextVote | None:
        """The vote that must be held once more after the last on this office."""
        rounds = self.of(office)
        if not rounds or not rounds[-1].decided:
            return None
        last = rounds[-1]
        if last.void:
            stood = [last.candidate(one) for one in last.nominees if not one.written_in]
            return NextVote(office, last.round.seats, stood, "void")
        if last.tied and last.result:
            return NextVote(office, last.result.revote_seats, last.tied, "tied")
        return None

    def vacant(self, office: Office) -> int:
        """Seats that the votes so far leave empty."""
        return self.seats(office) - len(self.elected(office))


def dossier(congress_id: int, *, reader: Actor) -> Dossier | None:
    """A congress as the reader may see it; ``None`` where there is none for her."""
    found = Congress.objects.select_related("federation", "batch").filter(pk=congress_id).first()
    if found is None:
        return None
    file = Dossier(found)
    return file if reader.may(VIEW, file.place.code) else None


def may_hold(file: Dossier, actor: Actor) -> bool:
    """Whether the actor runs this election."""
    return actor.may(ELECT, file.place.code)


def _elected(rounds: Sequence[RoundView], office: Office) -> list[Candidate]:
    found = [who for one in rounds if one.office == office for who in one.elected]
    return sorted(found, key=lambda one: by_strokes(one.name))


def _meeting(attendances: Sequence[str]) -> Meeting:
    return Meeting(
        len(attendances),
        sum(one == Attendance.PRESENT for one in attendances),
        sum(one == Attendance.LEAVE for one in attendances),
    )


def verdict(file: Dossier) -> list[ProposalVerdict]:
    """The proposed list judged by the rules of composition of the day of the congress."""
    rules = CompositionRules().rules(file.place.code, file.level, file.congress.held_on)
    seats = [
        ProposedSeat(one.name, one.post, one.kind, tuple(one.categories)) for one in file.candidates
    ]
    return judge_proposal(rules, seats, file.congress.executives)

"""Votes: handing out ballots, taking a vote back, counting the ballots that came back."""

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from jinguo.elections.actions.opening import noted, taken
from jinguo.elections.enums import Attendance, Duty, Office
from jinguo.elections.errors import NotReady, QuorumMissed, StillLater, TooFewCandidates
from jinguo.elections.models import Candidate, Nominee, Round
from jinguo.elections.queries.dossier import Dossier
from jinguo.elections.rules.counting import quorum
from jinguo.elections.rules.counts import Ballots, Meeting
from jinguo.kernel.actor import Actor


@transaction.atomic
def open_vote(
    *, congress_id: int, office: Office, candidate_ids: Sequence[int] = (), by: Actor
) -> Round:
    """Begin the next vote on an office.

    The first vote on executives is about everybody proposed; one that follows a tie or an
    invalid vote about those it must be about; ``candidate_ids`` say who stands for chair and
    vice-chair. Raises ``NotReady``, ``QuorumMissed``, ``TooFewCandidates`` and ``StillLater``.
    """
    file = taken(congress_id, by)
    again = file.again(office)
    if again:
        seats, standing = again.seats, list(again.candidates)
    else:
        if file.of(office):
            raise StillLater(what=_("this vote was opened"))
        seats = file.seats(office)
        standing = _standing(file, office, candidate_ids)
    made = Round.objects.create(
        congress=file.congress, office=office, number=len(file.of(office)) + 1, seats=seats
    )
    Nominee.objects.bulk_create(Nominee(round=made, candidate=one) for one in standing)
    noted(file, by, "vote_opened", office=office, number=made.number, seats=seats)
    return made


def _standing(file: Dossier, office: Office, candidate_ids: Sequence[int]) -> list[Candidate]:
    if office == Office.EXECUTIVE:
        _ready(file)
        return file.candidates
    if not file.settled(Office.EXECUTIVE):
        raise NotReady(why=_("the executives are not elected yet."))
    if office == Office.VICE_CHAIR and not file.settled(Office.CHAIR):
        raise NotReady(why=_("the chair is not elected yet."))
    _quorate(file.committee, file)
    chairs = {one.pk for one in file.elected(Office.CHAIR)}
    free = [one for one in file.elected(Office.EXECUTIVE) if one.pk not in chairs]
    standing = [one for one in free if one.pk in candidate_ids]
    if not standing:
        raise NotReady(why=_("choose who stands."))
    return standing


def _ready(file: Dossier) -> None:
    """Whether the congress can vote on executives."""
    if not file.roll_called:
        raise NotReady(why=_("the roll is not called yet."))
    _quorate(file.meeting, file)
    needed = file.book.standards.difference.candidates(file.congress.executives)
    if len(file.candidates) < needed:
        raise TooFewCandidates(
            given=len(file.candidates), seats=file.congress.executives, needed=needed
        )
    duties = {one.duty for one in file.scrutineers}
    if Duty.COUNTER not in duties or not duties & {Duty.CHIEF, Duty.SCRUTINEER}:
        raise NotReady(why=_("name somebody who watches the count and somebody who counts."))


def _quorate(meeting: Meeting, file: Dossier) -> None:
    found = quorum(meeting, file.book.standards)
    if not found.reached:
        raise QuorumMissed(
            present=meeting.present, due=meeting.due, needed=found.needed, rule=found.rule
        )


@transaction.atomic
def take_back(*, congress_id: int, round_id: int, by: Actor) -> None:
    """Forget the last vote with its sheets; the step before it can be changed again.

    Raises ``StillLater`` for any vote but the last. The audit keeps the numbers.
    """
    file = taken(congress_id, by)
    if not file.rounds or file.rounds[-1].round.pk != round_id:
        if not any(one.round.pk == round_id for one in file.rounds):
            return
        raise StillLater(what=_("a later vote was opened"))
    last = file.rounds[-1]
    marks = {
        one.candidate(nominee).name: last.votes(nominee).in_favour
        for one in [last]
        for nominee in last.nominees
    }
    noted(
        file, by, "vote_taken_back", office=last.office, number=last.round.number,
        issued=last.round.issued, returned=last.round.returned, votes=marks,
    )  # fmt: skip
    last.round.sheets.all().delete()
    last.round.delete()
    _forget_written_in(file)


def _forget_written_in(file: Dossier) -> None:
    """Who was named only in the vote that is gone was never a candidate."""
    Candidate.objects.filter(
        congress=file.congress, written_in=True, nominations__isnull=True
    ).delete()


@transaction.atomic
def count_ballots(*, congress_id: int, round_id: int, ballots: Ballots, by: Actor) -> None:
    """Record the ballots of a vote, as far as no later vote builds on them."""
    file = taken(congress_id, by)
    found = last_vote(file, round_id)
    found.issued, found.returned, found.invalid = ballots.issued, ballots.returned, ballots.invalid
    found.save(update_fields=["issued", "returned", "invalid"])
    noted(
        file, by, "ballots_counted", office=found.office, number=found.number,
        issued=ballots.issued, returned=ballots.returned, invalid=ballots.invalid,
    )  # fmt: skip


@transaction.atomic
def call_committee(*, congress_id: int, attendance: Mapping[int, Attendance], by: Actor) -> None:
    """Record who of the new executives came to their first meeting."""
    file = taken(congress_id, by)
    if file.of(Office.CHAIR):
        raise StillLater(what=_("the vote on the chair was opened"))
    called = [one for one in file.elected(Office.EXECUTIVE) if one.pk in attendance]
    for one in called:
        one.attendance = attendance[one.pk]
    Candidate.objects.bulk_update(called, ["attendance"])
    away = {one.name: one.attendance for one in called if one.attendance != Attendance.PRESENT}
    noted(file, by, "committee_called", called=len(called), away=away)


def last_vote(file: Dossier, round_id: int) -> Round:
    """The vote, if it is the last. Raises ``StillLater``, or ``NotReady`` where it is gone."""
    if file.rounds and file.rounds[-1].round.pk == round_id:
        return file.rounds[-1].round
    if any(one.round.pk == round_id for one in file.rounds):
        raise StillLater(what=_("a later vote was opened"))
    raise NotReady(why=_("this vote was taken back."))

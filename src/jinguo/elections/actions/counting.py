"""Count sheets: each counter enters her own, all at the same time."""

from collections.abc import Mapping

from django.db import transaction
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from jinguo.elections.actions.opening import noted, taken
from jinguo.elections.actions.vacancies import no_namesake_sits
from jinguo.elections.actions.voting import last_vote
from jinguo.elections.enums import Duty, Office
from jinguo.elections.errors import (
    CandidateCounts,
    DelegateTwice,
    NotReady,
    SheetConflict,
    SheetImpossible,
    SheetOfAnother,
    WrittenInUnknown,
)
from jinguo.elections.models import Candidate, Mark, Nominee, Sheet
from jinguo.elections.queries.dossier import Dossier
from jinguo.elections.queries.rounds import RoundView
from jinguo.kernel.actor import Actor
from jinguo.kernel.text import fold

Marks = Mapping[int, tuple[int, int]]
"""Nominee → votes for and against."""


@transaction.atomic
def save_sheet(
    *,
    congress_id: int,
    round_id: int,
    counter_id: int,
    ballots: int,
    marks: Marks,
    version: int,
    by: Actor,
) -> Sheet:
    """Save a counter's sheet; ``version`` is that of the sheet as the page showed it, 0 for none.

    Raises ``SheetConflict`` where somebody saved in between, ``SheetOfAnother``, and
    ``SheetImpossible`` where marks do not fit the ballots. Nothing is saved then.
    """
    file = taken(congress_id, by)
    last_vote(file, round_id)
    vote = file.rounds[-1]
    if not any(one.pk == counter_id and one.duty == Duty.COUNTER for one in file.scrutineers):
        raise NotReady(why=_("choose whose sheet this is."))
    _check(vote, ballots, marks)
    sheet = Sheet.objects.filter(round_id=round_id, counter_id=counter_id).first()
    if sheet is None and version == 0:
        sheet = Sheet(round_id=round_id, counter_id=counter_id, version=0, by_id=by.id)
    elif sheet is None or sheet.version != version:
        raise SheetConflict(who=sheet.by_name if sheet else _("Somebody"))
    elif sheet.by_id != by.id:
        raise SheetOfAnother(who=sheet.by_name)
    sheet.ballots, sheet.by_name = ballots, by.name
    sheet.version += 1
    sheet.saved_at = Now()
    sheet.save()
    Mark.objects.filter(sheet=sheet).delete()
    Mark.objects.bulk_create(
        Mark(sheet=sheet, nominee=one, in_favour=marks[one.pk][0], against=marks[one.pk][1])
        for one in vote.nominees
        if one.pk in marks
    )
    noted(
        file, by, "sheet_saved", office=vote.office, sheet=sheet.pk, version=sheet.version,
        ballots=ballots, marks={str(key): list(value) for key, value in marks.items()},
    )  # fmt: skip
    return sheet


def _check(vote: RoundView, ballots: int, marks: Marks) -> None:
    for one in vote.nominees:
        in_favour, against = marks.get(one.pk, (0, 0))
        if in_favour + against > ballots:
            raise SheetImpossible(
                name=vote.candidate(one).name, marks=in_favour + against, ballots=ballots
            )


@transaction.atomic
def remove_sheet(*, congress_id: int, round_id: int, sheet_id: int, by: Actor) -> None:
    """Take a sheet out of the count. Raises ``SheetOfAnother``."""
    file = taken(congress_id, by)
    last_vote(file, round_id)
    for one in Sheet.objects.filter(round_id=round_id, pk=sheet_id):
        if one.by_id != by.id:
            raise SheetOfAnother(who=one.by_name)
        one.delete()
        noted(file, by, "sheet_removed", sheet=sheet_id, ballots=one.ballots)


@transaction.atomic
def write_in(*, congress_id: int, round_id: int, name: str, by: Actor) -> None:
    """Somebody whom voters named without her standing: a line for her on every sheet.

    Raises ``DelegateTwice``, ``CandidateCounts`` and, for chair and vice-chair,
    ``WrittenInUnknown`` where she is no new executive.
    """
    file = taken(congress_id, by)
    last_vote(file, round_id)
    vote = file.rounds[-1]
    if any(fold(vote.candidate(one).name) == fold(name) for one in vote.nominees):
        raise DelegateTwice(name=name)
    who = _who(file, vote, name)
    Nominee.objects.create(round=vote.round, candidate=who, written_in=True)
    noted(file, by, "written_in", office=vote.office, name=name)


def _who(file: Dossier, vote: RoundView, name: str) -> Candidate:
    known = next((one for one in file.everybody if fold(one.name) == fold(name)), None)
    if vote.office != Office.EXECUTIVE:
        if known is None or known not in file.elected(Office.EXECUTIVE):
            raise WrittenInUnknown(name=name)
        return known
    if any(fold(one.name) == fold(name) for one in file.scrutineers):
        raise CandidateCounts(name=name)
    if file.congress.by_election and known is None:
        no_namesake_sits(file.congress, name)
    return known or Candidate.objects.create(
        congress=file.congress, name=name, post=Office.EXECUTIVE, written_in=True
    )

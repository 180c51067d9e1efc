"""The signature: what was elected becomes appointments, and the old term ends."""

from dataclasses import replace
from datetime import date

from django.db import transaction
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from jinguo.elections.actions.opening import locked, noted, taken
from jinguo.elections.actions.vacancies import enough_vacant, none_sits
from jinguo.elections.enums import Office
from jinguo.elections.errors import NotReady, OpenCongress
from jinguo.elections.models import Candidate, Congress
from jinguo.elections.queries.dossier import Dossier
from jinguo.elections.queries.listing import another_open
from jinguo.kernel.actor import Actor
from jinguo.roster.actions.deciding import Member, Minutes, decide, elect
from jinguo.roster.actions.undoing import undo
from jinguo.roster.enums import Deed, Kind, Post
from jinguo.roster.models import Batch

ORIGIN = "选举"
"""The way of election as rosters write it (产生方式)."""

FACTS = ("ethnicity", "birth_month", "political_status", "education", "occupation")


@transaction.atomic
def sign(*, congress_id: int, today: date, by: Actor) -> None:
    """Sign the result: those elected take office on the day of the congress, all others leave.

    A by-election ends nobody's post and no term: those elected fill vacant seats. Raises
    ``NotReady`` while a vote is missing, ``TooManySeats`` and ``SitsAlready`` where the seats were
    filled in between, and the errors of the roster (``roster.errors.decisions``) where it cannot
    take the result.
    """
    file = taken(congress_id, by)
    _complete(file, today)
    congress = file.congress
    batch = _fill(file, today, by) if congress.by_election else _renew(file, today, by)
    Congress.objects.filter(pk=congress_id).update(signed_at=Now(), signed_by=by.name, batch=batch)
    noted(file, by, "signed", batch=batch.pk, elected=[one.name for one in members(file)])


@transaction.atomic
def take_signature_back(*, congress_id: int, by: Actor) -> None:
    """Undo what the signature did to the roster; the congress can be corrected again.

    Raises ``OpenCongress`` beside another one under way, and ``roster.errors.LaterEdits`` where
    later edits build on it.
    """
    file = locked(congress_id, by)
    batch = file.congress.batch
    if batch is None:
        raise NotReady(why=_("the result is not signed."))
    other = another_open(file.congress.federation_id, but=congress_id)
    if other is not None:
        raise OpenCongress(unit=file.name, day=other.held_on)
    if batch.undone_at is None:
        undo(batch_id=batch.pk, by=by)
    Congress.objects.filter(pk=congress_id).update(signed_at=None, signed_by="", batch=None)
    noted(file, by, "signature_taken_back", batch=batch.pk)


def _renew(file: Dossier, today: date, by: Actor) -> Batch:
    """The new committee in place of the old one."""
    congress = file.congress
    return elect(
        federation_id=congress.federation_id,
        day=congress.held_on,
        today=today,
        members=members(file),
        reason=_("Elected by the congress of %(day)s") % {"day": congress.held_on},
        minutes=_minutes(file),
        by=by,
    )


def _fill(file: Dossier, today: date, by: Actor) -> Batch:
    """Those elected beside the committee that sits; its number of seats stays what it was."""
    congress, elected = file.congress, members(file)
    none_sits(congress, [one.person_id for one in elected])
    enough_vacant(congress.federation_id, congress.held_on, len(elected), file.name)
    return decide(
        federation_id=congress.federation_id,
        deed=Deed.BY_ELECTION,
        day=congress.held_on,
        today=today,
        enter=elected,
        reason=_("Elected by the congress of %(day)s") % {"day": congress.held_on},
        minutes=replace(_minutes(file), seats=None, vice_chairs=None),
        by=by,
    )


def _complete(file: Dossier, today: date) -> None:
    if not file.settled(Office.EXECUTIVE):
        raise NotReady(why=_("the executives are not elected yet."))
    if not file.elected(Office.EXECUTIVE):
        raise NotReady(why=_("nobody was elected, so there is nothing to sign."))
    if not file.settled(Office.CHAIR):
        raise NotReady(why=_("the chair is not elected yet."))
    if not file.settled(Office.VICE_CHAIR):
        raise NotReady(why=_("the vice-chairs are not elected yet."))
    if file.congress.held_on > today:
        raise NotReady(why=_("the day of the congress is still to come."))


def members(file: Dossier) -> list[Member]:
    """Those elected with the post each takes, chair first."""
    chairs = {one.pk for one in file.elected(Office.CHAIR)}
    vice_chairs = {one.pk for one in file.elected(Office.VICE_CHAIR)}

    def post_of(one: Candidate) -> Post:
        if one.pk in chairs:
            return Post.CHAIR
        return Post.VICE_CHAIR if one.pk in vice_chairs else Post.EXECUTIVE

    found = [_member(one, post_of(one)) for one in file.elected(Office.EXECUTIVE)]
    return sorted(found, key=lambda one: list(Post).index(one.post))


def _member(one: Candidate, post: Post) -> Member:
    return Member(
        post=post,
        kind=Kind(one.kind) if post == Post.VICE_CHAIR or one.post == post else Kind.UNSTATED,
        categories=tuple(one.categories),
        sector=one.sector,
        origin=ORIGIN,
        person_id=one.person_id,
        name=one.name,
        facts={name: getattr(one, name) for name in FACTS if getattr(one, name)},
    )


def _minutes(file: Dossier) -> Minutes:
    meeting = file.meeting
    return Minutes(
        held_on=file.congress.held_on,
        due=meeting.due,
        present=meeting.present,
        in_favour=_fewest(file),
        place=file.congress.place,
        seats=file.congress.executives,
        vice_chairs=file.congress.vice_chairs,
    )


def _fewest(file: Dossier) -> int:
    """The fewest votes by which anybody was elected executive."""
    votes = [
        one.in_favour
        for vote in file.of(Office.EXECUTIVE)
        for one in (vote.result.elected if vote.result else ())
    ]
    return min(votes)

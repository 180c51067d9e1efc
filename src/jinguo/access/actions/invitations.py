"""Inviting people to make their own accounts: many at once, each with a link of her own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models.functions import Now

from jinguo.access.actions.roles import assign
from jinguo.access.errors import AlreadyInvited, InvitationUnknown, InvitationUsed, NotYours
from jinguo.access.models import Invitation
from jinguo.access.queries.invitations import open_invitation
from jinguo.access.rules import INVITED_FOR, new_token, token_digest
from jinguo.accounts.actions import create_account, link_person
from jinguo.accounts.models import Account
from jinguo.audit.actions import record
from jinguo.database.scope import whole_tree
from jinguo.divisions.queries import Place, latest, latest_of
from jinguo.kernel.actor import ACCOUNTS, Actor, system


@dataclass(frozen=True, slots=True)
class Offer:
    """A role on a place for somebody; ``person_id`` where she is a chair of the roster."""

    role: str
    place: Place
    display_name: str
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation and the token of its link, which is known only now."""

    invitation_id: int
    place: Place
    display_name: str
    expires_at: datetime
    token: str


@transaction.atomic
def invite(offers: Sequence[Offer], *, by: Actor, now: datetime) -> list[Invited]:
    """Invite all of these, in one deed. An invitation of hers that expired is withdrawn.

    Raises ``NotYours`` and ``AlreadyInvited``; then nobody is invited.
    """
    newest = latest_of({one.place.division_id for one in offers})
    for one in offers:
        code = newest[one.place.division_id].code
        if not by.may(ACCOUNTS, code):
            raise NotYours(unit=one.place.short).asked(by, ACCOUNTS, "unit", code, code)
    persons = [one.person_id for one in offers if one.person_id is not None]
    Invitation.objects.filter(
        person_id__in=persons, expires_at__lte=now, used_at__isnull=True, withdrawn_at__isnull=True
    ).update(withdrawn_at=now)
    tokens = [new_token() for _one in offers]
    rows = [
        Invitation(
            digest=token_digest(token), role=one.role, division_id=one.place.division_id,
            person_id=one.person_id, display_name=one.display_name, made_at=now,
            expires_at=now + INVITED_FOR, by_id=by.id, by_name=by.name,
        )
        for one, token in zip(offers, tokens, strict=True)
    ]  # fmt: skip
    try:
        with transaction.atomic():
            Invitation.objects.bulk_create(rows)
    except IntegrityError as error:
        held = Invitation.objects.filter(
            person_id__in=persons, used_at__isnull=True, withdrawn_at__isnull=True
        ).first()
        raise AlreadyInvited(name=held.display_name if held else "") from error
    if rows:
        numbers = [row.pk for row in rows]
        record(
            by=by,
            verb="invitation.sent",
            subject="invitation",
            subject_id=numbers[0],
            count=len(numbers),
            invitations=numbers,
        )
    return [
        Invited(row.pk, newest[row.division_id], row.display_name, row.expires_at, token)
        for row, token in zip(rows, tokens, strict=True)
    ]


@transaction.atomic
def renew(*, invitation_id: int, by: Actor, now: datetime) -> Invited:
    """A new link in place of the old one, which no longer works; its days begin anew.

    Raises ``InvitationUnknown``, ``InvitationUsed``, ``NotYours`` and ``AlreadyInvited``.
    """
    row, place = _locked(invitation_id, by)
    token = new_token()
    row.digest, row.made_at, row.expires_at = token_digest(token), now, now + INVITED_FOR
    row.by_id, row.by_name, row.withdrawn_at = by.id, by.name, None
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise AlreadyInvited(name=row.display_name) from error
    record(
        by=by, verb="invitation.renewed", subject="invitation", subject_id=row.pk,
        unit_code=place.code,
    )  # fmt: skip
    return Invited(row.pk, place, row.display_name, row.expires_at, token)


@transaction.atomic
def withdraw(*, invitation_id: int, by: Actor, now: datetime) -> None:
    """The link no longer works. Raises ``InvitationUnknown``, ``InvitationUsed``, ``NotYours``."""
    row, place = _locked(invitation_id, by)
    if row.withdrawn_at is None:
        row.withdrawn_at = now
        row.save(update_fields=["withdrawn_at"])
        record(
            by=by, verb="invitation.withdrawn", subject="invitation", subject_id=row.pk,
            unit_code=place.code,
        )  # fmt: skip


@whole_tree()
@transaction.atomic
def accept(*, token: str, username: str, password: str, now: datetime) -> Account:
    """She makes her account: her name, and her person, whose posts give her rights, or else a
    role. The link is used up.

    Raises what ``open_invitation`` and ``create_account`` refuse.
    """
    row = open_invitation(token, now, lock=True)
    place = latest(row.division_id)
    door = system("invitation")
    account = create_account(
        username=username, display_name=row.display_name, password=password, by=door
    )
    if row.person_id is not None:
        account = link_person(account_id=account.pk, person_id=row.person_id, by=door)
    else:
        assign(account_id=account.pk, role=row.role, place=place, by=door)
    row.used_at, row.account_id = now, account.pk
    row.save(update_fields=["used_at", "account_id"])
    record(
        by=Actor(account.pk, str(account)), verb="invitation.used", subject="invitation",
        subject_id=row.pk, unit_code=place.code, invited_by=row.by_id,
    )  # fmt: skip
    return account


def _locked(invitation_id: int, by: Actor) -> tuple[Invitation, Place]:
    row = Invitation.objects.select_for_update().filter(pk=invitation_id).first()
    if row is None:
        raise InvitationUnknown
    place = latest(row.division_id)
    if not by.may(ACCOUNTS, place.code):
        raise NotYours(unit=place.short).asked(by, ACCOUNTS, "unit", place.code, place.code)
    if row.used_at is not None:
        raise InvitationUsed
    return row, place


@transaction.atomic
def forget_invited(*, person_id: int) -> None:
    """She was erased: her invitations lose her name; those not used yet are withdrawn."""
    hers = Invitation.objects.filter(person_id=person_id)
    hers.filter(used_at__isnull=True, withdrawn_at__isnull=True).update(withdrawn_at=Now())
    hers.update(display_name="")

"""Invitations: the one of a link, those of a reader's units, and whom to invite."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate, localtime

from jinguo.access.errors import (
    InvitationExpired,
    InvitationUnknown,
    InvitationUsed,
    InvitationWithdrawn,
    PostGone,
)
from jinguo.access.models import Invitation
from jinguo.access.rules import token_digest
from jinguo.accounts.models import Account
from jinguo.accounts.queries import with_accounts
from jinguo.divisions.queries import Place, latest, latest_of
from jinguo.kernel.actor import ACCOUNTS, Actor
from jinguo.roster.queries.sitters import Sitter, chairs, chairs_unit

STATES = ("open", "used", "expired", "withdrawn")


@dataclass(frozen=True, slots=True)
class InvitationLine:
    """An invitation as its sender sees it; ``username`` is the account made with it."""

    id: int
    display_name: str
    role: str
    place: Place
    state: str
    made_at: datetime
    expires_at: datetime
    used_at: datetime | None
    by_name: str
    username: str
    account_id: int | None


@dataclass(frozen=True, slots=True)
class InvitationPage:
    """One page of invitations, how many in all, and how many in each state."""

    total: int
    lines: list[InvitationLine]
    counts: dict[str, int]


def open_invitation(token: str, now: datetime, *, lock: bool = False) -> Invitation:
    """The invitation of a link that can still be used; ``lock`` holds it in a transaction.

    Raises ``InvitationUnknown``, ``InvitationWithdrawn``, ``InvitationUsed``,
    ``InvitationExpired`` and ``PostGone``.
    """
    every = Invitation.objects.select_for_update() if lock else Invitation.objects.all()
    found = every.filter(digest=token_digest(token)).first()
    if found is None:
        raise InvitationUnknown
    if found.used_at is not None:
        raise InvitationUsed
    if found.withdrawn_at is not None:
        raise InvitationWithdrawn
    if found.expires_at <= now:
        raise InvitationExpired(on=f"{localtime(found.expires_at):%Y-%m-%d %H:%M}")
    today = localdate(now)
    if found.person_id and not chairs_unit(found.person_id, found.division_id, today):
        raise PostGone(unit=latest(found.division_id).short)
    return found


def invitation_page(
    reader: Actor, now: datetime, *, state: str = "", page: int = 1, size: int = 30
) -> InvitationPage:
    """Invitations to units whose accounts the reader keeps, the newest first."""
    places = _places_of(reader)
    own = Invitation.objects.filter(division_id__in=places)
    counts = {one: own.filter(_of_state(one, now)).count() for one in STATES}
    found = own.filter(_of_state(state, now)).order_by("-made_at", "pk")
    start = (page - 1) * size
    total = counts.get(state, sum(counts.values()))
    return InvitationPage(total, _lines(found[start : start + size], places, now), counts)


def chairs_to_invite(reader: Actor, day: date, now: datetime) -> list[Sitter]:
    """Chairs who sit, have no account and no open invitation: each woman once, by unit."""
    prefixes = reader.prefixes(ACCOUNTS)
    if not prefixes:
        return []
    invited = Invitation.objects.filter(_of_state("open", now), person_id__isnull=False)
    passed = with_accounts() | set(invited.values_list("person_id", flat=True))
    found: list[Sitter] = []
    for one in chairs(prefixes, day):
        if one.person_id not in passed:
            passed.add(one.person_id)
            found.append(one)
    return found


def _places_of(reader: Actor) -> dict[int, Place]:
    divisions = Invitation.objects.order_by().values_list("division_id", flat=True).distinct()
    return {
        number: place
        for number, place in latest_of(set(divisions)).items()
        if reader.may(ACCOUNTS, place.code)
    }


def _lines(
    rows: QuerySet[Invitation], places: dict[int, Place], now: datetime
) -> list[InvitationLine]:
    found = list(rows)
    accounts = [one.account_id for one in found if one.account_id]
    names = dict(Account.objects.filter(pk__in=accounts).values_list("pk", "username"))
    return [
        InvitationLine(
            one.pk, one.display_name, one.role, places[one.division_id], state_of(one, now),
            one.made_at, one.expires_at, one.used_at, one.by_name,
            names.get(one.account_id or 0, ""), one.account_id,
        )
        for one in found
    ]  # fmt: skip


def state_of(one: Invitation, now: datetime) -> str:
    """Whether it is used, withdrawn, expired or open."""
    if one.used_at is not None:
        return "used"
    if one.withdrawn_at is not None:
        return "withdrawn"
    return "expired" if one.expires_at <= now else "open"


def _of_state(state: str, now: datetime) -> Q:
    waiting = Q(used_at__isnull=True, withdrawn_at__isnull=True)
    states = {
        "used": Q(used_at__isnull=False),
        "withdrawn": Q(used_at__isnull=True, withdrawn_at__isnull=False),
        "expired": waiting & Q(expires_at__lte=now),
        "open": waiting & Q(expires_at__gt=now),
    }
    return states.get(state, Q())

"""Reading accounts."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.db.models import QuerySet

from jinguo.accounts.models import Account, Attempt, SignedIn
from jinguo.accounts.rules import (
    PER_ADDRESS,
    PER_NAME,
    lock_of,
    name_digest,
    name_of_codes,
    numbered,
    username_of,
)


def anybody() -> bool:
    """Whether the office has any account yet."""
    return Account.objects.exists()


def accounts() -> list[Account]:
    """Every account, by user name."""
    return list(Account.objects.order_by("username"))


def account_named(username: str) -> Account | None:
    """The account with this user name."""
    return Account.objects.filter(username=username).first()


def free_username(name: str) -> str:
    """A user name nobody has, made of how a name is read: 李梅 → limei, then limei2.

    Empty for a name that cannot be read out.
    """
    wanted = username_of(name)
    if not wanted:
        return ""
    taken = Account.objects.filter(username__istartswith=wanted).values_list("username", flat=True)
    return numbered(wanted, {one.lower() for one in taken})


def with_accounts() -> set[int]:
    """The persons who have an account."""
    held = Account.objects.filter(person_id__isnull=False)
    return {one for one in held.values_list("person_id", flat=True) if one is not None}


def locked_until(username: str, address: str, now: datetime) -> datetime | None:
    """Until when this name or this address cannot sign in; None where it can."""
    by_name = Attempt.objects.filter(name=name_digest(username))
    found = [_lock(by_name, PER_NAME, now)]
    if address:
        found.append(_lock(Attempt.objects.filter(address=address), PER_ADDRESS, now))
    return max((one for one in found if one is not None), default=None)


def _lock(attempts: QuerySet[Attempt], most: int, now: datetime) -> datetime | None:
    return lock_of(list(attempts.order_by("-at").values_list("at", flat=True)[:most]), most, now)


def names_of_accounts(account_ids: Collection[int]) -> dict[int, str]:
    """What these accounts are called on pages, by number; one query."""
    found = Account.objects.filter(pk__in=account_ids)
    return {one.pk: str(one) for one in found}


def signed_in(account_id: int, now: datetime) -> list[SignedIn]:
    """Where she is signed in, the browser last seen first. One query."""
    standing = Session.objects.filter(expire_date__gt=now).values("session_key")
    found = SignedIn.objects.filter(account_id=account_id, key__in=standing)
    return list(found.order_by("-seen_at", "-pk"))


def second_factors(account_id: int) -> dict[str, datetime]:
    """Kind of each second factor of an account → since when; empty where she has none."""
    kinds = Authenticator.objects.filter(user_id=account_id)
    return dict(kinds.order_by("pk").values_list("type", "created_at"))


@dataclass(frozen=True, slots=True)
class Passkey:
    """A passkey as its owner sees it."""

    id: int
    name: str
    added: datetime
    used: datetime | None


def passkeys(account_id: int) -> list[Passkey]:
    """Her passkeys, the oldest first. One query."""
    kind = Authenticator.Type.WEBAUTHN
    found = Authenticator.objects.filter(user_id=account_id, type=kind).order_by("pk")
    return [Passkey(one.pk, one.data["name"], one.created_at, one.last_used_at) for one in found]


def has_second(account_id: int) -> bool:
    """Whether a code or a passkey is asked for when she signs in."""
    codes = Authenticator.Type.RECOVERY_CODES
    return bool(Authenticator.objects.filter(user_id=account_id).exclude(type=codes).exists())


def locked_for_codes(account_id: int, now: datetime) -> datetime | None:
    """Until when no code of hers is taken."""
    return locked_until(name_of_codes(account_id), "", now)

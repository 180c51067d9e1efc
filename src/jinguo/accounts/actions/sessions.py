"""Where somebody is signed in: known from the moment she comes in, and ended from elsewhere."""

from datetime import datetime

from django.contrib.sessions.models import Session
from django.db import transaction

from jinguo.accounts.models import SignedIn
from jinguo.audit.actions import record
from jinguo.kernel.actor import Actor

LONGEST_AGENT = 200


@transaction.atomic
def opened(*, key: str, address: str, agent: str, now: datetime, by: Actor) -> SignedIn:
    """She has signed in; sessions of anybody that are over are forgotten."""
    Session.objects.filter(expire_date__lt=now).delete()
    standing = Session.objects.values("session_key")
    SignedIn.objects.filter(account_id=by.id).exclude(key__in=standing).exclude(key=key).delete()
    record(by=by, verb="signin.done", subject="account", subject_id=by.id)
    return SignedIn.objects.create(
        account_id=by.id, key=key, began_at=now, seen_at=now, address=address,
        agent=agent[:LONGEST_AGENT],
    )  # fmt: skip


@transaction.atomic
def seen(*, key: str, now: datetime) -> None:
    """She is still there."""
    SignedIn.objects.filter(key=key).update(seen_at=now)


@transaction.atomic
def end_session(*, account_id: int, session_id: int, by: Actor) -> bool:
    """Sign her out in one place; False where she was signed out already."""
    return bool(_end(account_id, by, pk=session_id))


@transaction.atomic
def end_sessions(*, account_id: int, but: str = "", by: Actor) -> int:
    """Sign her out everywhere, except in the session with this key; how many were ended."""
    return _end(account_id, by, but=but)


def _end(account_id: int, by: Actor, *, but: str = "", **which: int) -> int:
    found = SignedIn.objects.filter(account_id=account_id, **which).exclude(key=but)
    keys = list(found.values_list("key", flat=True))
    ended, _of_each = Session.objects.filter(session_key__in=keys).delete()
    found.delete()
    if ended:
        record(by=by, verb="session.ended", subject="account", subject_id=account_id, count=ended)
    return ended

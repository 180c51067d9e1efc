"""Attempts to sign in: counted before they are tried, so that many at once count as many."""

from datetime import datetime

from django.db import connection, transaction
from django.db.models import Q

from jinguo.accounts.actions.keeping import locked
from jinguo.accounts.errors import LockedOut
from jinguo.accounts.models import Account, Attempt
from jinguo.accounts.queries import locked_until
from jinguo.accounts.rules import KEPT, name_digest, name_of_codes
from jinguo.audit.actions import record
from jinguo.kernel.actor import Actor


@transaction.atomic
def begin(*, username: str, address: str, now: datetime) -> int:
    """Count an attempt; its number. It stays counted unless ``entered`` takes it back.

    Names that nobody has are counted like others, so that nobody learns which exist.
    Raises ``LockedOut`` where there were too many; then nothing is counted.
    """
    _one_at_a_time(username, address)
    until = locked_until(username, address, now)
    if until is not None:
        raise LockedOut(minutes=max(1, -(-int((until - now).total_seconds()) // 60)))
    Attempt.objects.filter(at__lt=now - KEPT).delete()
    return Attempt.objects.create(name=name_digest(username), address=address, at=now).pk


@transaction.atomic
def failed(
    *, username: str, address: str, now: datetime, by: Actor, account_id: int | None = None
) -> None:
    """The attempt begun was wrong; the one too many locks. What was typed is not recorded.

    ``account_id`` where it is known otherwise than by the user name.
    """
    found = Account.objects.filter(username=username).values_list("pk", flat=True).first()
    number = account_id or found or ""
    record(by=by, verb="signin.failed", subject="account", subject_id=number)
    if locked_until(username, "", now) is not None:
        record(by=by, verb="signin.locked", subject="account", subject_id=number)
    elif locked_until(username, address, now) is not None:
        record(by=by, verb="signin.locked", subject="address", subject_id=address)


@transaction.atomic
def entered(*, attempt_id: int, username: str) -> None:
    """The attempt was right: it does not count, nor do earlier ones with this name."""
    Attempt.objects.filter(Q(pk=attempt_id) | Q(name=name_digest(username))).delete()


@transaction.atomic
def unlock(*, account_id: int, by: Actor) -> Account:
    """Let somebody try again at once. Raises ``AccountGone``."""
    account = locked(account_id)
    names = [name_digest(account.username), name_digest(name_of_codes(account.pk))]
    if Attempt.objects.filter(name__in=names).delete()[0]:
        record(by=by, verb="signin.unlocked", subject="account", subject_id=account.pk)
    return account


def _one_at_a_time(username: str, address: str) -> None:
    """Attempts with one name, or from one address, wait for each other; always in one order."""
    for word in sorted({f"name {name_digest(username)}", f"address {address}"}):
        with connection.cursor() as cursor:
            cursor.execute("select pg_advisory_xact_lock(hashtext(%s))", [word])

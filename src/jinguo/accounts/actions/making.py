"""Making accounts and giving them passwords."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from jinguo.accounts.errors import (
    AccountUnknown,
    NameTaken,
    NameUnfit,
    NotTheFirst,
    PasswordWeak,
)
from jinguo.accounts.models import Account, Attempt
from jinguo.accounts.queries import account_named, anybody
from jinguo.accounts.rules import name_digest
from jinguo.audit.actions import record
from jinguo.kernel.actor import Actor


@transaction.atomic
def create_first_account(*, username: str, display_name: str, password: str, by: Actor) -> Account:
    """The account an empty office begins with. Raises ``NotTheFirst`` where there is one."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtext('first account'))")
    if anybody():
        raise NotTheFirst
    return create_account(username=username, display_name=display_name, password=password, by=by)


@transaction.atomic
def create_account(
    *, username: str, display_name: str, password: str, by: Actor, temporary: bool = False
) -> Account:
    """An account that can sign in; with a ``temporary`` password she must choose her own first.

    Raises ``NameUnfit``, ``NameTaken`` and ``PasswordWeak``."""
    account = Account(username=username, display_name=display_name, must_change=temporary)
    try:
        account.full_clean(exclude=["password"], validate_unique=False)
    except ValidationError as error:
        raise NameUnfit(name=username) from error
    if Account.objects.filter(username__iexact=account.username).exists():
        raise NameTaken(name=username)
    try:
        with transaction.atomic():
            give_password(account, password)
    except IntegrityError as error:  # somebody took it since we looked
        raise NameTaken(name=username) from error
    record(by=by, verb="account.created", subject="account", subject_id=account.pk)
    return account


@transaction.atomic
def set_password(*, username: str, password: str, by: Actor, temporary: bool = False) -> Account:
    """A new password; whoever is signed in with the old one is signed out.

    Raises ``AccountUnknown`` and ``PasswordWeak``.
    """
    account = account_named(username)
    if account is None:
        raise AccountUnknown(name=username)
    account.must_change = temporary
    give_password(account, password)
    record(by=by, verb="account.password_set", subject="account", subject_id=account.pk)
    return account


def give_password(account: Account, password: str) -> None:
    """Put a password that keeps the rules into an account and save it; she may try it at once.

    Raises ``PasswordWeak``.
    """
    try:
        validate_password(password, account)
    except ValidationError as error:
        raise PasswordWeak(reason=" ".join(error.messages)) from error
    account.set_password(password)
    account.save()
    Attempt.objects.filter(name=name_digest(account.username)).delete()

"""Keeping accounts: their names, whether they may sign in, and passwords given anew."""

from django.contrib.auth.hashers import check_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from jinguo.accounts.actions.making import give_password
from jinguo.accounts.errors import AccountGone, NameUnfit, OwnAccount, PasswordWeak
from jinguo.accounts.events import AccountDisabled
from jinguo.accounts.models import Account, FormerPassword
from jinguo.accounts.rules import REMEMBERED
from jinguo.audit.actions import record
from jinguo.kernel.actor import Actor
from jinguo.kernel.events import announce


@transaction.atomic
def rename(*, account_id: int, display_name: str, by: Actor) -> Account:
    """The name that pages show. The user name stays: it is how she is known in the record.

    Raises ``AccountGone`` and ``NameUnfit``.
    """
    account = locked(account_id)
    before, account.display_name = account.display_name, display_name.strip()
    try:
        account.full_clean(exclude=["password"], validate_unique=False)
    except ValidationError as error:
        raise NameUnfit(name=display_name) from error
    if account.display_name != before:
        account.save(update_fields=["display_name"])
        record(
            by=by,
            verb="account.renamed",
            subject="account",
            subject_id=account.pk,
            before={"display_name": before},
            after={"display_name": account.display_name},
        )
    return account


@transaction.atomic
def disable(*, account_id: int, by: Actor) -> Account:
    """She cannot sign in any more, and is signed out wherever she is. Nothing of hers is lost.

    Raises ``AccountGone``, ``OwnAccount``, and what a room above has against it.
    """
    account = locked(account_id)
    if account.pk == by.id:
        raise OwnAccount
    if account.is_active:
        account.is_active = False
        account.save(update_fields=["is_active"])
        _record(by, "account.disabled", account, before=True)
        announce(AccountDisabled(account.pk))
    return account


@transaction.atomic
def enable(*, account_id: int, by: Actor) -> Account:
    """She may sign in again, with the password she had. Raises ``AccountGone``."""
    account = locked(account_id)
    if not account.is_active:
        account.is_active = True
        account.save(update_fields=["is_active"])
        _record(by, "account.enabled", account, before=False)
    return account


@transaction.atomic
def reset_password(*, account_id: int, password: str, by: Actor) -> Account:
    """A new password given by the office, which she must replace by one of her own.

    Whoever is signed in with the old one is signed out. Raises ``AccountGone``, ``PasswordWeak``.
    """
    account = locked(account_id)
    account.must_change = True
    give_password(account, password)
    _record(by, "account.password_set", account)
    return account


@transaction.atomic
def change_password(*, account_id: int, password: str, by: Actor) -> Account:
    """The password she chooses herself, having proved that she knows the present one.

    None of her last five. Raises ``AccountGone`` and ``PasswordWeak``.
    """
    account = locked(account_id)
    former = FormerPassword.objects.filter(account_id=account_id).order_by("-pk")
    hashes = [account.password, *former.values_list("password", flat=True)[: REMEMBERED - 1]]
    if any(check_password(password, one) for one in hashes):
        raise PasswordWeak(reason=_("It is one of your last five passwords."))
    before, account.must_change = account.password, False
    give_password(account, password)
    FormerPassword.objects.create(account_id=account_id, password=before)
    kept = former.values("pk")[: REMEMBERED - 1]
    FormerPassword.objects.filter(account_id=account_id).exclude(
        pk__in=[one["pk"] for one in kept]
    ).delete()
    _record(by, "account.password_changed", account)
    return account


def locked(account_id: int) -> Account:
    """The account, held until the transaction ends. Raises ``AccountGone``."""
    account = Account.objects.select_for_update().filter(pk=account_id).first()
    if account is None:
        raise AccountGone
    return account


def _record(by: Actor, verb: str, account: Account, *, before: bool | None = None) -> None:
    """The entry of a deed; ``before`` is whether she could sign in, where that is what changed."""
    record(
        by=by, verb=verb, subject="account", subject_id=account.pk,
        before=None if before is None else {"active": before},
        after=None if before is None else {"active": not before},
    )  # fmt: skip

"""Making accounts."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from jinguo.accounts.errors import NameTaken, NotTheFirst, PasswordWeak
from jinguo.accounts.models import Account
from jinguo.accounts.queries import anybody
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
def create_account(*, username: str, display_name: str, password: str, by: Actor) -> Account:
    """An account that can sign in. Raises ``NameTaken`` and ``PasswordWeak``."""
    if Account.objects.filter(username=username).exists():
        raise NameTaken(name=username)
    account = Account(username=username, display_name=display_name)
    try:
        validate_password(password, account)
    except ValidationError as error:
        raise PasswordWeak(reason=" ".join(error.messages)) from error
    account.set_password(password)
    account.save()
    record(by=by, verb="account.created", subject="account", subject_id=account.pk)
    return account

"""Whose account it is: the woman of the roster who signs in with it."""

from django.db import IntegrityError, transaction

from jinguo.accounts.actions.keeping import disable, locked
from jinguo.accounts.errors import PersonHasAccount, PersonUnknown
from jinguo.accounts.models import Account
from jinguo.audit.actions import record
from jinguo.database.scope import whole_tree
from jinguo.kernel.actor import Actor
from jinguo.people.models import Person


@whole_tree()
@transaction.atomic
def link_person(*, account_id: int, person_id: int | None, by: Actor) -> Account:
    """Say which person signs in with an account, or that it is nobody's (``None``).

    A person has one account at most. Raises ``AccountGone``, ``PersonUnknown`` and
    ``PersonHasAccount``.
    """
    account = locked(account_id)
    if account.person_id == person_id:
        return account
    if person_id is not None and not Person.objects.filter(pk=person_id).exists():
        raise PersonUnknown
    before, account.person_id = account.person_id, person_id
    try:
        with transaction.atomic():
            account.save(update_fields=["person_id"])
    except IntegrityError as error:
        other = Account.objects.filter(person_id=person_id).first()
        raise PersonHasAccount(name=other.username if other else "") from error
    record(
        by=by,
        verb="account.linked",
        subject="account",
        subject_id=account.pk,
        before={"person": before},
        after={"person": person_id},
    )
    return account


@transaction.atomic
def forget_person(*, person_id: int, by: Actor) -> None:
    """She was erased: her account is disabled, and bears neither her name nor her number.

    The user name stays, by which the record tells who did what. Raises what ``disable`` does.
    """
    account = Account.objects.filter(person_id=person_id).first()
    if account is None:
        return
    disable(account_id=account.pk, by=by)
    Account.objects.filter(pk=account.pk).update(person_id=None, display_name="")

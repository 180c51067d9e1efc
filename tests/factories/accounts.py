"""Accounts of women of the roster."""

from jinguo.access.queries import actor_for
from jinguo.accounts.actions import create_account, link_person
from jinguo.accounts.models import Account
from jinguo.kernel.actor import Actor, system
from tests.factories.deeds import TODAY, sitting

PASSWORD = "hua-kai-2017-x"


def account_of(person_id: int | None, username: str = "somebody") -> Account:
    """An account that a person of the roster signs in with."""
    made = create_account(
        username=username, display_name=username, password=PASSWORD, by=system("test")
    )
    return link_person(account_id=made.pk, person_id=person_id, by=system("test"))


def account_of_sitter(federation_id: int, name: str, username: str = "somebody") -> Account:
    """The account of the woman of this name who sits in a unit today."""
    return account_of(sitting(federation_id, name, TODAY), username)


def acting_as(account: Account) -> Actor:
    """Who she is at the door today."""
    return actor_for(account.pk, str(account), TODAY)

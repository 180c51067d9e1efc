"""Whose account it is."""

import pytest

from jinguo.accounts.actions import create_account, link_person
from jinguo.accounts.errors import AccountGone, PersonHasAccount, PersonUnknown
from jinguo.accounts.models import Account
from jinguo.audit.models import Entry
from jinguo.kernel.actor import system
from jinguo.people.models import Person

pytestmark = pytest.mark.django_db


def account(username: str) -> Account:
    return create_account(
        username=username, display_name="", password="hua-kai-2017", by=system("test")
    )


def link(one: Account, person_id: int | None) -> Account:
    return link_person(account_id=one.pk, person_id=person_id, by=system("test"))


def persons_of_all() -> dict[str, int | None]:
    return dict(Account.objects.values_list("username", "person_id"))


def test_an_account_becomes_a_persons_and_nobodys_again_each_on_record() -> None:
    chen, person = account("chen"), Person.objects.create(name="陈英")

    link(chen, person.pk)
    link(chen, person.pk)
    assert persons_of_all() == {"chen": person.pk}
    link(chen, None)

    assert persons_of_all() == {"chen": None}
    entries = Entry.objects.filter(verb="account.linked").order_by("pk")
    nobody, somebody = {"person": None}, {"person": person.pk}
    assert [(one.before, one.after) for one in entries] == [
        (nobody, somebody),
        (somebody, nobody),
    ]


def test_a_person_has_one_account_and_several_accounts_have_no_person() -> None:
    chen, li, _office = account("chen"), account("li"), account("office")
    person = Person.objects.create(name="陈英")
    link(chen, person.pk)

    with pytest.raises(PersonHasAccount) as refused:
        link(li, person.pk)

    assert "chen" in str(refused.value)
    assert persons_of_all() == {"chen": person.pk, "li": None, "office": None}
    assert Entry.objects.filter(verb="account.linked").count() == 1


def test_who_is_not_there_is_refused_and_nothing_changes() -> None:
    chen = account("chen")

    with pytest.raises(PersonUnknown):
        link(chen, 999)
    with pytest.raises(AccountGone):
        link_person(account_id=999, person_id=None, by=system("test"))

    assert persons_of_all() == {"chen": None}

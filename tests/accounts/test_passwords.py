"""Passwords that the office gives."""

import pytest
from django.contrib.auth.password_validation import validate_password

from jinguo.accounts.actions import create_account, set_password
from jinguo.accounts.errors import AccountUnknown, NameTaken, NameUnfit, PasswordWeak
from jinguo.accounts.models import Account
from jinguo.accounts.queries import account_named, accounts
from jinguo.accounts.rules import readable_password
from jinguo.audit.models import Entry
from jinguo.kernel.actor import system

pytestmark = pytest.mark.django_db


@pytest.fixture
def chen() -> Account:
    """Somebody who can sign in."""
    return create_account(username="chen", display_name="陈", password="hua-kai-2017", by=system())


def test_a_new_password_replaces_the_old_one_and_is_on_record(chen: Account) -> None:
    set_password(username="chen", password="hua-luo-2018", by=system("office"))

    now = account_named("chen")
    assert now is not None
    assert now.check_password("hua-luo-2018")
    assert not now.check_password("hua-kai-2017")
    assert now.get_session_auth_hash() != chen.get_session_auth_hash()
    entry = Entry.objects.get(verb="account.password_set")
    assert (entry.actor_name, entry.subject_id) == ("office", str(chen.pk))
    assert "hua-luo" not in str(entry.data)


def test_a_weak_password_and_an_unknown_name_change_nothing(chen: Account) -> None:
    with pytest.raises(PasswordWeak):
        set_password(username="chen", password="12345678", by=system())
    with pytest.raises(AccountUnknown):
        set_password(username="li", password="hua-luo-2018", by=system())

    assert Account.objects.get().check_password("hua-kai-2017")
    assert not Entry.objects.filter(verb="account.password_set").exists()


@pytest.mark.parametrize(
    ("username", "display_name"),
    [("", "陈"), ("chen li", "陈"), ("c" * 151, ""), ("li", "陈" * 61)],
)
def test_a_name_that_cannot_be_stored_is_refused_in_words(username: str, display_name: str) -> None:
    with pytest.raises(NameUnfit):
        create_account(
            username=username, display_name=display_name, password="hua-kai-2017", by=system()
        )

    assert accounts() == []


def test_a_name_in_other_letters_is_the_same_name(chen: Account) -> None:
    with pytest.raises(NameTaken):
        create_account(username="Chen", display_name="", password="hua-kai-2018", by=system())


def test_a_made_password_is_good_and_never_the_same() -> None:
    made = {readable_password() for _ in range(50)}

    assert len(made) == 50
    for one in made:
        validate_password(one)

"""Passwords she chooses herself, and those the office makes for her."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from jinguo.accounts.actions import (
    change_password,
    create_account,
    reset_password,
    set_password,
)
from jinguo.accounts.errors import PasswordWeak
from jinguo.accounts.models import Account, FormerPassword
from jinguo.kernel.actor import system

pytestmark = pytest.mark.django_db
WORDS = [f"hua-kai-20{at}" for at in range(10, 20)]


@pytest.fixture
def chen() -> Account:
    return create_account(
        username="chenying", display_name="陈英", password=WORDS[0], by=system("test")
    )


def change(account: Account, password: str) -> None:
    change_password(account_id=account.pk, password=password, by=system("test"))


def test_none_of_the_last_five_comes_again(chen: Account) -> None:
    for word in WORDS[1:6]:
        change(chen, word)

    for word in WORDS[1:6]:
        with pytest.raises(PasswordWeak) as refused:
            change(chen, word)
        assert "最近五次" in str(refused.value)
    change(chen, WORDS[0])

    assert Account.objects.get().check_password(WORDS[0])
    assert FormerPassword.objects.count() == 4


@pytest.mark.parametrize("word", ["short-one", "1234567890", "chenying12", "qwertyuiop"])
def test_short_common_or_like_her_name_will_not_do(chen: Account, word: str) -> None:
    with pytest.raises(PasswordWeak):
        change(chen, word)

    assert Account.objects.get().check_password(WORDS[0])


def test_a_name_in_characters_is_like_a_password_of_it(chen: Account) -> None:
    with pytest.raises(ValidationError):
        validate_password("陈英陈英陈英陈英陈英", chen.__class__(display_name="陈英陈英陈英陈英"))


@pytest.mark.parametrize("way", ["reset", "set", "made"])
def test_what_somebody_else_made_must_be_changed_first(chen: Account, way: str) -> None:
    by = system("test")
    if way == "reset":
        reset_password(account_id=chen.pk, password=WORDS[1], by=by)
    elif way == "set":
        set_password(username="chenying", password=WORDS[1], by=by, temporary=True)
    else:
        chen = create_account(
            username="li", display_name="", password=WORDS[1], by=by, temporary=True
        )
    before = Account.objects.get(pk=chen.pk).must_change

    change(chen, WORDS[2])

    assert (before, Account.objects.get(pk=chen.pk).must_change) == (True, False)

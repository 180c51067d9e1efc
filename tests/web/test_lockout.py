"""Locked out at the sign-in page, and let in again."""

import pytest
from django.test import Client

from jinguo.accounts.models import Account, Attempt
from jinguo.accounts.rules import PER_NAME
from tests.web.conftest import Reader
from tests.web.pages import text

PASSWORD = "qingliu-2017"


def sign_in(username: str, password: str) -> str:
    page = Client().post("/sign-in/", {"login": username, "password": password}, follow=True)
    return page.content.decode()


@pytest.mark.parametrize("username", ["village", "nobody-of-this-name"])
def test_after_five_failures_even_the_right_password_waits(qingliu: None, username: str) -> None:
    told = [sign_in(username, "wrong") for _ in range(PER_NAME)]

    locked = sign_in(username, PASSWORD)

    assert all("次数过多" not in page for page in told)
    assert "15 分钟后" in locked
    assert Attempt.objects.count() == PER_NAME


def test_whoever_keeps_accounts_sees_it_and_unlocks(reader: Reader) -> None:
    for _ in range(PER_NAME):
        sign_in("village", "wrong")
    keeper, number = reader("administrator"), Account.objects.get(username="village").pk

    page = text(keeper, f"/accounts/{number}/")
    keeper.post(f"/accounts/{number}/unlock/")

    assert "失败次数过多" in page
    assert "石下村" in sign_in("village", PASSWORD)


def test_a_disabled_account_is_told_so_only_with_its_password(qingliu: None) -> None:
    Account.objects.filter(username="village").update(is_active=False)

    assert "已停用" not in sign_in("village", "wrong")
    assert "该账号已停用" in sign_in("village", PASSWORD)

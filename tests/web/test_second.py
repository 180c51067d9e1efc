"""The second factor: set up, asked for, lost, required."""

import re
import time
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

from jinguo.accounts.models import Account, Attempt
from jinguo.audit.models import Entry
from tests.web.conftest import Reader
from tests.web.pages import text

PASSWORD = "qingliu-2017"
HERS = "/units/350423106204/"
Commits = Callable[..., AbstractContextManager[list[Callable[[], None]]]]


@pytest.fixture(autouse=True)
def _fresh_codes() -> None:
    """A code works once; the tests of one half minute share it."""
    cache.clear()


@pytest.fixture
def capture(django_capture_on_commit_callbacks: Commits) -> Commits:
    """What is done after a transaction is done within a test too."""
    return django_capture_on_commit_callbacks


def code(secret: str, ahead: int = 0) -> str:
    """What the app shows now, or ``ahead`` half minutes later."""
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30 + ahead)))


def signed_in(username: str) -> Client:
    """In with the password, up to where a code may be asked for."""
    client = Client()
    client.post("/sign-in/", {"login": username, "password": PASSWORD})
    return client


def set_up(client: Client) -> str:
    """Turn the second factor on, as the pages lead; the secret."""
    client.post("/sign-in/again/?next=/me/second/add/", {"password": PASSWORD})
    page = text(client, "/me/second/add/")
    secret = re.search(r'class="told small">([A-Z2-7]+)<', page)
    assert secret
    told = client.post("/me/second/add/", {"code": code(secret[1])}, follow=True)
    assert "备用码" in told.content.decode()
    return secret[1]


def recovery_codes(client: Client) -> list[str]:
    return re.findall(r'class="told">(\d{8})<', text(client, "/me/second/codes/"))


class TestComingIn:
    def test_a_code_is_asked_for_and_opens(self, qingliu: None, capture: Commits) -> None:
        with capture(execute=True):
            secret = set_up(signed_in("village"))
        client = signed_in("village")

        before = client.get(HERS).status_code
        asked = text(client, "/sign-in/code/")
        arrived = client.post("/sign-in/code/", {"code": code(secret, 1)}, follow=True)

        assert (before, arrived.request["PATH_INFO"]) == (302, "/today/")
        assert "手机验证码" in asked
        assert client.get(HERS).status_code == 200
        assert Entry.objects.filter(verb="second.added").count() == 2

    def test_she_comes_to_where_she_wanted(self, qingliu: None) -> None:
        secret, client = set_up(signed_in("village")), Client()
        words = {"login": "village", "password": PASSWORD, "next": "/me/"}
        client.post("/sign-in/", words)

        arrived = client.post("/sign-in/code/", {"code": code(secret, 1)}, follow=True)

        assert arrived.request["PATH_INFO"] == "/me/"

    def test_a_code_works_once(self, qingliu: None) -> None:
        secret = set_up(signed_in("village"))
        signed_in("village").post("/sign-in/code/", {"code": code(secret, 1)})

        again = signed_in("village").post("/sign-in/code/", {"code": code(secret, 1)})

        assert "验证码不正确" in again.content.decode()

    def test_a_code_works_once_in_whichever_process(self, qingliu: None) -> None:
        secret = set_up(signed_in("village"))
        cache.clear()
        first = signed_in("village").post("/sign-in/code/", {"code": code(secret)})
        signed_in("village").post("/sign-in/code/", {"code": code(secret, 1)})
        cache.clear()  # what one process remembers, another does not know

        again = signed_in("village").post("/sign-in/code/", {"code": code(secret, 1)})

        assert first.status_code == 200  # it had turned the app on
        assert "验证码不正确" in again.content.decode()

    def test_a_recovery_code_opens_once(self, qingliu: None) -> None:
        client = signed_in("village")
        set_up(client)
        codes = recovery_codes(client)

        first = signed_in("village").post("/sign-in/code/", {"code": codes[0]})
        again = signed_in("village").post("/sign-in/code/", {"code": codes[0]})

        assert len(codes) == 10
        assert (first.status_code, again.status_code) == (302, 200)
        assert recovery_codes(client) == codes[1:]
        assert codes[1] in text(client, "/me/second/codes.txt")

    def test_five_wrong_codes_lock_even_the_right_one(self, qingliu: None) -> None:
        secret, client = set_up(signed_in("village")), signed_in("village")
        for _ in range(5):
            client.post("/sign-in/code/", {"code": "000000"})

        page = client.post("/sign-in/code/", {"code": code(secret, 1)}).content.decode()

        assert "次数过多" in page
        assert Entry.objects.filter(verb="signin.locked").count() == 1
        assert client.get(HERS).status_code == 302

    def test_without_a_password_there_is_no_page_of_codes(self, qingliu: None) -> None:
        assert Client().get("/sign-in/code/").headers["Location"].startswith("/sign-in/")


class TestKeeping:
    def test_secrets_are_not_readable_in_the_database(self, qingliu: None) -> None:
        client = signed_in("village")
        secret = set_up(client)
        kept = str(list(Authenticator.objects.values_list("data", flat=True)))

        assert secret not in kept
        assert not any(one in kept for one in recovery_codes(client))

    def test_under_another_key_no_code_fits_and_nothing_breaks(
        self, qingliu: None, settings: Settings
    ) -> None:
        secret, client = set_up(signed_in("village")), signed_in("village")
        one = Authenticator.objects.get(type="totp")
        one.data["secret"] = "sealed by somebody else"
        one.save()

        page = client.post("/sign-in/code/", {"code": code(secret, 1)})

        assert (page.status_code, client.get(HERS).status_code) == (200, 302)

    def test_it_is_turned_on_only_with_the_password_and_a_right_code(self, qingliu: None) -> None:
        client = signed_in("village")
        first = client.get("/me/second/add/")
        client.post("/sign-in/again/", {"password": "wrong"})
        still = client.get("/me/second/add/")
        client.post("/sign-in/again/", {"password": PASSWORD})
        wrong = client.post("/me/second/add/", {"code": "000000"}).content.decode()
        empty = client.post("/me/second/add/", {"code": ""}).content.decode()

        assert first.status_code == still.status_code == 302
        assert first.headers["Location"].startswith("/sign-in/again/")
        assert "验证码不正确" in wrong
        assert "errorlist" in empty
        assert not Authenticator.objects.exists()

    def test_turned_off_the_password_is_enough_again(self, qingliu: None, capture: Commits) -> None:
        client = signed_in("village")
        set_up(client)

        with capture(execute=True):
            told = client.post("/me/second/remove/", follow=True).content.decode()

        assert "二次验证已关闭" in told
        assert signed_in("village").get(HERS).status_code == 200
        assert not Authenticator.objects.exists()
        assert Entry.objects.filter(verb="second.removed").exists()

    def test_new_recovery_codes_replace_the_old(self, qingliu: None) -> None:
        client = signed_in("village")
        set_up(client)
        old = recovery_codes(client)

        asked = text(client, "/me/second/codes/new/")
        client.post("/me/second/codes/new/")

        assert "10 个备用码将作废" in asked
        assert not set(old) & set(recovery_codes(client))

    def test_a_lost_phone_is_taken_off_by_whoever_keeps_accounts(
        self, qingliu: None, reader: Reader
    ) -> None:
        set_up(signed_in("village"))
        keeper, page = reader("administrator"), f"/accounts/{_number('village')}/"
        for _ in range(5):
            signed_in("village").post("/sign-in/code/", {"code": "000000"})

        before = text(keeper, page)
        keeper.post(f"{page}unlock/")
        keeper.post(f"{page}second/")

        assert "关闭其二次验证" in before
        assert "解除锁定" in before
        assert not Attempt.objects.exists()
        assert signed_in("village").get(HERS).status_code == 200
        assert Entry.objects.filter(verb="second.dropped").count() == 1


class TestRequired:
    @pytest.fixture(autouse=True)
    def _required(self, settings: Settings) -> None:
        settings.SECOND_FACTOR = "required"

    @pytest.mark.parametrize("username", ["county", "administrator"])
    def test_whoever_keeps_accounts_sets_it_up_first(self, qingliu: None, username: str) -> None:
        client = signed_in(username)

        lead = client.get("/accounts/").headers["Location"]
        set_up(client)
        after = client.get("/accounts/").status_code
        kept = client.post("/me/second/remove/").content.decode()

        assert (lead, after) == ("/me/second/add/", 200)
        assert "要求管理账号的人员开启二次验证" in kept
        assert Authenticator.objects.filter(type="totp").count() == 1

    def test_the_others_need_not(self, qingliu: None) -> None:
        assert signed_in("village").get(HERS).status_code == 200


def _number(username: str) -> int:
    return Account.objects.get(username=username).pk

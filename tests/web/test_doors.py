"""Coming in: sign-in, where she wanted to go, language, and what a page may load."""

import re

import pytest
from django.test import Client

from jinguo.roster.models import Batch
from tests.web.conftest import Reader
from tests.web.pages import text
from tests.web.rosters import NEW_COMMITTEE, drop, workbook

pytestmark = pytest.mark.usefixtures("qingliu")
PASSWORD = "qingliu-2017"


def sign_in(client: Client, password: str, wanted: str = "") -> str:
    words = {"login": "county", "password": password, "next": wanted}
    arrived: str = client.post("/sign-in/", words, follow=True).request["PATH_INFO"]
    return arrived


def test_after_sign_in_she_is_where_she_wanted_to_go() -> None:
    client = Client()
    refused = client.get("/figures/350423/?day=2017-07-31")

    arrived = sign_in(client, PASSWORD, "/figures/350423/?day=2017-07-31")

    assert refused.headers["Location"].startswith("/sign-in/?next=/figures/350423/")
    assert arrived == "/figures/350423/"


def test_without_a_wish_she_comes_to_her_own_unit() -> None:
    assert sign_in(Client(), PASSWORD) == "/units/350423/"


def test_a_wrong_password_is_said_in_words_and_nobody_is_signed_in() -> None:
    client = Client()

    response = client.post("/sign-in/", {"login": "county", "password": "wrong"})

    assert "密码" in re.sub(r"<label.*?</label>", "", response.content.decode())
    assert 'role="alert"' in response.content.decode()
    assert client.get("/units/350423/").status_code == 302


def test_sign_out_takes_a_form(county: Client) -> None:
    asked = county.get("/sign-out/")
    still_in = county.get("/units/350423/")
    county.post("/sign-out/")

    assert asked.status_code == still_in.status_code == 200
    assert county.get("/units/350423/").status_code == 302


def test_pages_are_chinese_until_she_switches(county: Client) -> None:
    chinese = text(county, "/units/350423/")
    county.post("/language/", {"language": "en", "next": "/units/350423/"})
    english = text(county, "/units/350423/")

    assert '<html lang="zh-CN">' in chinese
    assert '<html lang="en">' in english
    assert "Township federations" in english


def test_an_english_browser_still_gets_chinese() -> None:
    page = Client().get("/sign-in/", headers={"accept-language": "en-US,en"}).content.decode()

    assert '<html lang="zh-CN">' in page


@pytest.mark.parametrize(
    "address", ["/units/350423/", "/figures/350423/", "/composition/350423/", "/import/"]
)
def test_pages_carry_a_strict_policy_and_nothing_inline(county: Client, address: str) -> None:
    response = county.get(address)
    page = response.content.decode()

    assert "default-src 'self'" in response.headers["Content-Security-Policy"]
    assert not re.search(r"\sstyle=|\son[a-z]+=|<style|<script(?![^>]*\ssrc=)", page)
    assert not re.search(r"(?:src|href)=[\"'](?:https?:)?//", page)
    assert response.headers["Cache-Control"] == "private, no-store"


def test_a_reader_sees_only_the_tabs_she_may_use(reader: Reader) -> None:
    village = text(reader("village"), "/")

    assert "/import/" not in village
    assert "/figures/350423106204/" in village


def test_a_wrong_day_is_said_and_today_is_shown(county: Client) -> None:
    assert "2017-02-30" in text(county, "/units/350423/?day=2017-02-30")


def test_the_health_page_says_the_database_answers() -> None:
    assert Client().get("/healthz").json() == {"database": "ok"}


def test_a_button_pressed_after_the_session_ended_leads_back_to_its_page(reader: Reader) -> None:
    client = reader("county")
    draft = drop(client, workbook(NEW_COMMITTEE))
    client.logout()

    refused = client.post(f"{draft}apply/", follow=True)
    words = {"login": "county", "password": PASSWORD, "next": f"{draft}apply/"}
    back = client.post("/sign-in/", words, follow=True)

    assert f'name="next" value="{draft}apply/"' in refused.content.decode()
    assert "什么也没有做。请登录后再提交一次" in refused.content.decode()
    assert (back.status_code, back.request["PATH_INFO"]) == (200, draft)
    assert "什么也没有做，请再按一次" in back.content.decode()
    assert Batch.objects.count() == 1


def test_signing_out_after_the_session_ended_asks_for_no_sign_in_first() -> None:
    response = Client().post("/sign-out/")

    assert (response.status_code, response.headers["Location"]) == (302, "/")


def test_a_way_an_address_does_not_answer_is_refused_in_words(county: Client) -> None:
    response = county.put("/import/1/apply/")

    assert (response.status_code, response.headers["Allow"]) == (405, "POST")
    assert "<h1>什么也没有做</h1>" in response.content.decode()

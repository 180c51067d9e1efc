"""One's own account: password, where one is signed in, how long it lasts."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from jinguo.accounts.actions import link_person
from jinguo.accounts.models import Account, SignedIn
from jinguo.audit.models import Entry
from jinguo.kernel.actor import system
from jinguo.web.signin.middleware import BEGAN, SEEN
from tests.factories.deeds import TODAY, posts, sitting, unit
from tests.web.conftest import Reader
from tests.web.pages import queries, text

PASSWORD, NEW = "qingliu-2017", "hua-kai-2017"
VILLAGE = "350423106204"
HERS = f"/units/{VILLAGE}/"
CHANGED = {"present": PASSWORD, "password": NEW, "again": NEW}


@pytest.fixture
def chair(reader: Reader) -> Client:
    """The chair of 石下村, on her phone."""
    return reader("village")


def account() -> Account:
    return Account.objects.get(username="village")


def back(client: Client, **seconds: int) -> None:
    """Let the seconds of her session lie further back."""
    session = client.session
    for name, by in seconds.items():
        session[name] -= by
    session.save()


class TestPassword:
    def test_changed_she_stays_in_here_and_is_out_elsewhere(
        self, chair: Client, reader: Reader
    ) -> None:
        elsewhere = reader("village")

        told = chair.post("/me/password/", CHANGED, follow=True).content.decode()

        assert "密码已修改" in told
        assert account().check_password(NEW)
        assert chair.get(HERS).status_code == 200
        assert elsewhere.get(HERS).status_code == 302
        assert SignedIn.objects.filter(account_id=account().pk).count() == 1

    @pytest.mark.parametrize(
        ("wrong", "said"),
        [
            ({"present": "wrong"}, "当前密码不正确"),
            ({"present": ""}, "请输入当前密码"),
            ({"again": "x"}, "两次"),
            ({"password": PASSWORD, "again": PASSWORD}, "最近五次"),
            ({"password": "short", "again": "short"}, "这个密码不行：少于10位。"),
        ],
    )
    def test_what_is_wrong_is_said_and_the_old_one_stays(
        self, chair: Client, wrong: dict[str, str], said: str
    ) -> None:
        response = chair.post("/me/password/", {**CHANGED, **wrong})

        assert response.status_code == 400
        assert said in response.content.decode()
        assert account().check_password(PASSWORD)

    def test_guessing_the_present_one_is_locked_too(self, chair: Client) -> None:
        for _ in range(5):
            chair.post("/me/password/", {**CHANGED, "present": "wrong"})

        page = chair.post("/me/password/", CHANGED).content.decode()

        assert "次数过多" in page
        assert account().check_password(PASSWORD)

    def test_a_password_of_the_office_comes_before_everything_else(self, chair: Client) -> None:
        Account.objects.filter(username="village").update(must_change=True)

        first = chair.get(HERS)
        page = text(chair, "/")
        chair.post("/me/password/", CHANGED)

        assert first.headers["Location"] == "/me/password/"
        assert "请设定自己的密码" in page
        assert chair.get(HERS).status_code == 200


class TestSessions:
    def test_she_sees_where_and_ends_one_or_all_others(self, chair: Client, reader: Reader) -> None:
        one, _two, other = reader("village"), reader("village"), reader("township")
        (number,) = [row.pk for row in SignedIn.objects.all() if row.key == one.session.session_key]

        page = text(chair, "/me/")
        chair.post(f"/me/sessions/{number}/end/")
        alone = SignedIn.objects.filter(account_id=account().pk).count()
        told = chair.post("/me/sessions/end/", follow=True).content.decode()

        assert page.count("退出该设备") == 2
        assert (alone, one.get(HERS).status_code) == (2, 302)
        assert "已退出 1 处登录" in told
        assert chair.get(HERS).status_code == 200
        assert other.get("/units/350423106/").status_code == 200
        assert Entry.objects.filter(verb="session.ended").count() == 2

    def test_nobody_ends_anothers(self, chair: Client, reader: Reader) -> None:
        other = reader("township")
        (number,) = [
            row.pk for row in SignedIn.objects.all() if row.key == other.session.session_key
        ]

        chair.post(f"/me/sessions/{number}/end/")

        assert other.get("/units/350423106/").status_code == 200

    def test_whoever_keeps_accounts_ends_all_of_somebody(
        self, chair: Client, reader: Reader
    ) -> None:
        keeper, page = reader("administrator"), f"/accounts/{account().pk}/"

        before = text(keeper, page)
        keeper.post(f"{page}sign-out/")

        assert "1 台设备" in before
        assert chair.get(HERS).status_code == 302

    def test_the_list_costs_the_same_for_one_and_three(self, chair: Client, reader: Reader) -> None:
        one = queries(chair, "/me/")
        reader("village"), reader("village")

        assert (one, queries(chair, "/me/")) == (9, 9)

    def test_her_posts_stand_there_too(self, chair: Client) -> None:
        name = min(posts(unit(VILLAGE), TODAY))
        person = sitting(unit(VILLAGE), name, TODAY)
        link_person(account_id=account().pk, person_id=person, by=system("test"))

        assert re.search(r"<dt>职务</dt><dd><a href=\"/units/350423106204/\"", text(chair, "/me/"))


class TestLasting:
    @pytest.mark.parametrize(
        ("away", "stays"),
        [({SEEN: 119 * 60}, True), ({SEEN: 121 * 60}, False),
         ({BEGAN: 11 * 3600}, True), ({BEGAN: 12 * 3600 + 60}, False)],
    )  # fmt: skip
    def test_two_hours_unused_or_twelve_in_all(
        self, chair: Client, away: dict[str, int], stays: bool
    ) -> None:
        back(chair, **away)

        assert (chair.get(HERS).status_code == 200) is stays

    def test_whoever_is_signed_out_is_told_why(self, chair: Client) -> None:
        back(chair, **{SEEN: 3 * 3600})

        assert "已自动退出" in text(chair, HERS)

    def test_use_is_noted_every_few_minutes_only(self, chair: Client) -> None:
        before = SignedIn.objects.get(key=chair.session.session_key).seen_at
        usual = queries(chair, HERS)
        SignedIn.objects.update(seen_at=before - timedelta(hours=1))
        back(chair, **{SEEN: 6 * 60})

        noted = queries(chair, HERS)

        assert noted > usual == queries(chair, HERS)
        assert SignedIn.objects.get(key=chair.session.session_key).seen_at > before

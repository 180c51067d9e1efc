"""Inviting on the page, and the page behind the QR code."""

import io
import re
from datetime import timedelta

import openpyxl
import pytest
from django.test import Client
from pytest_django import Settings

from jinguo.access.models import Assignment, Invitation
from jinguo.accounts.models import Account
from jinguo.kernel.actor import system
from jinguo.roster.actions.erasing import erase_person
from jinguo.roster.models import Appointment
from tests.factories.deeds import TODAY
from tests.web.conftest import Reader
from tests.web.pages import queries, text

VILLAGE = "350423106204"
CHAIRS = "/accounts/invitations/chairs/"
CHOSEN = {"password": "hua-kai-2017", "again": "hua-kai-2017", "notice": "1"}


@pytest.fixture
def keeper(reader: Reader) -> Client:
    """The administrator of accounts."""
    return reader("administrator")


def waiting(client: Client) -> list[str]:
    """The persons the page offers to invite."""
    return re.findall(r'name="chair" value="(\d+)"', text(client, CHAIRS))


def links(sheet: str) -> list[str]:
    return re.findall(r'card-link small">https?://[^/]+(/invited/[^<]+)<', sheet)


def invited(keeper: Client, **words: str) -> str:
    """The link of somebody invited to audit the county."""
    words = {"display_name": "陈英", "role": "auditor", "unit": "350423", **words}
    sheet = keeper.post("/accounts/invitations/one/", words).content.decode()
    (link,) = links(sheet)
    return link


class TestSending:
    def test_all_chairs_of_the_county_in_one_go(self, keeper: Client) -> None:
        chairs = waiting(keeper)

        sheet = keeper.post(CHAIRS, {"chair": chairs}).content.decode()

        assert len(chairs) == len(set(links(sheet))) == 132
        assert sheet.count('src="data:image/svg+xml') == 132
        assert "各单位主席均已有账号或有效邀请" in text(keeper, CHAIRS)

    def test_only_the_units_chosen(self, keeper: Client) -> None:
        chairs = waiting(keeper)

        keeper.post(CHAIRS, {"chair": chairs[:2]})
        nobody = keeper.post(CHAIRS, {"chair": ["0"]}, follow=True).content.decode()

        assert Invitation.objects.count() == 2
        assert waiting(keeper) == chairs[2:]
        assert "请至少选择一位" in nobody

    def test_the_links_are_a_workbook_too(self, keeper: Client) -> None:
        sheet = keeper.post(CHAIRS, {"chair": waiting(keeper)[:3]}).content.decode()
        tokens = re.search(r'name="tokens" value="([^"]*)"', sheet)
        assert tokens

        answer = keeper.post("/accounts/invitations/links.xlsx", {"tokens": tokens[1]})

        rows = list(openpyxl.load_workbook(io.BytesIO(answer.content)).active.values)  # type: ignore[union-attr]
        assert [str(row[2]).removeprefix("http://testserver") for row in rows[3:]] == links(sheet)

    def test_a_workbook_of_made_up_tokens_is_not_there(self, keeper: Client) -> None:
        answer = keeper.post("/accounts/invitations/links.xlsx", {"tokens": "abc"})

        assert answer.status_code == 404

    def test_links_are_under_the_public_address(self, keeper: Client, settings: Settings) -> None:
        settings.PUBLIC_URL = "https://women.example"

        sheet = keeper.post(CHAIRS, {"chair": waiting(keeper)[:1]}).content.decode()

        assert "https://women.example/invited/" in sheet
        assert "手机打不开" not in sheet

    def test_the_list_says_what_became_of_each(self, keeper: Client) -> None:
        used, lost = invited(keeper), invited(keeper, display_name="李梅")
        Client().post(used, {"username": "chenying", **CHOSEN})
        Invitation.objects.filter(display_name="李梅").update(
            expires_at=Invitation.objects.first().made_at - timedelta(1)  # type: ignore[union-attr]
        )

        page = text(keeper, "/accounts/invitations/")

        assert "chenying" in page
        assert "已过期 1" in page
        assert "已使用 1" in page
        assert Client().get(lost).status_code == 410

    def test_rows_cost_no_queries(self, keeper: Client) -> None:
        invited(keeper)
        one = queries(keeper, "/accounts/invitations/")
        keeper.post(CHAIRS, {"chair": waiting(keeper)[:3]})

        assert (one, queries(keeper, "/accounts/invitations/")) == (15, 15)

    def test_renewed_and_taken_back(self, keeper: Client) -> None:
        old = invited(keeper)
        number = Invitation.objects.get().pk

        (new,) = links(keeper.post(f"/accounts/invitations/{number}/renew/").content.decode())
        dead, alive = Client().get(old).status_code, Client().get(new).status_code
        keeper.post(f"/accounts/invitations/{number}/withdraw/")

        assert (dead, alive, Client().get(new).status_code) == (404, 200, 410)

    def test_nobody_else_invites(self, reader: Reader, keeper: Client) -> None:
        invited(keeper)
        number = Invitation.objects.get().pk

        for role in ("township", "village", "executive", "auditor"):
            for deed in ("chairs", "one", "links.xlsx", f"{number}/renew", f"{number}/withdraw"):
                url = f"/accounts/invitations/{deed}{'' if '.' in deed else '/'}"
                assert reader(role).post(url, {"chair": "1"}).status_code == 404

        assert Invitation.objects.get().withdrawn_at is None


class TestAccepting:
    def test_a_name_is_suggested_and_she_is_in_at_once(self, keeper: Client) -> None:
        link, client = invited(keeper), Client()

        page = text(client, link)
        response = client.post(link, {"username": "chenying", **CHOSEN}, follow=True)

        assert "陈英，您好" in page
        assert 'value="chenying"' in page
        assert response.request["PATH_INFO"] == "/units/350423/"
        assert client.get(link).status_code == 410

    def test_a_name_that_is_taken_gets_a_number(self, keeper: Client) -> None:
        Client().post(invited(keeper), {"username": "chenying", **CHOSEN})

        assert 'value="chenying2"' in text(Client(), invited(keeper))

    @pytest.mark.parametrize(
        ("wrong", "said"),
        [
            ({"again": "x"}, "两次"),
            ({"notice": ""}, "请阅读后勾选"),
            ({"password": "12345678", "again": "12345678"}, "errorlist"),
            ({"username": "county"}, "已有人用"),
            ({"username": "陈 英"}, "用户名"),
        ],
    )
    def test_what_is_wrong_is_said_and_the_link_stays_good(
        self, keeper: Client, wrong: dict[str, str], said: str
    ) -> None:
        link, before = invited(keeper), Account.objects.count()

        response = Client().post(link, {"username": "chenying", **CHOSEN, **wrong})

        assert response.status_code == 400
        assert said in response.content.decode()
        assert Account.objects.count() == before
        assert Client().get(link).status_code == 200

    def test_whoever_is_signed_in_is_asked_to_sign_out_first(self, keeper: Client) -> None:
        link, before = invited(keeper), Account.objects.count()

        page = text(keeper, link)
        keeper.post(link, {"username": "chenying", **CHOSEN})

        assert "您当前以" in page
        assert Account.objects.count() == before

    def test_the_page_is_kept_by_no_cache(self, keeper: Client) -> None:
        assert "no-store" in Client().get(invited(keeper)).headers["Cache-Control"]


def test_a_chair_who_follows_her_link_has_her_units_rights_by_her_post(keeper: Client) -> None:
    offered = text(keeper, CHAIRS)
    chair = re.search(r'value="(\d+)"[^>]*> <span>石下村妇联', offered)
    assert chair is not None
    sheet = keeper.post(CHAIRS, {"chair": [chair[1]]}).content.decode()
    (link,) = links(sheet)

    new = Client()
    new.post(link, {**CHOSEN, "username": "yinhanqiao"})

    account = Account.objects.get(username="yinhanqiao")
    assert account.person_id == int(chair[1])
    assert not Assignment.objects.filter(account_id=account.pk).exists()
    assert new.get(f"/posts/{VILLAGE}/").status_code == 200
    assert new.get("/units/350423106/").status_code == 404


def test_a_state_that_no_invitation_is_in_is_not_an_empty_list(keeper: Client) -> None:
    assert "没有这一状态的邀请" in text(keeper, "/accounts/invitations/?state=expired")
    assert "没有这一状态的邀请" not in text(keeper, "/accounts/invitations/")


def test_a_chair_whose_name_was_erased_is_not_invited(reader: Reader) -> None:
    chair = Appointment.objects.filter(
        federation__division__versions__code="350423106204", post="chair", ends_on=None
    ).earliest("pk")
    county = reader("county")
    assert f'value="{chair.person_id}"' in text(county, "/accounts/invitations/chairs/")

    erase_person(
        person_id=chair.person_id, name=chair.person.name, reason="本人书面申请", today=TODAY,
        by=system(),
    )  # fmt: skip

    assert f'value="{chair.person_id}"' not in text(county, "/accounts/invitations/chairs/")

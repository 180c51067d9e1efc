"""Keeping accounts on the page."""

import re

import pytest
from django.test import Client

from jinguo.access.models import Assignment, Role
from jinguo.access.queries import roles_of
from jinguo.accounts.actions import create_account, link_person
from jinguo.accounts.models import Account
from jinguo.audit.models import Entry
from jinguo.kernel.actor import system
from tests.factories.counties import county as linshan_county
from tests.factories.counties import load_linshan
from tests.factories.deeds import TODAY, sitting, unit
from tests.web.conftest import Reader
from tests.web.pages import queries, text

VILLAGE = "350423106204"


@pytest.fixture
def keeper(reader: Reader) -> Client:
    """The administrator of accounts."""
    return reader("administrator")


def number(username: str) -> int:
    return Account.objects.get(username=username).pk


def send(client: Client, url: str, **words: object) -> str:
    """Send a form; the page that comes back, in the end."""
    return client.post(url, words, follow=True).content.decode()


def made(username: str, **words: str) -> Account:
    return create_account(
        username=username, display_name=words.get("name", ""), password="hua-kai-2017",
        by=system("test"),
    )  # fmt: skip


def picture() -> list[object]:
    """Accounts and roles as they stand."""
    return [
        *Account.objects.order_by("pk").values_list("username", "display_name", "is_active"),
        *Assignment.objects.order_by("pk").values_list("account_id", "role", "division_id"),
    ]


class TestList:
    def test_names_roles_and_states_are_found(self, keeper: Client) -> None:
        whole = text(keeper, "/accounts/")
        one = text(keeper, "/accounts/?q=石下&state=active")

        assert "6 个账号" in whole
        assert "林畲镇妇联 · 乡镇妇联主席" in whole
        assert "2 个账号" in one

    def test_rows_cost_no_queries(self, keeper: Client) -> None:
        few = queries(keeper, "/accounts/?q=village")
        for at in range(3):
            link_person(
                account_id=made(f"chen{at}").pk,
                person_id=sitting(unit(VILLAGE), names()[at], TODAY),
                by=system("test"),
            )

        many = queries(keeper, "/accounts/?q=chen")

        assert (few, many) == (10, 11)

    def test_an_administrator_comes_here_when_she_signs_in(self, keeper: Client) -> None:
        assert keeper.get("/").headers["Location"] == "/accounts/"
        assert 'class="finder"' not in text(keeper, "/accounts/")

    def test_what_is_kept_elsewhere_is_not_there(self, keeper: Client) -> None:
        load_linshan()
        far = made("far")
        Assignment.objects.create(
            account_id=far.pk, role=Role.COUNTY, division_id=linshan_county().division_id
        )

        assert keeper.get(f"/accounts/{far.pk}/").status_code == 404
        assert keeper.post(f"/accounts/{far.pk}/password/").status_code == 404
        assert "far" not in re.findall(r"<td[^>]*>(\w+)</td>", text(keeper, "/accounts/"))

    def test_who_has_a_role_elsewhere_too_is_seen_and_not_changed(self, keeper: Client) -> None:
        load_linshan()
        Assignment.objects.create(
            account_id=number("village"), role=Role.COUNTY,
            division_id=linshan_county().division_id,
        )  # fmt: skip
        before = picture()

        page = text(keeper, f"/accounts/{number('village')}/")
        for deed in ("name", "roles", "roles/take", "state", "password", "person"):
            assert keeper.post(f"/accounts/{number('village')}/{deed}/").status_code == 404

        assert "不在您管理账号的范围内" in page
        assert picture() == before


class TestAdding:
    words = {"username": "shixia2", "display_name": "石下副主席", "role": "village"}

    def test_an_account_its_role_and_a_password_shown_once(self, keeper: Client) -> None:
        page = send(keeper, "/accounts/add/", **self.words, unit=VILLAGE)

        password = re.search(r"<output[^>]*>([^<]+)<", page)
        assert password
        account = Account.objects.get(username="shixia2")
        assert account.check_password(password[1])
        assert roles_of(account.pk) == ["village"]
        assert Entry.objects.filter(verb="account.created").last() is not None

    @pytest.mark.parametrize(
        ("change", "said"),
        [
            ({"unit": "350423106"}, "层级不符"),
            ({"username": "county"}, "已有人用"),
            ({"username": "石 下"}, "用户名"),
            ({"role": "queen"}, "errorlist"),
            ({"unit": "110101"}, "请选择列表中的单位"),
        ],
    )
    def test_what_is_wrong_is_said_and_nobody_is_made(
        self, keeper: Client, change: dict[str, str], said: str
    ) -> None:
        before = picture()

        response = keeper.post("/accounts/add/", {**self.words, "unit": VILLAGE, **change})

        assert response.status_code == 400
        assert said in response.content.decode()
        assert picture() == before


class TestDeeds:
    def test_renamed_disabled_and_enabled_again(self, keeper: Client, reader: Reader) -> None:
        village, page = reader("village"), f"/accounts/{number('village')}/"

        send(keeper, f"{page}name/", display_name="石下村 张")
        send(keeper, f"{page}state/", active="0")
        out = village.get("/units/350423202204/").status_code
        send(keeper, f"{page}state/", active="1")

        account = Account.objects.get(username="village")
        assert (account.display_name, account.is_active, out) == ("石下村 张", True, 302)
        verbs = Entry.objects.order_by("pk").values_list("verb", flat=True)
        assert list(verbs)[-3:] == ["account.renamed", "account.disabled", "account.enabled"]

    def test_a_new_password_signs_her_out_everywhere(self, keeper: Client, reader: Reader) -> None:
        village = reader("village")

        page = send(keeper, f"/accounts/{number('village')}/password/")

        password = re.search(r"<output[^>]*>([^<]+)<", page)
        assert password
        assert Account.objects.get(username="village").check_password(password[1])
        assert village.get("/units/350423202204/").status_code == 302

    def test_a_role_is_given_and_taken(self, keeper: Client) -> None:
        page = f"/accounts/{number('village')}/"
        division = Assignment.objects.get(account_id=number("village")).division_id

        send(keeper, f"{page}roles/", role="auditor", unit="350423")
        told = send(keeper, f"{page}roles/take/", role="village", division=division)

        assert "已收回：村（社区）妇联主席，石下村妇联" in told
        assert roles_of(number("village")) == ["auditor"]
        assert Entry.objects.filter(verb="role.taken").count() == 1

    def test_nobody_gives_herself_a_role_or_disables_herself(self, keeper: Client) -> None:
        own, before = f"/accounts/{number('administrator')}/", picture()

        given = send(keeper, f"{own}roles/", role="county", unit="350423")
        disabled = send(keeper, f"{own}state/", active="0")

        assert "不能给自己" in given
        assert "这是您自己的账号" in disabled
        assert picture() == before

    def test_an_account_becomes_a_womans(self, keeper: Client) -> None:
        page, name = f"/accounts/{number('village')}/", names()[0]
        person = sitting(unit(VILLAGE), name, TODAY)

        found = text(keeper, f"{page}?person={name}")
        send(keeper, f"{page}person/", person=person)
        linked = Account.objects.get(username="village").person_id
        send(keeper, f"{page}person/", person="")

        assert f'name="person" value="{person}"' in found
        assert linked == person
        assert Account.objects.get(username="village").person_id is None

    def test_somebody_without_a_post_here_is_not_linked(self, keeper: Client) -> None:
        url = f"/accounts/{number('village')}/person/"

        assert keeper.post(url, {"person": "99999999"}).status_code == 404
        assert keeper.post(f"/accounts/{number('village')}/state/").status_code == 404

    def test_the_others_cannot(self, reader: Reader) -> None:
        before = picture()

        for role in ("township", "village", "executive", "auditor"):
            for deed in ("name", "roles", "roles/take", "state", "password", "person"):
                url = f"/accounts/{number('executive')}/{deed}/"
                assert reader(role).post(url, {"active": "0"}).status_code == 404

        assert picture() == before


def names() -> list[str]:
    from tests.factories.deeds import posts

    return sorted(posts(unit(VILLAGE), TODAY))


def test_what_is_no_number_does_not_take_the_woman_from_her_account(reader: Reader) -> None:
    one = Account.objects.get(username="executive")
    assert one.person_id

    for text_ in ("abc", "9" * 30, "-1"):
        answer = reader("county").post(f"/accounts/{one.pk}/person/", {"person": text_})
        assert answer.status_code == 404

    assert Account.objects.get(pk=one.pk).person_id == one.person_id

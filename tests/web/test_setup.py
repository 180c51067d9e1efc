"""First steps of an empty office, from the printed key to the first roster."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

import jinguo.cli.demo
from jinguo.accounts.models import Account
from jinguo.database.home import home
from jinguo.database.setup_key import drop_setup_key, setup_key
from tests.web.pages import text
from tests.web.rosters import NEW_COMMITTEE, drop, workbook

pytestmark = pytest.mark.django_db
LISTS = Path(jinguo.cli.demo.__file__).parent / "demo_data" / "divisions"


@pytest.fixture
def key() -> Iterator[str]:
    """The key as the server prints it."""
    yield setup_key()
    drop_setup_key()


def first_account(client: Client, key: str, **other: str) -> None:
    words = {"key": key, "username": "lin", "display_name": "林", "password": "qingliu-4711"}
    client.post("/start/account/", {**words, "again": "qingliu-4711", **other})


def test_an_empty_office_leads_to_its_first_steps() -> None:
    page = text(Client(), "/")

    assert "密钥" in page or "key" in page
    assert "<form" not in page.split("<main")[1]


def test_without_the_key_no_account_is_made(key: str) -> None:
    client = Client()

    first_account(client, f"{key}x")

    assert not Account.objects.exists()


def test_the_key_is_for_its_owner_only(key: str) -> None:
    assert (home() / "setup.key").stat().st_mode & 0o777 == 0o600


def test_with_the_key_the_first_account_is_made_and_signed_in(key: str) -> None:
    client = Client()
    form = text(client, f"/start/?key={key}")

    first_account(client, key)

    assert 'name="username"' in form
    assert Account.objects.get().username == "lin"
    assert client.get("/start/").status_code == 200
    assert not (home() / "setup.key").exists()


def test_two_different_passwords_are_sent_back(key: str) -> None:
    client = Client()

    first_account(client, key, again="qingliu-0815")

    assert not Account.objects.exists()


def test_after_an_error_the_address_still_leads_to_the_form_with_its_key(key: str) -> None:
    client = Client()
    page = text(client, f"/start/?key={key}")
    action = page.split('method="post" action="/start/')[1].split('"')[0]

    refused = client.post(f"/start/{action}", {"key": key, "username": "lin"})
    again = client.get(f"/start/{action}")

    assert action == f"account/?key={key}"
    assert refused.status_code == 200
    assert again.headers["Location"] == f"/start/?key={key}"


def test_there_is_only_one_first_account(key: str) -> None:
    first_account(Client(), key)
    second = Client()

    response = second.post("/start/account/", {"key": key, "username": "b"})

    assert response.status_code == 404
    assert Account.objects.count() == 1


def test_from_the_list_over_the_county_to_the_first_roster(key: str) -> None:
    client = Client()
    first_account(client, key)
    (path,) = LISTS.glob("*.csv")

    client.post("/start/lists/", {"file": SimpleUploadedFile(path.name, path.read_bytes())})
    chosen = text(client, "/start/")
    county = chosen.split('name="county" value="')[1].split('"')[0]
    client.post("/start/county/", {"county": county})
    ready = text(client, "/start/")
    empty = text(client, "/")
    draft = drop(client, workbook(NEW_COMMITTEE))
    client.post(f"{draft}apply/")

    assert "清流县" in chosen
    assert 'href="/import/"' in ready
    assert 'class="sheet empty"' in empty
    assert "石下村" in text(client, "/")


def test_a_list_that_cannot_be_read_says_why(key: str) -> None:
    client = Client()
    first_account(client, key)
    broken = SimpleUploadedFile("list.csv", b"nothing,of,this\n1,2,3\n")

    response = client.post("/start/lists/", {"file": broken}, follow=True)

    assert "list.csv" in response.content.decode()


def test_a_stranger_cannot_choose_the_county(key: str) -> None:
    first_account(Client(), key)

    assert Client().post("/start/county/", {"county": "1"}).status_code == 302


def test_a_user_name_that_will_not_do_is_said_at_its_field(key: str) -> None:
    words = {"key": key, "username": "lin mei", "password": "qingliu-4711", "again": "qingliu-4711"}

    page = Client().post("/start/account/", words).content.decode()

    said = page.split('id="username-error">')[1].split("</div>")[0]
    assert 'aria-invalid="true" aria-describedby="username-error"' in page
    assert "用户名“lin mei”不能用。用户名请用文字、数字" in said
    assert "英文" not in said


def test_a_key_that_does_not_fit_is_told(client: Client, key: str) -> None:
    answer = client.get(f"/start/?key={key[:-3]}")

    assert answer.status_code == 403
    assert "请完整复制" in answer.content.decode()
    assert "请完整复制" not in text(client, "/start/")

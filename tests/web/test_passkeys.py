"""Passkeys: where they are offered, kept, counted, lost. Chromium makes real ones elsewhere."""

import json

import pytest
from allauth.mfa.models import Authenticator
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from django.test import Client, RequestFactory
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData
from pytest_django import Settings

from jinguo.accounts.models import Account, Attempt
from jinguo.accounts.rules import PER_ADDRESS
from jinguo.audit.models import Entry
from jinguo.web.base.passkeys import passkeys_work
from tests.web.conftest import Reader
from tests.web.pages import queries, text

PASSWORD = "qingliu-2017"
HERE = {"host": "localhost"}


def kept(username: str, name: str = "手机") -> Authenticator:
    """A passkey of hers as the library keeps it, of a device that is nowhere."""
    public = generate_private_key(SECP256R1()).public_key()
    key = ES256.from_cryptography_key(public)  # type: ignore[no-untyped-call]
    made = AttestedCredentialData.create(b"0" * 16, name.encode(), key)
    told = AuthenticatorData.create(b"0" * 32, AuthenticatorData.FLAG(0x45), 0, bytes(made))
    asked = {"type": "webauthn.create", "challenge": "AAAA", "origin": "http://localhost"}
    credential = {
        "id": websafe_encode(name.encode()),
        "rawId": websafe_encode(name.encode()),
        "type": "public-key",
        "response": {
            "clientDataJSON": websafe_encode(json.dumps(asked).encode()),
            "attestationObject": websafe_encode(AttestationObject.create("none", told, {})),
        },
        "clientExtensionResults": {},
    }
    account = Account.objects.get(username=username)
    data = {"name": name, "credential": credential}
    return Authenticator.objects.create(user=account, type="webauthn", data=data)


def again(client: Client) -> None:
    client.post("/sign-in/again/", {"password": PASSWORD})


@pytest.mark.parametrize(
    ("public", "host", "works"),
    [
        ("", "localhost:8000", True),
        ("", "127.0.0.1:8000", False),
        ("https://women.example", "women.example", True),
        ("https://women.example:8443", "women.example:8443", True),
        ("https://women.example", "127.0.0.1:8000", False),
        ("http://women.example", "women.example", False),
        ("https://192.0.2.10", "192.0.2.10", False),
        ("https://[2001:db8::1]", "[2001:db8::1]", False),
    ],
)
def test_they_work_by_https_under_a_name_and_on_localhost(
    settings: Settings, public: str, host: str, works: bool
) -> None:
    settings.PUBLIC_URL, settings.ALLOWED_HOSTS = public, ["*"]

    assert passkeys_work(RequestFactory().get("/", headers={"host": host})) is works


def test_the_sign_in_page_has_the_button_only_where_they_work(qingliu: None) -> None:
    there = Client().get("/sign-in/", headers=HERE).content.decode()

    assert "用通行密钥登录" in there
    assert "用通行密钥登录" not in text(Client(), "/sign-in/")
    for name in ("mfa/js/webauthn-json.js", "mfa/js/webauthn.js", "js/passkeys.js"):
        assert f"/static/{name}" in there
        assert Client().get(f"/static/{name}").status_code == 200


def test_where_they_do_not_work_the_page_says_why(reader: Reader) -> None:
    client = reader("village")

    assert "当前网址不提供通行密钥" in text(client, "/me/")
    assert "https" in text(client, "/me/passkeys/add/")


def test_hers_are_listed_and_nobody_elses(reader: Reader) -> None:
    kept("county", "别人的")
    client, one = reader("village"), kept("village", "我的手机")
    few = queries(client, "/me/")
    kept("village"), kept("village", "电脑")

    page = text(client, "/me/")

    assert ("我的手机" in page, "尚未使用" in page, "别人的" in page) == (True, True, False)
    assert queries(client, "/me/") == few
    other = kept("county")
    again(client)
    assert client.get(f"/me/passkeys/{other.pk}/remove/").status_code == 404
    assert client.post(f"/me/passkeys/{other.pk}/name/", {"name": "x"}).status_code == 404
    assert client.post(f"/me/passkeys/{one.pk}/name/", {"name": ""}).status_code == 200
    one.refresh_from_db()
    assert one.data["name"] == "我的手机"


def test_a_name_is_changed_and_one_is_removed_each_on_record(reader: Reader) -> None:
    client, one = reader("village"), kept("village")
    first = client.post(f"/me/passkeys/{one.pk}/remove/")
    again(client)
    client.post(f"/me/passkeys/{one.pk}/name/", {"name": "值班手机"})
    named = Authenticator.objects.get().data["name"]
    client.post(f"/me/passkeys/{one.pk}/remove/")

    assert first.headers["Location"].startswith("/sign-in/again/")
    assert named == "值班手机"
    assert not Authenticator.objects.exists()
    verbs = Entry.objects.filter(verb__startswith="passkey").order_by("pk")
    assert list(verbs.values_list("verb", flat=True)) == ["passkey.renamed", "passkey.removed"]


def test_with_one_the_password_alone_opens_nothing_until_the_office_takes_it_off(
    reader: Reader,
) -> None:
    kept("village")
    client = Client()
    client.post("/sign-in/", {"login": "village", "password": PASSWORD})
    page = text(client, "/sign-in/code/")
    number = Account.objects.get(username="village").pk
    before = client.get("/me/").status_code

    reader("administrator").post(f"/accounts/{number}/second/")
    after = Client()
    after.post("/sign-in/", {"login": "village", "password": PASSWORD})

    assert (before, after.get("/me/").status_code) == (302, 200)
    assert "当前网址不能使用" in page
    assert not Authenticator.objects.exists()


def test_the_last_one_stays_with_whoever_must_have_one(reader: Reader, settings: Settings) -> None:
    settings.SECOND_FACTOR = "required"
    client = reader("administrator")
    one, other = kept("administrator"), kept("administrator", "电脑")
    again(client)

    client.post(f"/me/passkeys/{one.pk}/remove/")
    told = client.post(f"/me/passkeys/{other.pk}/remove/", follow=True).content.decode()

    assert "要求管理账号的人员开启二次验证" in told
    assert client.get("/accounts/").status_code == 200
    assert [left.pk for left in Authenticator.objects.all()] == [other.pk]


@pytest.mark.parametrize("sent", ["", "[]", "{}", "nonsense", json.dumps({"id": "a", "rawId": 1})])
def test_made_up_answers_are_refused_in_words(qingliu: None, sent: str) -> None:
    client = Client()
    client.get("/sign-in/passkey/", headers=HERE | {"accept": "application/json"})

    answer = client.post(
        "/sign-in/passkey/", {"credential": sent, "next": "/me/"}, headers=HERE, follow=True
    )

    assert answer.status_code == 200
    assert "notice bad" in answer.content.decode()
    assert answer.request["QUERY_STRING"] == "next=%2Fme%2F"
    assert client.get("/me/").status_code == 302


def test_made_up_answers_lock_the_address_and_no_name(qingliu: None) -> None:
    client = Client()
    for _ in range(PER_ADDRESS):
        client.post("/sign-in/passkey/", {"credential": '{"id": "x"}'}, headers=HERE)

    told = client.post(
        "/sign-in/passkey/", {"credential": '{"id": "x"}'}, headers=HERE, follow=True
    ).content.decode()

    assert "次数过多" in told
    assert Attempt.objects.count() == PER_ADDRESS
    locked = Entry.objects.filter(verb="signin.locked").values_list("subject", flat=True)
    assert set(locked) == {"address"}

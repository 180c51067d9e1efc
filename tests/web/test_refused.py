"""What is not hers answers as if it were not there, and that she asked for it is on record."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from jinguo.access.actions.delegating import Loan, delegate
from jinguo.access.models import Assignment, Delegation, Role
from jinguo.accounts.models import Account
from jinguo.audit.models import Entry
from jinguo.divisions.queries import place
from jinguo.federations.queries import federations_of
from jinguo.kernel.actor import ACCOUNTS, APPOINT, IMPORT, VIEW, system
from jinguo.roster.models import Appointment, Batch
from tests.factories.accounts import account_of_sitter
from tests.factories.deeds import TODAY, unit
from tests.web.conftest import Reader
from tests.web.pages import text

OWN, ELSEWHERE = "350423106204", "350423101"

pytestmark = pytest.mark.usefixtures("qingliu")


def refusals() -> list[tuple[str, str, str, str]]:
    found = Entry.objects.filter(verb="access.refused").order_by("pk")
    return [(one.subject, one.subject_id, one.unit_code, one.data["right"]) for one in found]


def somebody_of(code: str) -> int:
    division = place(code, TODAY).division_id
    unit = federations_of([division], TODAY)[division]
    return Appointment.objects.filter(federation_id=unit).earliest("pk").person_id


def said(client: Client, code: str) -> str:
    """The whole page of a unit, without the code it was asked by and the tokens of its forms."""
    page = client.get(f"/units/{code}/").content.decode().replace(code, "")
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", page)


@pytest.fixture
def village(reader: Reader) -> Client:
    return reader("village")


def test_a_unit_elsewhere_is_refused_on_record(village: Client) -> None:
    answers = [village.get(f"/units/{ELSEWHERE}/"), village.get(f"/figures/{ELSEWHERE}/")]

    assert [one.status_code for one in answers] == [404, 404]
    assert refusals() == [("unit", ELSEWHERE, f"{ELSEWHERE}000", VIEW)]  # one thing, one entry
    entry = Entry.objects.get(verb="access.refused")
    assert entry.data["what"] == f"GET /units/{ELSEWHERE}/"
    assert entry.origin


def test_the_page_is_that_of_a_unit_that_does_not_exist(village: Client) -> None:
    hidden, none = said(village, ELSEWHERE), said(village, "350423998")

    assert hidden == none
    assert refusals() == [("unit", ELSEWHERE, f"{ELSEWHERE}000", VIEW)]


def test_a_person_elsewhere_is_recorded_under_her_unit(village: Client) -> None:
    person = somebody_of(ELSEWHERE)

    answers = [village.get(f"/people/{person}/") for _ in range(3)]

    assert {one.status_code for one in answers} == {404}
    assert refusals() == [("person", str(person), f"{ELSEWHERE}000", VIEW)]


@pytest.mark.parametrize(
    "address", ["/people/999999999/", "/elections/999999999/", "/nothing/", "/audit/person/99999/"]
)
def test_what_does_not_exist_is_no_attempt(village: Client, address: str) -> None:
    assert village.get(address).status_code == 404
    assert refusals() == []


def test_a_deed_without_the_right_is_recorded_as_that(reader: Reader) -> None:
    assert reader("executive").get(f"/posts/{OWN}/").status_code == 404
    assert refusals() == [("unit", OWN, OWN, APPOINT)]


def test_pages_of_others_offices_and_batches_too(village: Client, reader: Reader) -> None:
    batch = Batch.objects.earliest("pk").pk

    village.get("/accounts/")
    village.get("/import/")
    reader("township").get(f"/import/batches/{batch}/")

    assert refusals() == [
        ("address", "/accounts/", "", ACCOUNTS),
        ("address", "/import/", "", IMPORT),
        ("batch", str(batch), "350423000000", IMPORT),
    ]


def test_what_she_may_see_leaves_no_refusal(village: Client) -> None:
    village.get(f"/units/{OWN}/")
    village.get(f"/people/{somebody_of(OWN)}/")

    assert refusals() == []


def test_the_auditor_reads_who_was_refused_what(village: Client, reader: Reader) -> None:
    village.get(f"/units/{ELSEWHERE}/")

    page = text(reader("auditor"), "/audit/?kind=refused")

    assert f"GET /units/{ELSEWHERE}/" in page
    assert "所需权限" in page


class TestDeeds:
    """What an action refuses is told on a page like any refusal, and is on record like a page."""

    def test_a_role_for_herself_is_one_entry_and_no_role(self, reader: Reader) -> None:
        keeper, me = reader("administrator"), Account.objects.get(username="administrator").pk
        before = list(Assignment.objects.order_by("pk").values())
        words = {"role": "county", "unit": "350423"}

        for headers in ({}, {"HX-Request": "true"}):
            answer = keeper.post(f"/accounts/{me}/roles/", words, headers=headers)
            assert answer.status_code == 302

        assert list(Assignment.objects.order_by("pk").values()) == before
        assert refusals() == [("account", str(me), "350423000000", ACCOUNTS)]
        entry = Entry.objects.get(verb="access.refused")
        assert entry.data["what"] == f"POST /accounts/{me}/roles/"
        assert entry.data["why"] == "own_role"
        assert (entry.actor_id, bool(entry.origin)) == (me, True)

    def test_a_delegation_of_others_is_neither_there_nor_ended(
        self, village: Client, reader: Reader
    ) -> None:
        vice = account_of_sitter(unit(OWN), "侯舒美", "vice")
        loan = Loan(
            vice.pk, Role.VILLAGE, place(OWN, TODAY), TODAY, TODAY + timedelta(days=9), "产假"
        )
        lent = delegate(loan=loan, by=system(), today=TODAY)

        answer = reader("executive").post("/delegations/end/", {"delegation": lent.pk})

        assert answer.status_code == 404
        assert Delegation.objects.get().ended_at is None
        assert refusals() == [("account", str(vice.pk), OWN, APPOINT)]

    def test_a_form_to_a_page_that_is_not_hers_is_one_entry(self, reader: Reader) -> None:
        words = {"name": "林小红", "post": "executive", "day": "2026-11-20"}
        before = Appointment.objects.count()

        answer = reader("executive").post(
            f"/posts/{OWN}/appoint/", words, headers={"HX-Request": "true"}
        )

        assert answer.status_code == 404
        assert Appointment.objects.count() == before
        assert refusals() == [("unit", OWN, OWN, APPOINT)]

    def test_what_fails_for_another_reason_is_no_refusal(self, village: Client) -> None:
        words = {"name": "林小红", "post": "executive", "day": "2026-11-20"}

        page = village.post(f"/posts/{OWN}/appoint/", words | {"birth_month": "去年"})

        assert "birth_month-error" in page.content.decode()

        assert refusals() == []

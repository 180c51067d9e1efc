"""Consents on the page: recorded, and withdrawn with one button."""

import pytest
from django.test import Client

from jinguo.people.models import Consent, Person
from jinguo.roster.models import Appointment
from tests.factories.deeds import unit
from tests.web.conftest import Reader
from tests.web.pages import text

VILLAGE = "350423106204"
WORDS = {"kind": "contact", "purpose": "会议通知", "given_on": "2026-03-08", "way": "paper"}


@pytest.fixture
def woman(qingliu: None) -> Person:
    """The chair of 石下村."""
    seat = Appointment.objects.filter(federation_id=unit(VILLAGE), post="chair", ends_on=None)
    return seat.select_related("person").earliest("pk").person


@pytest.fixture
def chair(reader: Reader) -> Client:
    return reader("village")


def test_given_and_withdrawn_with_one_button(chair: Client, woman: Person) -> None:
    url = f"/people/{woman.pk}/consents/"

    page = chair.post(url, WORDS, follow=True).content.decode()
    assert "已登记：她已同意。" in page
    assert "会议通知" in page
    one = Consent.objects.get()
    page = chair.post(url, {"consent": one.pk}, follow=True).content.decode()

    assert "撤回了这项同意" in page
    number = chair.get(f"/people/{woman.pk}/phone/")
    assert number.status_code == 403
    assert "已撤回使用联系电话的同意" in number.content.decode()
    assert ">看号码<" not in text(chair, f"/people/{woman.pk}/")


@pytest.mark.parametrize(
    "wrong",
    [{"purpose": ""}, {"given_on": "2027-01-01"}, {"given_on": "0001-01-01"}, {"kind": "x"}],
)
def test_what_is_wrong_is_said(chair: Client, woman: Person, wrong: dict[str, str]) -> None:
    answer = chair.post(f"/people/{woman.pk}/consents/", WORDS | wrong)

    assert answer.status_code == 400
    assert "errorlist" in answer.content.decode()
    assert not Consent.objects.exists()


@pytest.mark.parametrize("role", ["executive", "auditor", "administrator"])
def test_whoever_keeps_no_persons_records_nothing(role: str, reader: Reader, woman: Person) -> None:
    assert reader(role).post(f"/people/{woman.pk}/consents/", WORDS).status_code == 404
    assert not Consent.objects.exists()

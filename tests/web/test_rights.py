"""Pages of rights: what I may and why, and who may do what with one thing."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jinguo.accounts.models import Account
from jinguo.audit.models import Entry
from jinguo.divisions.queries import place
from jinguo.federations.queries import federations_of
from jinguo.roster.models import Appointment, Batch
from tests.factories.accounts import account_of
from tests.factories.deeds import TODAY
from tests.factories.elections import elected
from tests.web.conftest import Reader
from tests.web.pages import text

OWN, ELSEWHERE = "350423106204", "350423101"

pytestmark = pytest.mark.usefixtures("qingliu")


@pytest.fixture
def village(reader: Reader) -> Client:
    return reader("village")


def women_of(code: str) -> list[int]:
    division = place(code, TODAY).division_id
    unit = federations_of([division], TODAY)[division]
    sitting = Appointment.objects.filter(federation_id=unit, ends_on__isnull=True).order_by("pk")
    return list(sitting.values_list("person_id", flat=True))


def test_my_rights_say_by_what_i_have_them(village: Client) -> None:
    page = text(village, "/rights/")

    assert "石下村妇联" in page
    assert "任免职务" in page
    assert "导入花名册" not in page


def test_the_page_of_a_unit_says_why_i_see_it_and_who_else_does(reader: Reader) -> None:
    page = text(reader("township"), f"/rights/unit/{OWN}/")

    assert "您可以：查看" in page
    assert "石下村属林畲镇" in page
    for name in ("county", "village", "executive", "auditor"):
        assert f"<b>{account_name(name)}</b>" in page
    assert account_name("administrator") not in page


def account_name(username: str) -> str:
    from jinguo.accounts.models import Account

    return str(Account.objects.get(username=username))


def test_what_i_may_not_names_who_could_let_me(village: Client) -> None:
    page = text(village, f"/rights/unit/{OWN}/?right=roster.import")

    assert "<h1>谁能导入花名册</h1>" in page
    assert "您不可以：导入花名册" in page
    assert "可授予角色的有：" in page
    assert f"<b>{account_name('township')}</b>" in page
    assert f"<b>{account_name('village')}</b>" not in page


def test_persons_congresses_and_batches_can_be_asked_about(reader: Reader) -> None:
    congress = elected()
    batch = Batch.objects.earliest("pk").pk

    for address in (f"person/{women_of(OWN)[0]}", f"congress/{congress.pk}", f"batch/{batch}"):
        page = text(reader("county"), f"/rights/{address}/")
        assert f"<b>{account_name('county')}</b>" in page
    assert f"<b>{account_name('auditor')}</b>" not in page  # of a batch


@pytest.mark.parametrize("more", [1, 3])
def test_the_queries_are_the_same_for_one_and_for_three(village: Client, more: int) -> None:
    for number, person in enumerate(women_of(OWN)[:more]):
        account_of(person, f"one{number}")
    village.get(f"/rights/unit/{OWN}/")

    with CaptureQueriesContext(connection) as queries:
        village.get(f"/rights/unit/{OWN}/")

    assert len(queries) == QUERIES


QUERIES = 11


def test_who_may_not_see_the_thing_is_not_told_who_may(village: Client) -> None:
    office = Account.objects.get(username="county").pk

    assert village.get(f"/rights/unit/{ELSEWHERE}/").status_code == 404
    assert village.get("/rights/unit/999999/").status_code == 404
    assert village.get(f"/rights/account/{office}/").status_code == 404

    refused = Entry.objects.filter(verb="access.refused").order_by("pk")
    assert list(refused.values_list("subject", "subject_id")) == [
        ("unit", ELSEWHERE),
        ("account", str(office)),
    ]


def test_pages_lead_there(village: Client) -> None:
    person = women_of(OWN)[0]

    assert f'href="/rights/unit/{OWN}/"' in text(village, f"/units/{OWN}/")
    assert f'href="/rights/person/{person}/"' in text(village, f"/people/{person}/")
    assert 'href="/rights/"' in text(village, "/me/")


def test_an_account_says_who_keeps_it(reader: Reader) -> None:
    number = Account.objects.get(username="village").pk
    county = reader("county")
    assert f'href="/rights/account/{number}/"' in text(county, f"/accounts/{number}/")

    page = text(county, f"/rights/account/{number}/?right=accounts.manage")

    assert f"<b>{account_name('administrator')}</b>" in page
    assert f"<b>{account_name('township')}</b>" not in page
    assert "导入花名册" not in page

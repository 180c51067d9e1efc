"""Erasing somebody on the page: everything is said first, and her name asked for once more."""

import pytest
from django.test import Client

from jinguo.people.models import Person
from jinguo.roster.models import Appointment
from tests.factories.deeds import TODAY, sitting, unit
from tests.factories.imports import picture
from tests.web.conftest import Reader
from tests.web.pages import text

VILLAGE = "350423106204"


@pytest.fixture
def woman(qingliu: None) -> Person:
    """An executive of 石下村."""
    seat = Appointment.objects.filter(federation_id=unit(VILLAGE), post="chair", ends_on=None)
    return seat.select_related("person").earliest("pk").person


def test_it_says_what_goes_and_what_stays(county: Client, woman: Person) -> None:
    page = text(county, f"/people/{woman.pk}/erase/")

    for words in ("删除的内容", "保留的内容", "席位", "备份", "不能恢复", "林畲乡.xlsx"):
        assert words in page
    assert f'href="/people/{woman.pk}/erase/"' in text(county, f"/people/{woman.pk}/")


def test_her_name_once_more_and_she_is_gone_from_every_page(county: Client, woman: Person) -> None:
    url, name = f"/people/{woman.pk}/erase/", woman.name

    page = county.post(url, {"name": name, "reason": "本人书面申请"}, follow=True).content.decode()

    assert "已删除。席位照常计数。" in page
    assert "<h1>姓名已删除</h1>" in page
    assert county.get(url).status_code == 302
    for page in (
        text(county, f"/units/{VILLAGE}/"),
        text(county, f"/posts/{VILLAGE}/"),
        text(county, f"/figures/{VILLAGE}/chairs/village/"),
        text(county, f"/audit/person/{woman.pk}/"),
    ):
        assert name not in page
        assert "姓名已删除" in page
    assert sitting(unit(VILLAGE), "姓名已删除", TODAY) == woman.pk


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"name": "别人", "reason": "本人书面申请"}, "“别人”不是她的姓名"),
        ({"name": "", "reason": "本人书面申请"}, "errorlist"),
        ({"name": "NAME", "reason": "无"}, "至少4个字"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_happens(
    county: Client, woman: Person, words: dict[str, str], said: str
) -> None:
    before = picture()
    given = {key: value.replace("NAME", woman.name) for key, value in words.items()}

    response = county.post(f"/people/{woman.pk}/erase/", given)

    assert response.status_code == 400
    assert said in response.content.decode()
    assert picture() == before


@pytest.mark.parametrize("role", ["township", "village", "auditor"])
def test_only_the_county_office_erases(role: str, reader: Reader, woman: Person) -> None:
    before = picture()
    client = reader(role)

    answer = client.post(
        f"/people/{woman.pk}/erase/", {"name": woman.name, "reason": "本人书面申请"}
    )

    assert answer.status_code == 404
    assert picture() == before
    assert "erase" not in text(client, f"/people/{woman.pk}/")

"""Correcting what is known of a woman on the page, and being the second to do so."""

import re
from html import unescape

import pytest
from django.test import Client

from jinguo.people.models import Person
from jinguo.roster.models import Batch
from tests.factories.deeds import corrected
from tests.factories.imports import ALL_TABLES, picture
from tests.web.conftest import Reader
from tests.web.pages import queries, text

VILLAGE = "350423106204"


@pytest.fixture
def chair(reader: Reader) -> Client:
    """The chair of 石下村."""
    return reader("village")


@pytest.fixture
def woman(qingliu: None) -> Person:
    """Somebody of her committee."""
    here = "appointments__federation__division__versions__code"
    return Person.objects.filter(**{here: VILLAGE}).earliest("pk")


def form(client: Client, person: Person) -> dict[str, str]:
    """What the form sends if nobody touches it."""
    return fields(text(client, f"/people/{person.pk}/correct/"))


def fields(page: str) -> dict[str, str]:
    found = re.findall(r'<input (?:class="form-control"|type="hidden")[^>]*>', page)
    names = [re.search(r'name="([^"]*)"', one) for one in found]
    values = [re.search(r'value="([^"]*)"', one) for one in found]
    return {
        name[1]: unescape(value[1]) if value else ""
        for name, value in zip(names, values, strict=True)
        if name and name[1] != "csrfmiddlewaretoken"
    }


def send(client: Client, person: Person, words: dict[str, str]) -> tuple[int, str]:
    response = client.post(f"/people/{person.pk}/correct/", words, follow=True)
    return response.status_code, response.content.decode()


def test_the_form_holds_what_is_known_but_the_number(chair: Client, woman: Person) -> None:
    page = text(chair, f"/people/{woman.pk}/correct/")

    assert f'value="{woman.name}"' in page
    assert f"****{woman.phone[-4:]}" in page
    assert woman.phone not in page
    assert fields(page)["phone"] == ""


def test_a_correction_is_told_listed_and_taken_back(chair: Client, woman: Person) -> None:
    status, page = send(chair, woman, form(chair, woman) | {"skills": "剪纸", "reason": "本人说"})

    assert status == 200
    assert "已更正" in page
    assert "资料更正记录" in page
    assert "本人说" in page
    undo = f"/people/{woman.pk}/corrections/{Batch.objects.latest('pk').pk}/undo/"
    assert undo in page
    assert "剪纸" in text(chair, undo)
    chair.post(undo)
    woman.refresh_from_db()
    assert woman.skills == ""


def test_what_is_wrong_is_said_at_its_field_and_what_was_typed_stays(
    chair: Client, woman: Person
) -> None:
    words = form(chair, woman) | {"birth_month": "去年", "skills": "剪纸"}
    before = picture(*ALL_TABLES)

    status, page = send(chair, woman, words)

    assert status == 400
    assert 'id="birth_month-error"' in page
    assert 'value="剪纸"' in page
    assert picture(*ALL_TABLES) == before


def test_the_second_chooses_between_both_values_and_loses_nothing(
    chair: Client, woman: Person
) -> None:
    opened = form(chair, woman)
    corrected(woman.pk, education="研究生", skills="剪纸")

    status, page = send(chair, woman, opened | {"education": "小学", "occupation": "茶农"})

    assert status == 409
    assert "您的更正尚未保存" in page
    assert "“特长”已由test" in page
    again = fields(page)
    assert again["mine:education"] == "小学"
    assert again["skills"] == "剪纸"
    status, page = send(chair, woman, again)
    assert status == 409
    assert "请选择其中一种" in page
    status, page = send(chair, woman, again | {"education": "小学"})
    assert status == 200
    woman.refresh_from_db()
    assert (woman.education, woman.skills, woman.occupation) == ("小学", "剪纸", "茶农")


def test_the_second_may_leave_it_to_the_first(chair: Client, woman: Person) -> None:
    opened = form(chair, woman)
    corrected(woman.pk, phone="19905000991")
    _status, page = send(chair, woman, opened | {"phone": "19905000992", "skills": "剪纸"})

    send(chair, woman, fields(page) | {"phone": ""})

    woman.refresh_from_db()
    assert (woman.phone, woman.skills) == ("19905000991", "剪纸")


def test_what_was_corrected_is_shown_to_who_keeps_persons(reader: Reader, woman: Person) -> None:
    corrected(woman.pk, skills="剪纸")

    assert "资料更正记录" in text(reader("township"), f"/people/{woman.pk}/")
    assert "资料更正记录" not in text(reader("auditor"), f"/people/{woman.pk}/")


def test_a_correction_of_another_woman_is_not_taken_back_at_her(
    chair: Client, woman: Person
) -> None:
    batch = corrected(woman.pk, skills="剪纸")
    other = Person.objects.exclude(pk=woman.pk).filter(
        appointments__federation__division__versions__code=VILLAGE
    ).earliest("pk")  # fmt: skip

    assert chair.get(f"/people/{other.pk}/corrections/{batch.pk}/undo/").status_code == 404


def test_corrections_are_one_query_however_many(chair: Client, woman: Person) -> None:
    corrected(woman.pk, skills="剪纸")
    few = queries(chair, f"/people/{woman.pk}/")
    corrected(woman.pk, skills="刺绣")
    corrected(woman.pk, skills="茶艺")

    assert queries(chair, f"/people/{woman.pk}/") == few

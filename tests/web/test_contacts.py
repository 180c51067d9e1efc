"""A number on the page: masked, asked for with a reason, shown once."""

import io
import re

import openpyxl
import pytest
from django.test import Client

from jinguo.audit.models import Entry
from jinguo.people.models import Person
from jinguo.people.queries import masked
from tests.factories.deeds import unit
from tests.web.conftest import Reader
from tests.web.pages import text

VILLAGE, TOWNSHIP = "350423106204", "350423106"


@pytest.fixture
def woman(qingliu: None) -> Person:
    """Somebody of 石下村 with a number."""
    found = Person.objects.filter(appointments__federation=unit(VILLAGE)).exclude(phone="")
    return found.filter(appointments__ends_on=None).earliest("pk")


def readings() -> list[dict[str, object]]:
    """The data of recorded readings."""
    return list(
        Entry.objects.filter(verb="contact.read").order_by("pk").values_list("data", flat=True)
    )


def test_from_the_list_to_the_number_in_two_taps(reader: Reader, woman: Person) -> None:
    chair = reader("village")
    address = f"/people/{woman.pk}/phone/"

    assert f'href="{address}"' in text(chair, f"/units/{VILLAGE}/")
    assert woman.phone not in text(chair, address)
    page = chair.post(address, {"why": "meeting"})

    body = page.content.decode()
    assert f'href="tel:{woman.phone}"' in body
    assert "石下村妇联主席" in body
    assert "no-store" in page.headers["Cache-Control"]
    assert readings() == [{"reason": "通知会议", "fields": ["phone"]}]


def test_opened_again_the_number_is_masked_again(reader: Reader, woman: Person) -> None:
    chair = reader("village")
    chair.post(f"/people/{woman.pk}/phone/", {"why": "check"})

    assert woman.phone not in text(chair, f"/people/{woman.pk}/phone/")
    assert woman.phone not in text(chair, f"/people/{woman.pk}/")
    assert len(readings()) == 1


@pytest.mark.parametrize(
    "words", [{}, {"why": "other"}, {"why": "other", "words": "有事"}, {"why": "no such"}]
)
def test_without_a_reason_it_is_asked_for(
    reader: Reader, woman: Person, words: dict[str, str]
) -> None:
    page = reader("village").post(f"/people/{woman.pk}/phone/", words)

    assert page.status_code == 400
    assert "errorlist" in page.content.decode()
    assert woman.phone not in page.content.decode()
    assert readings() == []


def test_her_own_words_are_kept_with_the_ready_ones(reader: Reader, woman: Person) -> None:
    chair = reader("village")
    chair.post(f"/people/{woman.pk}/phone/", {"why": "work", "words": "两癌筛查报名"})
    chair.post(f"/people/{woman.pk}/phone/", {"why": "other", "words": "家里有急事"})

    assert [one["reason"] for one in readings()] == ["开展工作：两癌筛查报名", "家里有急事"]


@pytest.mark.parametrize("role", ["executive", "auditor"])
def test_who_may_not_is_told_whom_to_ask_and_the_attempt_is_recorded(
    reader: Reader, woman: Person, role: str
) -> None:
    client = reader(role)
    mine = f'href="/people/{woman.pk}/phone/'

    assert mine not in text(client, f"/people/{woman.pk}/")
    assert mine not in text(client, f"/units/{VILLAGE}/")
    page = client.post(f"/people/{woman.pk}/phone/", {"why": "meeting"})

    assert page.status_code == 403
    assert woman.phone not in page.content.decode()
    assert "打码" in page.content.decode()
    assert readings() == []
    refused = Entry.objects.filter(verb="access.refused", subject_id=str(woman.pk)).latest("pk")
    assert refused.data["what"] == "contacts.read"


EXPORTS = (
    f"/units/{VILLAGE}/numbers/",
    f"/units/{VILLAGE}/numbers/?alone=1",
    "/search/numbers/?q=石下",
    f"/figures/{VILLAGE}/chairs/village/numbers/",
)


@pytest.mark.parametrize("address", EXPORTS)
def test_a_list_with_numbers_is_taken_for_a_reason(
    reader: Reader, woman: Person, address: str
) -> None:
    chair = reader("village")

    asked = text(chair, address)
    refused = chair.post(address, {})
    assert "用途" in asked
    assert refused.status_code == 400
    assert not Entry.objects.filter(verb="contact.exported").exists()
    taken = chair.post(address, {"why": "meeting"})

    assert woman.phone in words_of(taken.content)
    assert "no-store" in taken.headers["Cache-Control"]
    (entry,) = Entry.objects.filter(verb="contact.exported")
    assert entry.data["reason"] == "通知会议"
    assert entry.data["numbers"] >= 1


@pytest.mark.parametrize(
    "address",
    [f"/units/{VILLAGE}/roster.xlsx", "/search/people.xlsx?q=石下",
     f"/figures/{VILLAGE}/chairs/village/rows.xlsx"],
)  # fmt: skip
def test_a_list_without_a_reason_has_masked_numbers(
    reader: Reader, woman: Person, address: str
) -> None:
    words = words_of(reader("village").get(address).content)

    assert woman.phone not in words
    assert masked(woman.phone) in words
    assert not Entry.objects.filter(verb="contact.exported").exists()


def words_of(content: bytes) -> set[str]:
    """Every text of a workbook."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {
        str(value)
        for sheet in book.worksheets
        for row in sheet.iter_rows(values_only=True)
        for value in row
    }


def test_without_a_number_there_is_nothing_to_ask_for(county: Client, woman: Person) -> None:
    Person.objects.filter(pk=woman.pk).update(phone="")

    assert "没有登记" in text(county, f"/people/{woman.pk}/phone/")
    assert not re.search(r'href="/people/\d+/phone/', text(county, f"/people/{woman.pk}/"))


def test_the_township_page_links_its_own_numbers(reader: Reader, woman: Person) -> None:
    page, link = f"/units/{TOWNSHIP}/", r'href="/people/\d+/phone/'

    assert re.search(link, text(reader("township"), page))
    assert not re.search(link, text(reader("auditor"), page))

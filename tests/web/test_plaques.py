"""The plaque of a unit, recorded from a phone."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from jinguo.files.models import Photo
from jinguo.plaques.models import Plaque
from tests.factories.photos import jpeg
from tests.web.conftest import Reader
from tests.web.pages import text

PAGE = "/plaques/350423106204/"


@pytest.fixture
def village(reader: Reader) -> Client:
    """Her village as if no plaque hung yet."""
    Plaque.objects.all().delete()
    Photo.objects.all().delete()
    return reader("village")


def sent(client: Client, content: bytes | None = None, **words: str) -> str:
    photo = SimpleUploadedFile("挂牌.jpg", jpeg() if content is None else content)
    form = {"place": "村部大门", "hung_on": "2017-05-23", "photo": photo, **words}
    return client.post(f"{PAGE}hang/", form, follow=True).content.decode()


def test_the_page_says_how_it_must_read(village: Client) -> None:
    assert "清流县林畲镇石下村妇女联合会" in text(village, PAGE)


def test_three_fields_record_that_it_hangs(village: Client) -> None:
    page = sent(village)

    assert "挂牌已登记。" in page
    assert Plaque.objects.get().photo is not None


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"%PDF-1.7", {}), (b"", {}), (None, {"place": ""}), (None, {"hung_on": "2099-01-01"})],
)
def test_what_cannot_be_leaves_neither_record_nor_photo(
    village: Client, content: bytes | None, words: dict[str, str]
) -> None:
    page = sent(village, content, **words)

    assert 'role="alert"' in page
    assert not Plaque.objects.exists()
    assert not Photo.objects.exists()


def test_struck_out_and_put_back(village: Client) -> None:
    sent(village)
    number = Plaque.objects.get().pk

    struck = village.post(f"/plaques/one/{number}/strike/", {"why": "照片不符"}, follow=True)
    back = village.post(f"/plaques/one/{number}/back/", follow=True)

    assert "照片不符" in struck.content.decode()
    assert "已恢复。" in back.content.decode()


def recorded(client: Client) -> tuple[str, dict[str, str]]:
    """The page on which the plaque just recorded is amended, and what its form carries along."""
    sent(client)
    page = f"/plaques/one/{Plaque.objects.get().pk}/"
    return page, dict(re.findall(r'name="(was-[a-z_]+)" value="([^"]*)"', text(client, page)))


def test_its_place_and_photo_are_said_otherwise(village: Client) -> None:
    page, was = recorded(village)
    first = Plaque.objects.get().photo_id
    words = {**was, "place": "村部二楼", "hung_on": "2017-05-23"}

    told = village.post(page, words, follow=True).content.decode()
    kept = Plaque.objects.get()
    photo = SimpleUploadedFile("二.jpg", jpeg("navy"))
    village.post(page, {**words, "photo": photo}, follow=True)

    assert "挂牌登记已修改。" in told
    assert (kept.place, kept.photo_id) == ("村部二楼", first)
    assert Plaque.objects.get().photo_id != first


def test_who_comes_second_is_told_where_it_hangs_now(village: Client) -> None:
    page, was = recorded(village)
    village.post(page, {**was, "place": "村部二楼", "hung_on": "2017-05-23"})

    second = village.post(page, {**was, "place": "祠堂门口", "hung_on": "2017-05-23"})

    assert second.status_code == 400
    assert "现在登记的是“村部二楼”" in second.content.decode()
    assert Plaque.objects.get().place == "村部二楼"


def test_hung_on_another_day_it_reads_as_on_that_day(village: Client) -> None:
    page, was = recorded(village)
    before = Plaque.objects.get().text

    village.post(page, {**was, "place": "大门", "hung_on": "2026-11-01"})

    assert (before, Plaque.objects.get().text) == (
        "清流县林畲乡石下村妇女联合会",
        "清流县林畲镇石下村妇女联合会",
    )


@pytest.mark.parametrize(
    "words",
    [{"place": " "}, {"hung_on": "2099-01-01"}, {"photo": SimpleUploadedFile("a.svg", b"<svg/>")}],
)
def test_what_cannot_be_changes_nothing(village: Client, words: dict[str, object]) -> None:
    page, was = recorded(village)

    answer = village.post(page, {**was, "place": "大门", "hung_on": "2017-05-23", **words})

    assert answer.status_code == 400
    assert Plaque.objects.get().place == "村部大门"
    assert Photo.objects.count() == 1

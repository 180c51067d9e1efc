"""The plaque of a unit, recorded from a phone."""

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

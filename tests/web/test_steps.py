"""The steps of a unit, and papers handed in from a phone."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from jinguo.campaigns.models import StepPaper
from jinguo.cli.demo_campaign import SLUG, load_campaign
from jinguo.divisions.queries import place
from jinguo.files.models import Photo
from jinguo.kernel.actor import system
from tests.factories.photos import jpeg
from tests.web.conftest import Reader
from tests.web.pages import queries, text

UNIT = f"/campaigns/{SLUG}/350423106204/"
STEP = f"{UNIT}steps/1/"
LACKING = "领导小组名单"


@pytest.fixture
def village(reader: Reader) -> Client:
    """石下村 with the campaign behind it, and no papers of the first step."""
    load_campaign(place("350423", date(2017, 7, 31)), system("demo"))
    StepPaper.objects.all().delete()
    return reader("village")


def photo(content: bytes | None = None, name: str = "a.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, jpeg() if content is None else content)


def sent(client: Client, **words: object) -> str:
    form = {"names": [LACKING, "请示"], "done_on": "2017-05-18", "sent": photo(), **words}
    return client.post(f"{STEP}hand-in/", form, follow=True).content.decode()


def test_the_unit_shows_what_lacks_of_each_step(village: Client) -> None:
    page = text(village, UNIT)

    assert page.count('class="step-line"') == 8
    assert "缺：领导小组名单、请示、党支部批复" in page
    assert "2017年5月23日 齐全" in page  # the plaque hangs: nobody is asked for its photo
    assert "2017年5月23日 齐全" in text(village, f"{UNIT}?day=2017-05-23")


def test_papers_are_handed_in_as_one_photo(village: Client) -> None:
    page = sent(village)
    made = StepPaper.objects.get()

    assert "已提交 1 份。" in page
    assert made.names == [LACKING, "请示"]
    assert made.photo is not None
    assert "缺：党支部批复" in text(village, UNIT)
    assert village.get(f"/campaigns/{SLUG}/papers/{made.pk}/")["Content-Type"] == "image/jpeg"


def test_of_several_files_the_good_ones_are_kept_and_the_others_named(village: Client) -> None:
    answer = village.post(
        f"{STEP}hand-in/",
        {
            "names": ["请示"],
            "done_on": "2017-05-18",
            "sent": [photo(b"%PDF-1.7", "1.jpg"), photo(b"<svg/>", "2.svg"), photo(b"", "3.png")],
        },
    )
    page = answer.content.decode()

    assert answer.status_code == 400
    assert page.count('role="alert"') == 2
    assert "2.svg" in page
    made = StepPaper.objects.get()
    assert made.suffix == "pdf"
    got = village.get(f"/campaigns/{SLUG}/papers/{made.pk}/")
    assert got.content == b"%PDF-1.7"
    assert got["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    "words",
    [
        {"names": []},
        {"names": ["联合意见"]},
        {"done_on": ""},
        {"done_on": "2099-01-01"},
        {"sent": ""},
    ],
)
def test_what_cannot_be_leaves_nothing_behind(village: Client, words: dict[str, object]) -> None:
    photos = Photo.objects.count()

    page = sent(village, **words)

    assert 'role="alert"' in page
    assert not StepPaper.objects.exists()
    assert Photo.objects.count() == photos


def test_struck_out_and_put_back(village: Client) -> None:
    sent(village)
    number = StepPaper.objects.get().pk
    address = f"/campaigns/{SLUG}/papers/{number}/"

    unsaid = village.post(f"{address}strike/", follow=True).content.decode()
    struck = village.post(f"{address}strike/", {"why": "错"}, follow=True).content.decode()
    lacking = text(village, UNIT)
    back = village.post(f"{address}back/", follow=True).content.decode()

    assert "请写明作废原因" in unsaid
    assert "已作废" in struck
    assert f"缺：{LACKING}" in lacking
    assert "恢复" in back
    assert f"缺：{LACKING}" not in text(village, UNIT)


def test_the_office_hands_in_the_countys_own(village: Client, reader: Reader) -> None:
    own = f"/campaigns/{SLUG}/350423/steps/0/"
    form = {"names": ["联合意见"], "done_on": "2017-05-15", "sent": photo(b"%PDF")}

    refused = reader("auditor").post(f"{own}hand-in/", form, follow=True).content.decode()
    before = StepPaper.objects.count()
    done = reader("county").post(f"{own}hand-in/", {**form, "sent": photo(b"%PDF")}, follow=True)

    assert "无权" in refused
    assert before == 0
    assert "已提交 1 份。" in done.content.decode()


def test_the_pages_take_a_fixed_number_of_queries(village: Client) -> None:
    few = queries(village, UNIT), queries(village, STEP)
    for _again in range(3):
        sent(village)

    assert (queries(village, UNIT), queries(village, STEP)) == few == (42, 33)

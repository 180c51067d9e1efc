"""The plaque of a unit, recorded from a phone."""

import io
import re
import zipfile

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from jinguo.accounts.models import Account
from jinguo.divisions.queries import place
from jinguo.files.models import Photo
from jinguo.plaques.models import Plaque, PlaqueSpecification
from jinguo.plaques.queries import specification
from tests.factories.deeds import TODAY, unit
from tests.factories.photos import jpeg
from tests.plaques.faces import needs_song
from tests.web.conftest import Reader
from tests.web.pages import queries, text

PAGE = "/plaques/350423106204/"


@pytest.fixture
def village(reader: Reader) -> Client:
    """Her village as if no plaque hung yet."""
    Plaque.objects.all().delete()
    return reader("village")


def hers() -> int:
    """How many photos the village keeps."""
    return Photo.objects.filter(kept_by_id=Account.objects.get(username="village").pk).count()


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
    [
        (b"%PDF-1.7", {}),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", {}),
        (b"", {}),
        (jpeg(size=(320, 239)), {}),
        (None, {"place": ""}),
        (None, {"hung_on": "2099-01-01"}),
    ],
)
def test_what_cannot_be_leaves_neither_record_nor_photo(
    village: Client, content: bytes | None, words: dict[str, str]
) -> None:
    page = sent(village, content, **words)

    assert 'role="alert"' in page
    assert not Plaque.objects.exists()
    assert not hers()


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
    assert hers() == 1


def test_the_page_shows_it_as_it_will_hang_and_by_which_specification(village: Client) -> None:
    page = text(village, PAGE)

    assert f'src="{PAGE}plaque.svg" width="350" height="2000"' in page
    assert "宽 350 毫米，高 2000 毫米" in page
    assert "尚未核实" in page


@needs_song
@pytest.mark.parametrize(("form", "begins"), [("pdf", b"%PDF"), ("svg", b"<svg")])
def test_it_is_taken_along_as_pdf_and_svg(village: Client, form: str, begins: bytes) -> None:
    answer = village.get(f"{PAGE}plaque.{form}")

    assert answer.content.startswith(begins)
    assert "attachment" in answer["Content-Disposition"]


def test_three_plaques_take_no_more_queries_than_one(village: Client) -> None:
    counts = []
    for _each in range(3):
        sent(village)
        counts.append(queries(village, PAGE))

    assert counts[0] == counts[2] == 15


ALL = "/plaques/350423106/all/"


@needs_song
def test_a_township_takes_everything_for_the_maker_in_one_file(reader: Reader) -> None:
    client = reader("township")

    page = text(client, ALL)
    kept = zipfile.ZipFile(io.BytesIO(client.get(ALL.replace("all/", "all.zip")).content))
    pdf = client.get(ALL.replace("all/", "all.pdf")).content

    assert "清流县林畲镇石下村妇女联合会" in page
    assert kept.namelist()[:2] == ["牌子制作清单.xlsx", "全部牌面.pdf"]
    assert pdf.startswith(b"%PDF")


def test_only_those_that_hang_nowhere_yet_are_made(reader: Reader) -> None:
    client = reader("township")
    Plaque.objects.filter(federation_id=unit("350423106204")).delete()

    page = text(client, f"{ALL}?show=lacking")
    answer = client.get(ALL.replace("all/", "all.xlsx"), {"show": "lacking"})

    rows = list(openpyxl.load_workbook(io.BytesIO(answer.content)).worksheets[0].values)
    assert "共 2 块" in page
    assert [row[2] for row in rows if isinstance(row[0], int)] == ["天康社区妇联", "石下村妇联"]


def test_the_list_of_a_township_takes_no_more_queries_than_that_of_a_village(
    reader: Reader,
) -> None:
    client = reader("county")

    counts = [
        queries(client, f"/plaques/{code}/all/") for code in ("350423106204", "350423106", "350423")
    ]

    assert counts == [19, 18, 17]  # one less for each place above


SPECIFICATION = "/plaques/specification/350423/"
STATED = {
    "county_wording": "{全称}妇联", "township_wording": "{全称}妇联",
    "village_wording": "｛全称｝妇联", "direction": "vertical", "width_mm": "400",
    "height_mm": "2400", "typeface": "song", "ground": "#ffffff", "ink": "#C00000",
    "border_mm": "0", "border_colour": "#000000", "valid_from": "2018-01-01",
    "source": "清妇〔2018〕1号", "verified": "on",
}  # fmt: skip


def test_the_county_states_its_own_withdraws_it_and_takes_it_up_again(county: Client) -> None:
    begun = text(county, f"{SPECIFICATION}state/")
    told = county.post(f"{SPECIFICATION}state/", STATED, follow=True).content.decode()
    made = specification(place("350423", TODAY).division_id, TODAY)
    gone = county.post(f"{SPECIFICATION}withdraw/", {"number": made.pk}, follow=True)
    again = text(county, f"{SPECIFICATION}state/?from={made.pk}")

    assert 'value="{全称}妇女联合会"' in begun
    assert "规格已保存。" in told
    assert "宽 400 毫米，高 2400 毫米" in told
    assert (made.ink, made.village_wording) == ("#c00000", "{全称}妇联")
    assert "已撤回" in gone.content.decode()
    assert 'value="400"' in again


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ({"width_mm": "2000", "height_mm": "350"}, "文字应顺着长边排"),
        ({"ink": "#fefefe"}, "字色与底色太接近"),
        ({"village_wording": "妇女联合会"}, "字样中要有单位名称"),
        ({"source": ""}, "请写明规格出自哪份文件"),
        ({"height_mm": ""}, "请填写"),
    ],
)
def test_what_no_maker_could_make_is_told_and_nothing_saved(
    county: Client, words: dict[str, str], told: str
) -> None:
    answer = county.post(f"{SPECIFICATION}state/", {**STATED, **words})

    assert answer.status_code == 400
    assert told in answer.content.decode()
    assert not PlaqueSpecification.objects.filter(county__isnull=False).exists()


def test_only_a_county_has_a_specification(county: Client) -> None:
    text(county, "/plaques/specification/350423106/", status=404)


@needs_song
def test_the_preview_is_drawn_by_what_is_filled_in_and_saves_nothing(county: Client) -> None:
    seen = county.post(f"{SPECIFICATION}state/", {**STATED, "preview": "1"}).content.decode()
    drawn = county.get(f"{SPECIFICATION}preview.svg", STATED)
    wrong = county.get(f"{SPECIFICATION}preview.svg", {**STATED, "ink": "#fefefe"})

    assert 'width="400" height="2400"' in seen
    assert b"#c00000" in drawn.content
    assert (wrong.status_code, "字色与底色太接近" in wrong.content.decode()) == (400, True)
    assert not PlaqueSpecification.objects.filter(county__isnull=False).exists()

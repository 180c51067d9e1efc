"""Activities on the page, as a village chair notes them on her phone."""

import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.forms import model_to_dict
from django.test import Client
from PIL import Image

from jinguo.activities.models import Activity, ActivityPhoto
from jinguo.audit.models import Entry
from jinguo.files.models import Photo
from tests.factories.activities import noted
from tests.factories.deeds import unit
from tests.factories.imports import picture
from tests.factories.photos import photo_of, scene
from tests.web.conftest import Reader
from tests.web.pages import queries, text

VILLAGE, TOWNSHIP, ELSEWHERE = "350423106204", "350423106", "350423101"
LIST, NEW = f"/activities/unit/{VILLAGE}/", f"/activities/unit/{VILLAGE}/new/"
WORDS = {"title": "清洁河道", "kind": "environment", "held_on": "2026-11-20", "place": "溪边"}


@pytest.fixture
def chair(reader: Reader) -> Client:
    """The chair of 石下村, where no activity is on record yet."""
    Activity.objects.all().delete()
    return reader("village")


def file(content: bytes, name: str = "照片.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "image/jpeg")


def send(client: Client, url: str, **words: object) -> str:
    """Send a form; the page that comes back, in the end."""
    return client.post(url, words, follow=True).content.decode()


class TestNoting:
    def test_a_title_a_kind_and_photos_are_enough(self, chair: Client) -> None:
        page = send(chair, NEW, **WORDS, photos=[file(scene(1)), file(scene(2))])

        made = Activity.objects.get()
        assert (made.title, made.federation_id, made.people) == ("清洁河道", unit(VILLAGE), None)
        assert made.pictures.count() == 2
        assert "已登记：清洁河道" in page
        assert page.count("<img") == 2
        assert Entry.objects.filter(verb="activity.recorded", subject_id=str(made.pk)).exists()

    def test_the_form_knows_the_day_and_the_place(self, chair: Client) -> None:
        page = text(chair, NEW)

        assert re.search(r'name="held_on" type="date" value="20\d\d-', page)
        assert 'name="place" type="text" value="石下村"' in page

    def test_what_is_missing_is_said_and_nothing_is_recorded(self, chair: Client) -> None:
        before = picture()

        page = send(chair, NEW, **WORDS | {"title": " ", "kind": "", "held_on": "2036-01-01"})

        assert "请用几个字写明做了什么" in page
        assert "请选择活动类别" in page
        assert picture() == before

    def test_a_day_to_come_is_refused_and_what_was_typed_stays(self, chair: Client) -> None:
        page = send(chair, NEW, **WORDS | {"held_on": "2036-01-01"})

        assert "2036" in page
        assert 'value="清洁河道"' in page
        assert not Activity.objects.exists()


class TestPhotosOfAForm:
    def test_a_refused_one_is_named_the_good_one_and_the_words_are_kept(
        self, chair: Client
    ) -> None:
        page = send(chair, NEW, **WORDS, photos=[file(scene(1)), file(b"%PDF-1.7", "假照片.jpg")])

        kept = Photo.objects.latest("pk")
        assert "假照片.jpg" in page
        assert not Activity.objects.exists()
        assert 'value="清洁河道"' in page
        assert f'name="photo" value="{kept.pk}" checked' in page
        assert chair.get(f"/activities/photos/{kept.pk}/?small").status_code == 200

        send(chair, NEW, **WORDS, photo=kept.pk)
        assert [one.photo_id for one in Activity.objects.get().pictures.all()] == [kept.pk]

    def test_a_photo_of_somebody_else_is_not_taken_and_not_shown(
        self, chair: Client, reader: Reader
    ) -> None:
        theirs = photo_of(5)

        send(chair, NEW, **WORDS, photo=theirs.pk)

        assert not ActivityPhoto.objects.exists()
        assert chair.get(f"/activities/photos/{theirs.pk}/").status_code == 404

    def test_one_used_before_is_a_remark_that_names_where(self, chair: Client) -> None:
        noted(unit(VILLAGE), photo_of(1).pk, title="三八讲座")

        page = send(chair, NEW, **WORDS, photos=[file(scene(1))])

        assert Activity.objects.count() == 2
        assert "石下村妇联，2019年3月8日，活动" in page

    def test_a_use_that_is_struck_out_does_not_count(self, chair: Client) -> None:
        wrong = noted(unit(VILLAGE), photo_of(1).pk, title="三八讲座")
        send(chair, f"/activities/{wrong.pk}/strike/", why="登记错了")

        assert "以前用过" not in send(chair, NEW, **WORDS, photos=[file(scene(1))])

    def test_of_a_use_outside_her_part_she_learns_only_that_it_was(self, chair: Client) -> None:
        noted(unit(ELSEWHERE), photo_of(1).pk, title="三八讲座")

        page = send(chair, NEW, **WORDS, photos=[file(scene(1))])

        assert "其他单位以前用过" in page
        assert "三八讲座" not in page

    def test_time_and_place_of_a_photo_are_kept_only_where_ticked(self, chair: Client) -> None:
        image, exif = Image.new("RGB", (64, 48)), Image.Exif()
        exif.get_ifd(0x8769)[0x9003] = "2026:11:20 09:30:00"
        kept = io.BytesIO()
        image.save(kept, "JPEG", exif=exif)

        send(chair, NEW, **WORDS, photos=[file(kept.getvalue())])
        send(chair, NEW, **WORDS, photos=[file(kept.getvalue())], with_place="on")

        assert [one.taken_at is None for one in Photo.objects.filter(kept_by_id__gt=0)] == [
            True,
            False,
        ]


class TestHandingInOneByOne:
    URL = "/activities/photos/"

    def test_a_photo_sent_twice_is_kept_once_and_used_by_the_form(self, chair: Client) -> None:
        first = chair.post(self.URL, {"photos": file(scene(1))}).json()
        again = chair.post(self.URL, {"photos": file(scene(1))}).json()

        send(chair, NEW, **WORDS, photo=first["id"])

        assert first == again
        assert chair.get(first["url"]).status_code == 404
        assert [one.photo_id for one in Activity.objects.get().pictures.all()] == [first["id"]]

    def test_what_is_no_photo_is_refused_by_name(self, chair: Client) -> None:
        answer = chair.post(self.URL, {"photos": file(b"%PDF-1.7", "通知.jpg")})

        assert answer.status_code == 400
        assert "通知.jpg" in answer.json()["refused"]

    def test_what_a_broken_line_left_is_offered_again(self, chair: Client) -> None:
        kept = chair.post(self.URL, {"photos": file(scene(1))}).json()

        page = text(chair, NEW)

        assert f'name="photo" value="{kept["id"]}">' in page

    def test_whoever_may_record_nothing_may_hand_in_nothing(self, reader: Reader) -> None:
        before = picture()

        assert reader("auditor").post(self.URL, {"photos": file(scene(1))}).status_code == 404
        assert picture() == before

    def test_with_its_place_it_is_another_photo_and_that_one_once(self, chair: Client) -> None:
        def sent(**words: str) -> int:
            number: int = chair.post(self.URL, {"photos": file(scene(1)), **words}).json()["id"]
            return number

        plain, placed = sent(), sent(with_place="on")

        assert (sent(), sent(with_place="on")) == (plain, placed)

    def test_five_hundred_go_into_one_form(self, chair: Client) -> None:
        one = Photo.objects.get(pk=chair.post(self.URL, {"photos": file(scene(1))}).json()["id"])
        made = Photo.objects.bulk_create(
            Photo(**{**model_to_dict(one, exclude=["id", "stored"]), "stored_id": one.stored_id})
            for _at in range(499)
        )
        ids = [one.pk, *(photo.pk for photo in made)]

        send(chair, NEW, **WORDS, photo=ids)

        assert [one.photo_id for one in Activity.objects.get().pictures.all()] == ids
        assert not Photo.objects.filter(pk__in=ids, ahead=True).exists()


class TestServing:
    def test_no_proxy_keeps_a_photo_and_a_browser_asks_again(self, chair: Client) -> None:
        shown = photo_of(1)
        made = noted(unit(VILLAGE), shown.pk)
        address = f"/activities/{made.pk}/photos/{shown.pk}/"

        first = chair.get(address)
        again = chair.get(address, headers={"if-none-match": first["ETag"]})

        assert first["Content-Type"] == "image/jpeg"
        assert set(first["Cache-Control"].split(", ")) == {"private", "no-cache"}
        assert (again.status_code, again.content) == (304, b"")

    def test_a_small_copy_is_small(self, chair: Client) -> None:
        made = noted(unit(VILLAGE))
        send(chair, f"/activities/{made.pk}/amend/", **WORDS, photos=[file(scene(1, (1600, 900)))])
        shown = made.pictures.get().photo_id

        small = chair.get(f"/activities/{made.pk}/photos/{shown}/?small").content

        assert Image.open(io.BytesIO(small)).size == (480, 270)

    def test_what_she_had_is_not_shown_to_her_once_it_is_not_hers(self, reader: Reader) -> None:
        shown = photo_of(1)
        made = noted(unit(ELSEWHERE), shown.pk)
        mark = reader("county").get(f"/activities/{made.pk}/photos/{shown.pk}/")["ETag"]

        answer = reader("village").get(
            f"/activities/{made.pk}/photos/{shown.pk}/", headers={"if-none-match": mark}
        )

        assert answer.status_code == 404


class TestAmending:
    def test_words_and_photos_are_changed_and_both_are_on_record(self, chair: Client) -> None:
        made = noted(unit(VILLAGE), photo_of(1).pk)

        page = send(
            chair, f"/activities/{made.pk}/amend/", **WORDS, people=30, begins="09:00",
            ends="11:00", photos=[file(scene(2))],
        )  # fmt: skip

        made.refresh_from_db()
        assert (made.title, made.people, made.pictures.count()) == ("清洁河道", 30, 1)
        assert "已修改：清洁河道" in page
        changes = [one.after or {} for one in Entry.objects.filter(verb="activity.amended")]
        assert any("photos" in one for one in changes)
        assert any("people" in one for one in changes)

    def test_ticked_photos_stay_where_they_are(self, chair: Client) -> None:
        first, second = photo_of(1).pk, photo_of(2).pk
        made = noted(unit(VILLAGE), first, second)

        send(chair, f"/activities/{made.pk}/amend/", **WORDS, photo=second)

        assert [one.photo_id for one in made.pictures.all()] == [second]


class TestStrikingOut:
    def test_it_asks_why_stays_to_be_seen_and_is_put_back(self, chair: Client) -> None:
        made = noted(unit(VILLAGE))

        assert "作废" in send(chair, f"/activities/{made.pk}/strike/", why=" ")
        assert not Activity.objects.exclude(struck_at=None).exists()
        struck = send(chair, f"/activities/{made.pk}/strike/", why="登记错了")
        listed = text(chair, LIST)
        back = send(chair, f"/activities/{made.pk}/put-back/")

        assert "理由：登记错了" in struck
        assert "已作废" in listed
        assert "登记错了" not in back
        assert Activity.objects.get().struck_at is None


class TestTheList:
    def test_an_empty_one_says_what_to_do(self, chair: Client) -> None:
        assert "还没有登记活动" in text(chair, LIST)

    def test_a_township_sees_those_of_its_villages_too(self, reader: Reader) -> None:
        noted(unit(VILLAGE))

        assert "石下村妇联" in text(reader("township"), f"/activities/unit/{TOWNSHIP}/")

    def test_it_takes_the_same_queries_for_one_and_for_three(self, chair: Client) -> None:
        noted(unit(VILLAGE), photo_of(1).pk)
        one = queries(chair, LIST)
        noted(unit(VILLAGE), photo_of(2).pk)
        noted(unit(VILLAGE), photo_of(3).pk, photo_of(4).pk)

        assert (one, queries(chair, LIST)) == (QUERIES, QUERIES)

    def test_the_page_of_one_takes_the_same_for_one_photo_and_for_three(
        self, chair: Client
    ) -> None:
        single = noted(unit(VILLAGE), photo_of(1).pk)
        three = noted(unit(VILLAGE), *(photo_of(seed).pk for seed in (2, 3, 4)))
        counts = {queries(chair, f"/activities/{one.pk}/") for one in (single, three)}

        assert len(counts) == 1


QUERIES = 16


def test_nobody_came_is_not_counted_and_no_count_is_no_fault(reader: Reader) -> None:
    village, page = reader("village"), "/activities/unit/350423106204/new/"
    words = {"title": "家教讲座", "kind": "lecture", "held_on": "2017-06-01"}

    none = village.post(page, {**words, "people": "0"})
    uncounted = village.post(page, words, follow=True)

    assert (none.status_code, "没有数过的，留空即可" in none.content.decode()) == (400, True)
    assert "已登记：家教讲座。" in uncounted.content.decode()

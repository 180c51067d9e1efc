"""Giving and taking posts on the page, as a chair does it."""

import re
from datetime import date

import pytest
from django.test import Client

from jinguo.roster.models import Appointment, Batch
from tests.factories.deeds import TODAY, posts, unit
from tests.factories.elections import called
from tests.factories.imports import picture
from tests.web.conftest import Reader
from tests.web.pages import queries, text

VILLAGE, TOWNSHIP = "350423106204", "350423106"
HUB = f"/posts/{VILLAGE}/"


@pytest.fixture
def chair(reader: Reader) -> Client:
    """The chair of 石下村."""
    return reader("village")


def seat(post: str = "executive", code: str = VILLAGE) -> Appointment:
    """A seat of the unit that is held today."""
    found = Appointment.objects.filter(federation_id=unit(code), post=post, ends_on=None)
    return found.select_related("person").earliest("pk")


def send(client: Client, url: str, **words: object) -> str:
    """Send a form; the page that comes back, in the end."""
    return client.post(url, words, follow=True).content.decode()


def shown(page: str) -> str:
    """What the page says it showed, as its form sends it back."""
    found = re.search(r'name="shown" value="([^"]*)"', page)
    assert found
    return found[1].replace("&quot;", '"')


class TestAppointing:
    def test_a_name_a_post_and_a_day_are_enough(self, chair: Client) -> None:
        page = send(chair, f"{HUB}appoint/", name="林小红", post="executive", day="2026-11-20")

        assert posts(unit(VILLAGE), TODAY)["林小红"] == "executive"
        assert "已登记：林小红，执委" in page
        assert "撤销</a>" in page

    def test_what_is_wrong_is_said_at_its_field_and_nothing_is_entered(self, chair: Client) -> None:
        before = picture()

        page = send(
            chair, f"{HUB}appoint/", name="林小红", post="executive", day="2026-11-20",
            phone="12", birth_month="去年",
        )  # fmt: skip

        assert picture() == before
        assert re.search(r'id="birth_month-error">\s*<ul class="errorlist"', page)
        assert 'value="林小红"' in page

    def test_somebody_of_the_same_name_is_asked_for_on_the_same_page(self, chair: Client) -> None:
        known = seat("executive", "350423106201").person
        words = {
            "name": known.name, "post": "delegate", "day": "2026-11-20",
            "birth_month": f"{known.birth_month:%Y-%m}",
        }  # fmt: skip

        page = send(chair, f"{HUB}appoint/", **words)
        key = re.search(r'name="(who:[^"]*)"', page)
        assert key
        send(chair, f"{HUB}appoint/", **words, **{key[1]: str(known.pk)})

        held = Appointment.objects.filter(person=known, ends_on=None)
        assert sorted(one.post for one in held) == ["delegate", "executive"]

    def test_a_second_chair_is_refused_in_words(self, chair: Client) -> None:
        page = send(chair, f"{HUB}appoint/", name="林小红", post="chair", day="2026-11-20")

        assert "主席是" in page
        assert seat("chair").person.name in page

    def test_no_day_no_name_is_asked_for(self, chair: Client) -> None:
        page = send(chair, f"{HUB}appoint/", post="executive")

        assert page.count("errorlist") == 2
        assert "请填日期" in page


class TestLeaving:
    def test_she_leaves_and_her_seat_is_vacant_until_it_is_undone(self, chair: Client) -> None:
        gone = seat("chair")

        page = send(
            chair, f"{HUB}seats/{gone.pk}/leave/", why="resigned", day="2026-11-20", shown="{}"
        )
        undo = re.search(r'href="(/posts/[^"]*/undo/)"', page)
        assert undo
        send(chair, undo[1])

        assert "主席空缺" in page
        assert posts(unit(VILLAGE), TODAY)[gone.person.name] == "chair"

    def test_the_second_of_two_sees_what_the_first_did(self, chair: Client, reader: Reader) -> None:
        township = reader("township")
        one = seat()
        url = f"{HUB}seats/{one.pk}/change/"
        mine, theirs = shown(text(chair, url)), shown(text(township, url))
        send(township, url, post="vice_chair", day="2026-11-20", shown=theirs)

        page = send(chair, url, post="standing", day="2026-11-20", shown=mine)

        assert "林畲乡妇联主席" in page
        assert "副主席" in page
        assert "常委" in page
        assert Batch.objects.filter(deed="change").count() == 1


class TestMeetings:
    def test_from_10_to_25_by_rows_pasted_from_excel(self, reader: Reader) -> None:
        town, federation = reader("township"), unit(TOWNSHIP)
        before = len(posts(federation, TODAY))
        rows = "\n".join(f"林{name}\t①\t1980.0{at % 9 + 1}" for at, name in enumerate("甲乙丙丁戊"))
        words = {"day": "2026-11-20", "due": before, "present": before, "in_favour": before}
        words["people"] = rows

        page = send(town, f"/posts/{TOWNSHIP}/co-opt/", **words)
        assert "拟增补 5 人" in page
        assert "增补后的构成" in page
        assert re.search(r"✓ (\d+)</span> 至少一名调解女能手", page)
        assert len(posts(federation, TODAY)) == before
        send(town, f"/posts/{TOWNSHIP}/co-opt/", **words, sure="1")

        assert len(posts(federation, TODAY)) == before + 5
        assert len(posts(federation, date(2026, 11, 19))) == before

    def test_a_meeting_too_small_is_refused_and_what_was_typed_stays(self, reader: Reader) -> None:
        town = reader("township")

        page = send(
            town, f"/posts/{TOWNSHIP}/co-opt/", day="2026-11-20", due=23, present=5, in_favour=5,
            people="林小红",
        )  # fmt: skip

        assert "至少要 12 人到会" in page
        assert "林小红</textarea>" in page

    def test_the_chair_is_substituted_by_a_member_in_one_deed(self, chair: Client) -> None:
        gone, vice = seat("chair"), seat("vice_chair")

        page = send(
            chair, f"{HUB}seats/{gone.pk}/substitute/", who=vice.person_id, why="resigned",
            day="2026-11-20", due=11, present=9, in_favour=8,
        )  # fmt: skip

        sitting = posts(unit(VILLAGE), TODAY)
        assert sitting[vice.person.name] == "chair"
        assert gone.person.name not in sitting
        assert f"接替 {gone.person.name} 任主席" in page

    def test_a_vacant_seat_is_filled_with_somebody_new(self, chair: Client) -> None:
        gone = seat()
        send(chair, f"{HUB}seats/{gone.pk}/leave/", why="died", day="2026-11-01", shown="{}")
        assert f'href="{HUB}seats/{gone.pk}/substitute/"' in text(chair, HUB)

        send(
            chair, f"{HUB}seats/{gone.pk}/substitute/", name="林小红", day="2026-11-20", due=10,
            present=9, in_favour=9,
        )  # fmt: skip

        assert "空缺" not in text(chair, HUB)
        assert posts(unit(VILLAGE), TODAY)["林小红"] == "executive"


class TestTheHub:
    def test_it_is_reached_from_the_unit_and_only_by_who_may(
        self, chair: Client, reader: Reader
    ) -> None:
        assert HUB in text(chair, f"/units/{VILLAGE}/")
        assert f"/elections/call/{VILLAGE}/" in text(chair, HUB)
        assert HUB not in text(reader("auditor"), f"/units/{VILLAGE}/")
        text(reader("auditor"), HUB, 404)

    def test_a_seat_of_another_unit_is_not_found(self, chair: Client) -> None:
        other = seat("executive", TOWNSHIP)

        text(chair, f"{HUB}seats/{other.pk}/leave/", 404)

    def test_it_takes_as_many_queries_for_14_as_for_11_and_one_for_what_was_decided(
        self, reader: Reader
    ) -> None:
        county = reader("county")
        few = queries(county, HUB)
        for at in "甲乙丙":
            send(county, f"{HUB}appoint/", name=f"林{at}", post="executive", day="2026-11-20")
        text(county, HUB)

        assert queries(county, HUB) == few + 1 == 22

    def test_a_congress_under_way_is_named_until_it_is_called_off(self, chair: Client) -> None:
        one = called()
        assert "2022年7月10日的代表大会正在进行。" in text(chair, HUB)
        assert f'href="/elections/{one.pk}/"' in text(chair, HUB)

        send(chair, f"/elections/{one.pk}/call-off/")

        assert "正在进行" not in text(chair, HUB)

    def test_what_is_undone_goes_from_the_list(self, chair: Client) -> None:
        send(chair, f"{HUB}appoint/", name="林小红", post="executive", day="2026-11-20")
        batch = Batch.objects.latest("pk")
        asked = text(chair, f"{HUB}deeds/{batch.pk}/undo/")

        page = send(chair, f"{HUB}deeds/{batch.pk}/undo/")

        assert "林小红" in asked
        assert "已撤销" in page
        assert "林小红" not in posts(unit(VILLAGE), TODAY)
        text(chair, f"{HUB}deeds/{batch.pk}/undo/", 404)

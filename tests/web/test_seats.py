"""History as a line in time: of a person on her page, of every seat on the unit's."""

from datetime import date

import pytest
from django.test import Client

from jinguo.roster.actions.deciding import Departure
from jinguo.roster.enums import Deed, Leaving, Post
from jinguo.roster.models import Appointment
from tests.factories.deeds import deed, minutes, new, release, sitting, unit
from tests.web.pages import queries, text

VILLAGE = "350423106204"
SEATS = f"/units/{VILLAGE}/seats/"
DAY, LATER = date(2024, 5, 6), date(2025, 3, 8)


@pytest.fixture
def village(qingliu: None) -> int:
    """石下村's federation."""
    return unit(VILLAGE)


def chair_of(federation_id: int) -> str:
    found = Appointment.objects.filter(federation_id=federation_id, post="chair", ends_on=None)
    return found.select_related("person").get().person.name


def substituted(village: int, by: str) -> int:
    """The chair resigns and somebody new takes her seat; the number of who left."""
    left = sitting(village, chair_of(village), DAY)
    deed(
        Deed.SUBSTITUTION, village, DAY, minutes=minutes(11),
        leave=[Departure(left, Leaving.RESIGNED)],
        enter=[new(by, Post.CHAIR, instead_of=left)],
    )  # fmt: skip
    return left


def test_a_seat_tells_who_followed_whom_and_how(county: Client, village: int) -> None:
    before = chair_of(village)
    substituted(village, "林小红")

    page = text(county, SEATS)

    assert f"替补{before}" in page
    assert "离任：辞职、由林小红替补" in page
    assert "先后2人任职" in page


def test_her_own_page_tells_how_each_post_began_and_ended(county: Client, village: int) -> None:
    left = substituted(village, "林小红")

    assert "由林小红替补" in text(county, f"/people/{left}/")
    assert "替补" in text(county, f"/people/{sitting(village, '林小红', LATER)}/")


def test_a_seat_that_somebody_left_is_vacant_until_another_takes_it(
    county: Client, village: int
) -> None:
    release(village, chair_of(village), DAY)
    assert '<span class="badge-word warn">空缺</span>' in text(county, SEATS)

    deed(Deed.APPOINTMENT, village, LATER, enter=[new("林小红", Post.CHAIR)])
    page = text(county, SEATS)

    assert "2024年5月6日 – 2025年3月8日" in page
    assert '<span class="badge-word">空缺</span>' in page


def test_what_comes_after_the_day_shown_is_marked(county: Client, village: int) -> None:
    substituted(village, "林小红")

    page = text(county, f"{SEATS}?day=2020-01-01")

    assert page.count("在所示日期之后") == 1


def test_the_unit_leads_to_its_seats_by_the_day_it_shows(county: Client, village: int) -> None:
    page = text(county, "/units/350423202204/?day=2017-07-31")

    assert "/units/350423202204/seats/?day=2017-07-31" in page
    assert text(county, "/units/350423202204/seats/?day=2017-07-31").count("seat-line") >= 11


def test_the_page_takes_as_many_queries_for_one_line_as_for_three(
    county: Client, village: int
) -> None:
    substituted(village, "林小红")
    few = queries(county, SEATS)
    for name in [
        one.person.name
        for one in Appointment.objects.filter(
            federation_id=village, post="executive", ends_on=None
        ).select_related("person")[:2]
    ]:
        release(village, name, LATER)

    assert queries(county, SEATS) == few

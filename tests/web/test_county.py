"""The county overview: everything at a glance, in a fixed number of queries."""

import re

import pytest
from django.test import Client

from tests.web.pages import BOTH, DAY, figure, queries, text

OVERVIEW = "/units/350423/"
QUERIES = 25


def test_the_key_figures_are_those_of_the_report(county: Client) -> None:
    page = text(county, f"{OVERVIEW}?{BOTH}")

    township, village = page.split('id="village-figures"')
    names = ("federations", "executives", "chairs", "vice_chairs", "new_executives",
             "new_part_time_vice_chairs", "executives_per_federation",
             "vice_chairs_per_federation")  # fmt: skip
    assert [figure(township, name) for name in names] == [
        "13", "313", "13", "33", "191", "20", "24.1", "2.5",
    ]  # fmt: skip
    assert [figure(village, name) for name in names[:4]] == ["119", "1601", "119", "209"]
    assert [figure(village, name) for name in names[6:]] == ["13.5", "1.8"]


def test_it_leads_to_what_was_done(county: Client) -> None:
    assert 'href="/audit/unit/350423/"' in county.get(OVERVIEW).text


def test_each_township_has_a_tile_and_each_village_a_square(county: Client) -> None:
    page = text(county, f"{OVERVIEW}?{DAY}")

    assert page.count('class="tile"') == 13
    assert len(re.findall(r'class="square (?:good|warn)"', page)) == 119


@pytest.mark.parametrize(
    ("day", "sitting", "absent"),
    [("2017-05-01", 0, 119), ("2017-05-24", 1, 118), ("2017-07-31", 119, 0)],
)
def test_squares_fill_as_federations_are_founded(
    county: Client, day: str, sitting: int, absent: int
) -> None:
    page = text(county, f"{OVERVIEW}?day={day}")

    assert len(re.findall(r'class="square (?:good|warn)"', page)) == sitting
    assert page.count('class="square none"') == absent


def test_a_village_that_came_later_waits_for_its_federation(county: Client) -> None:
    page = text(county, f"{OVERVIEW}?day=2020-01-01")

    assert page.count('class="square none"') == 1
    assert "天康社区" in page


def test_without_a_compare_day_nothing_is_called_new(county: Client) -> None:
    assert 'data-figure="new_executives"' not in text(county, f"{OVERVIEW}?{DAY}")


def test_the_days_survive_every_link(county: Client) -> None:
    page = text(county, f"{OVERVIEW}?{BOTH}")

    links = re.findall(r'href="(/(?:units|figures|composition)/[^"]+)"', page)

    without = {link for link in links if "day=2017-07-31&amp;compare=2017-05-10" not in link}
    assert len(links) > 132
    assert without == {OVERVIEW}  # the way back to today


def test_what_is_wrong_is_listed_with_its_units(county: Client) -> None:
    page = text(county, f"{OVERVIEW}?day=2017-05-24")

    wrong = page.split('id="wrong"')[1]

    assert "调解女能手" in wrong
    assert "林畲乡" in wrong


def test_132_units_take_a_small_fixed_number_of_queries(county: Client) -> None:
    assert queries(county, f"{OVERVIEW}?{BOTH}") == QUERIES


def test_as_many_queries_before_the_reform_as_after(county: Client) -> None:
    few = queries(county, f"{OVERVIEW}?day=2017-05-24&compare=2017-05-10")
    many = queries(county, f"{OVERVIEW}?{BOTH}")

    assert few == many

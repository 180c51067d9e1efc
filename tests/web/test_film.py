"""The page of the film: what the player is given, and what there is without one."""

import html
import json
import re
from datetime import date

import pytest
from django.test import Client

from jinguo.campaigns.models import Campaign, Target
from jinguo.campaigns.queries.plan import campaign
from jinguo.campaigns.queries.status import status
from jinguo.cli.demo_campaign import FIRST, LAST, SLUG, load_campaign
from jinguo.divisions.queries import place
from jinguo.kernel.actor import system
from tests.web.conftest import Reader
from tests.web.pages import queries, text

FILM = f"/campaigns/{SLUG}/film/"
DAYS = 78


@pytest.fixture(autouse=True)
def replayed(qingliu: None) -> None:
    load_campaign(place("350423", date(2017, 7, 31)), system("demo"))


def frames(page: str) -> list[list[str | int]]:
    found = re.search(r'data-frames="([^"]*)"', page)
    assert found
    told: list[list[str | int]] = json.loads(html.unescape(found[1]))
    return told


def letters(page: str) -> list[str]:
    return re.findall(r'data-days="([^"]*)"', page)


def test_the_player_gets_every_day_and_every_unit(county: Client) -> None:
    page = text(county, FILM)

    told, looks = frames(page), letters(page)
    assert (len(told), told[0][0], told[-1][0]) == (DAYS, FIRST.isoformat(), LAST.isoformat())
    assert (len(looks), {len(one) for one in looks}) == (132, {DAYS})
    for at, (_iso, _words, done, targets, overdue, returned) in enumerate(told):
        assert done == sum(one[at] == "d" for one in looks)
        assert (targets, overdue, returned) == (132, 0, 0)


def test_counts_of_a_day_are_those_of_its_status(county: Client) -> None:
    one = campaign(SLUG, reader=system())
    told = frames(text(county, FILM))

    for at in (0, 8, 36, 60, 77):
        found = status(one, date.fromisoformat(str(told[at][0])), reader=system())
        assert told[at][2:4] == [found.done, len(found.units)]


def test_without_a_player_it_shows_the_day_asked_for_and_stills(county: Client) -> None:
    page = text(county, f"{FILM}?day=2017-06-20")

    assert "data-plays" not in page
    assert "已完成 47 / 132 个单位" in page
    assert page.count('<b aria-hidden="true">') == 12
    assert page.count("view=tiles&amp;day=") == 13
    assert "data-ways hidden" in page


def test_the_last_day_stands_where_none_is_asked_for(county: Client) -> None:
    page = text(county, FILM)

    assert "data-plays" in page
    assert "已完成 132 / 132 个单位" in page


def test_a_campaign_that_has_not_begun_says_when_it_does(county: Client) -> None:
    Campaign.objects.update(starts_on=date(2097, 3, 1), ends_on=date(2097, 3, 31))

    page = text(county, FILM)

    assert "2097年3月1日" in page
    assert "data-film" not in page


@pytest.mark.parametrize("page", ["film/", "late/", "week/", "", "?view=tiles"])
def test_a_campaign_that_asks_nobody_any_more_is_shown_as_that(county: Client, page: str) -> None:
    Target.objects.all().delete()

    assert "没有" in text(county, f"/campaigns/{SLUG}/{page}")


def test_the_page_takes_a_fixed_number_of_queries(county: Client, reader: Reader) -> None:
    assert queries(county, FILM) == queries(reader("township"), FILM) == 24

"""The page of lateness: what it ranks, and what it says of the pilot."""

from datetime import date

import pytest
from django.test import Client

from jinguo.campaigns.models import Wave
from jinguo.cli.demo_campaign import SLUG, load_campaign
from jinguo.divisions.queries import place
from jinguo.kernel.actor import system
from tests.web.conftest import Reader
from tests.web.pages import queries, text

LATE = f"/campaigns/{SLUG}/late/?day=2017-07-10"


@pytest.fixture(autouse=True)
def replayed(qingliu: None) -> None:
    load_campaign(place("350423", date(2017, 7, 31)), system("demo"))


def test_with_nobody_late_it_says_so_and_ranks_nobody(county: Client) -> None:
    page = text(county, LATE)

    assert "无逾期" in page
    assert "此前也没有" in page
    assert page.count("?township=") == 13
    assert "数量过少" in page
    assert "未过半" in page or "0 / 1" in page or "1 / 1" in page


def test_late_units_are_listed_by_pages(county: Client) -> None:
    Wave.objects.filter(number__gt=0).update(due_on=date(2017, 6, 20))

    first, last = text(county, LATE), text(county, f"{LATE}&page=3")

    assert first.count(f'<a href="/campaigns/{SLUG}/3504') == 30
    assert 0 < last.count(f'<a href="/campaigns/{SLUG}/3504') <= 30
    assert "show=overdue&amp;township=" in first


def test_a_township_sees_its_own_line(reader: Reader) -> None:
    page = text(reader("township"), LATE)

    assert page.count("?township=") == 1
    assert "无从对比" not in page


def test_the_page_takes_a_fixed_number_of_queries(county: Client, reader: Reader) -> None:
    counts = [queries(county, LATE), queries(reader("township"), LATE)]
    Wave.objects.filter(number__gt=0).update(due_on=date(2017, 6, 20))

    assert [*counts, queries(county, LATE)] == [21, 21, 21]

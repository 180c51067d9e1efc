"""The search page: what it says, what it leads to, and what it hands out."""

import io
import re
from urllib.parse import unquote

import openpyxl
import pytest
from django.test import Client

from jinguo.audit.models import Entry
from tests.factories.imports import QINGLIU, bring
from tests.web.conftest import Reader
from tests.web.pages import DAY, queries, text


def names(page: str) -> list[str]:
    """The names in the list."""
    return re.findall(r'href="/people/\d[^>]*>([^<]*)', page)


def test_the_box_is_on_every_page_and_keeps_the_day(county: Client) -> None:
    page = text(county, f"/units/350423/?{DAY}")

    assert 'action="/search/"' in page
    assert '<input type="hidden" name="day" value="2017-07-31">' in page


def test_nothing_asked_says_what_can_be_typed(county: Client) -> None:
    page = text(county, "/search/")

    assert "可以这样输入" in page
    assert "没有找到" not in page


def test_people_are_found_by_unit_post_and_initials_together(county: Client) -> None:
    page = text(county, f"/search/?q=石下+副主席&{DAY}")

    assert sorted(names(page)) == ["万雪寒", "侯舒美"]
    assert "林畲乡" in page


def test_nobody_found_says_what_would_help(county: Client) -> None:
    page = text(county, f"/search/?q=李梅+zhuang+12&{DAY}")

    assert "没有找到符合的人" in page
    assert "去掉“李梅”" in page
    assert "末四位或完整号码" in page


def test_what_is_typed_is_shown_and_never_run(county: Client) -> None:
    page = text(county, "/search/?q=%3Cscript%3E'%22%25_\\&post=nonsense&state=x&unit=abc&page=99")

    assert "<script>" not in page


def test_a_choice_narrows_down_and_can_be_taken_back(county: Client) -> None:
    page = text(county, f"/search/?q=lm&post=chair&{DAY}")

    assert len(names(page)) == 1
    assert "✕ 主席" in page


def test_long_results_have_pages(county: Client) -> None:
    first, second = (text(county, f"/search/?q=教师&page={page}&{DAY}") for page in (1, 2))

    assert len(names(first)) == len(names(second)) == 30
    numbers = [set(re.findall(r"/people/(\d+)", page)) for page in (first, second)]
    assert not numbers[0] & numbers[1]


def test_a_village_finds_her_own_people_only(reader: Reader) -> None:
    page = text(reader("village"), f"/search/?q=主席&{DAY}")

    assert names(page) == ["尹寒巧"]


def test_the_pool_goes_by_categories_while_no_roster_has_skills(county: Client) -> None:
    page = text(county, f"/search/?pool=1&category=mediator&{DAY}")

    assert "人才库" in page
    assert "特长" in page
    assert "215 人" in page


def test_no_number_is_shown(county: Client) -> None:
    assert "19905000001" not in text(county, f"/search/?q=0001&{DAY}")


@pytest.mark.parametrize("asked", ["q=石下+副主席", "q=0001", "pool=1&category=mediator"])
def test_what_was_found_imports_again_without_a_change(county: Client, asked: str) -> None:
    response = county.get(f"/search/people.xlsx?{asked}&{DAY}")

    report = bring(("找人.xlsx", response.content), into=QINGLIU, apply=False)
    assert (report.joined, report.left, report.changed, report.refused) == (0, 0, 0, False)
    assert report.unchanged > 0


def test_what_was_found_is_taken_away_under_a_name_and_recorded(county: Client) -> None:
    response = county.get(f"/search/people.xlsx?q=石下+副主席&{DAY}")

    assert unquote(response.headers["Content-Disposition"]).endswith(
        "清流县部分人员-2017-07-31.xlsx"
    )
    entry = Entry.objects.get(verb="roster.exported")
    assert (entry.data["rows"], "石下 副主席" in entry.data["part"]) == (2, True)


def test_nothing_asked_is_nothing_to_take_away(county: Client) -> None:
    assert county.get("/search/people.xlsx").status_code == 404


def test_a_township_takes_its_roster_as_of_the_day(reader: Reader) -> None:
    client = reader("township")

    response = client.get(f"/units/350423202/roster.xlsx?{DAY}")
    alone = client.get(f"/units/350423202/own-roster.xlsx?{DAY}")

    report = bring(("林畲乡.xlsx", response.content), into=QINGLIU, apply=False)
    assert (report.joined, report.left, report.changed) == (0, 0, 0)
    assert report.units == 9
    sheet = openpyxl.load_workbook(io.BytesIO(alone.content)).worksheets[0]
    assert {row[1] for row in sheet.iter_rows(min_row=4, max_row=20, values_only=True)} == {
        "林畲乡妇联", None,
    }  # fmt: skip


@pytest.mark.parametrize("asked", ["q=石下", "q=教师&page=2", "pool=1"])
def test_a_search_takes_its_fixed_number_of_queries(county: Client, asked: str) -> None:
    assert queries(county, f"/search/?{asked}&{DAY}") == 9


@pytest.mark.parametrize("asked", ["q=lm", "q=zzz"])
def test_letters_take_three_more_for_the_dictionary(county: Client, asked: str) -> None:
    text(county, "/search/?q=l")  # every name is learnt

    assert queries(county, f"/search/?{asked}&{DAY}") == 12

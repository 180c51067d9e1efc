"""The weekly progress sheet on the page, and what its figures lead to."""

import re
from datetime import date

import pytest
from django.test import Client

from jinguo.audit.models import Entry
from jinguo.campaigns.enums import Gate
from jinguo.campaigns.queries.plan import campaign
from jinguo.campaigns.queries.status import status
from jinguo.cli.demo_campaign import SLUG, load_campaign
from jinguo.divisions.queries import place
from jinguo.kernel.actor import system
from tests.web.conftest import Reader
from tests.web.pages import queries, text

DAY = date(2017, 6, 20)
WEEK = f"/campaigns/{SLUG}/week/?day={DAY}"
ROW = re.compile(r'<th class="stick" scope="row">([^<]*)</th>(.*?)</tr>')
CELL = re.compile(r'<td class="number">(?:<a href="([^"]*)">)?([^<]*)')


@pytest.fixture(autouse=True)
def replayed(qingliu: None) -> None:
    load_campaign(place("350423", date(2017, 7, 31)), system("demo"))


def rows(page: str) -> dict[str, list[tuple[str, str]]]:
    return {name: CELL.findall(cells) for name, cells in ROW.findall(page)}


def test_the_page_says_what_the_status_of_the_day_says(county: Client) -> None:
    found = status(campaign(SLUG, reader=system()), DAY, reader=system())

    told = rows(text(county, WEEK))

    numbers = [number for _url, number in told["合计"]]
    assert numbers[:3] == [str(len(found.units)), str(found.done), str(found.rate)]
    assert numbers[3:7] == [str(found.closed[gate]) for gate in Gate]
    assert len(told) == 13 + 3


def test_every_number_leads_to_as_many_units(county: Client) -> None:
    for at, (url, number) in enumerate(rows(text(county, WEEK))["龙津镇"]):
        if url and at not in (7, 10):
            page = text(county, url.replace("&amp;", "&"))
            assert page.count('<th scope="row">') == int(number)


def test_open_findings_lead_to_their_list(county: Client) -> None:
    told = rows(text(county, WEEK.replace(str(DAY), "2017-07-20")))

    linked = {name: cells[10] for name, cells in told.items() if cells[10][0]}
    assert linked
    for url, number in linked.values():
        page = text(county, url.replace("&amp;", "&"))
        assert len(set(re.findall(r'href="(/supervision/findings/\d+/)', page))) == int(number)


def test_what_is_new_leads_to_units_that_closed_a_gate_in_the_week(county: Client) -> None:
    url, number = rows(text(county, WEEK))["龙津镇"][7]

    page = text(county, url.replace("&amp;", "&"))

    assert number == "11"
    assert 0 < page.count('<th scope="row">') <= 11


def test_the_files_are_taken_under_a_name_and_leave_an_entry(reader: Reader) -> None:
    for ending, first in (("docx", b"PK"), ("xlsx", b"PK")):
        answer = reader("township").get(f"/campaigns/{SLUG}/week.{ending}?day={DAY}")

        assert answer.content[:2] == first
        assert f"2017-06-20.{ending}" in answer.headers["Content-Disposition"]
    entries = Entry.objects.filter(verb="campaign.exported")
    assert [one.data["form"] for one in entries.order_by("pk")] == ["docx", "xlsx"]
    assert {one.data["rows"] for one in entries} == {9}


def test_the_page_takes_a_fixed_number_of_queries(county: Client, reader: Reader) -> None:
    assert queries(county, WEEK) == queries(reader("township"), WEEK) == 27

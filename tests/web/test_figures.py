"""Every number is a link to rows, and the rows are as many as the number says."""

import io
import re

import openpyxl
import pytest
from django.test import Client

from jinguo.audit.models import Entry
from tests.factories.imports import QINGLIU, bring
from tests.web.pages import BOTH, DAY, figure, text


@pytest.mark.parametrize(
    ("name", "level", "number"),
    [
        ("new_executives", "township", 191),
        ("new_part_time_vice_chairs", "township", 20),
        ("executives", "village", 1601),
        ("federations", "village", 119),
        ("vice_chairs", "village", 209),
    ],
)
def test_the_rows_over_all_pages_are_the_number(
    county: Client, name: str, level: str, number: int
) -> None:
    shown = figure(text(county, f"/figures/350423/?{BOTH}"), f"{level}-{name}")
    url = f"/figures/350423/{name}/{level}/?{BOTH}"
    pages = -(-number // 50)

    rows = [text(county, f"{url}&page={page}").count('<th scope="row">') for page in
            range(1, pages + 1)]  # fmt: skip

    assert int(shown) == sum(rows) == number
    assert max(rows) <= 50


def test_a_long_list_leads_to_its_neighbours_its_ends_and_any_page(county: Client) -> None:
    page = text(county, f"/figures/350423/executives/village/?{DAY}&page=5")

    links = page.split('class="pages"')[1].split("</nav>")[0]
    assert re.findall(r'<a(?: rel="\w+")? href="([^"]+)">', links) == [
        f"?{DAY}&amp;page=1", f"?{DAY}&amp;page=4", f"?{DAY}&amp;page=6", f"?{DAY}&amp;page=33",
    ]  # fmt: skip
    assert 'method="get" action="/figures/350423/executives/village/"' in links
    assert '<input type="hidden" name="day" value="2017-07-31">' in links
    assert 'name="page" value="5"' in links


def test_averages_and_coverage_lead_to_the_rows_they_divide(county: Client) -> None:
    page = text(county, f"/figures/350423/?{DAY}")

    for name, rows in (
        ("executives_per_federation", "executives"),
        ("vice_chairs_per_federation", "vice_chairs"),
        ("coverage", "federations"),
    ):
        link = f'href="/figures/350423/{rows}/village/?{DAY}" data-figure="village-{name}"'
        assert link in page


def test_a_figure_that_is_missing_says_why(county: Client) -> None:
    page = text(county, "/figures/350423/?day=2017-05-01")
    overview = text(county, "/units/350423/?day=2017-05-01")

    assert '<span class="muted small">— 请选择对比日期</span>' in page
    assert '<span class="muted small">— 尚无妇联</span>' in page
    assert "<br>尚无妇联</dt>" in overview
    assert "<br>请选择对比日期</dt>" in overview


def test_a_page_behind_the_last_is_empty_but_keeps_the_number(county: Client) -> None:
    page = text(county, f"/figures/350423/chairs/village/?{DAY}&page=99")

    assert 'data-total="119"' in page


def test_a_comparison_without_a_day_asks_for_one(county: Client) -> None:
    page = text(county, f"/figures/350423/new_executives/township/?{DAY}")

    assert 'data-total="0"' in page
    assert "对比" in page


@pytest.mark.parametrize("wrong", ["nonsense/township", "chairs/nation"])
def test_an_unknown_figure_is_not_found(county: Client, wrong: str) -> None:
    assert county.get(f"/figures/350423/{wrong}/").status_code == 404


def test_units_below_add_up_to_the_county(county: Client) -> None:
    page = text(county, f"/figures/350423/?{BOTH}")
    villages = page.split('id="by-village"')[1]

    below = re.findall(r"/figures/\d{9}/executives/village/[^>]*>(\d+)<", villages)

    assert len(below) == 13
    assert sum(map(int, below)) == 1601


def test_a_village_has_its_own_figures(county: Client) -> None:
    page = text(county, f"/figures/350423202204/?{DAY}")

    assert figure(page, "village-executives") == "11"
    assert "township-executives" not in page


def test_the_workbook_says_who_took_it_and_holds_every_row(county: Client) -> None:
    response = county.get(f"/figures/350423/new_executives/township/rows.xlsx?{BOTH}")

    sheet = openpyxl.load_workbook(io.BytesIO(response.content)).worksheets[0]
    people = [row for row in sheet.iter_rows(values_only=True) if isinstance(row[0], int)]
    foot = "\n".join(str(sheet.cell(row, 1).value) for row in range(195, sheet.max_row + 1))
    assert len(people) == 191
    assert "清流县妇联 组联部" in foot
    assert "2017-05-10" in foot
    assert "1990500" not in str(people)
    assert sheet["A1"].value == "清流县妇联部分人员名册"


def test_the_people_behind_a_number_import_again_without_a_change(county: Client) -> None:
    response = county.get(f"/figures/350423/new_executives/township/rows.xlsx?{BOTH}")

    report = bring(("191.xlsx", response.content), into=QINGLIU, apply=False)

    assert (report.joined, report.left, report.changed, report.unchanged) == (0, 0, 0, 191)


def test_taking_rows_away_is_recorded(county: Client) -> None:
    county.get(f"/figures/350423/federations/village/rows.xlsx?{DAY}")

    entry = Entry.objects.get(verb="figure.exported")
    assert (entry.data["rows"], entry.actor_name) == (119, "清流县妇联 组联部")

"""Townships and villages on a day, and codes that changed."""

import pytest
from django.test import Client

from tests.web.conftest import Reader
from tests.web.pages import DAY, text


def test_a_township_shows_its_committee_and_its_villages(county: Client) -> None:
    page = text(county, f"/units/350423202/?{DAY}")

    assert "林畲乡妇联" in page
    assert page.count('<th scope="row"') == 8 + 23
    assert "石下村" in page


def test_the_numbers_of_its_villages_lead_to_their_rows(county: Client) -> None:
    page = text(county, f"/units/350423202/?{DAY}")

    assert f'<a href="/figures/350423202204/executives/village/?{DAY}">11</a>' in page
    assert f'<a href="/figures/350423202204/vice_chairs/village/?{DAY}">' in page
    assert f'<a href="/figures/350423202/federations/village/?{DAY}">' in page


def test_a_village_founded_after_the_day_says_so_in_the_list(county: Client) -> None:
    page = text(county, "/units/350423202/?day=2017-05-01")

    assert "后于2017年5月23日成立" in page


def test_phones_are_masked_on_every_page(county: Client) -> None:
    page = text(county, f"/units/350423202204/?{DAY}")

    assert "199****1351" in page
    assert "19905001351" not in page


def test_a_village_shows_where_it_came_from(county: Client) -> None:
    page = text(county, f"/units/350423202204/?{DAY}")

    assert "2017年5月23日" in page
    assert "350423202204 → 350423106204" in page
    assert "林畲乡.xlsx" in page or "before.xlsx" in page


def test_before_its_founding_a_village_says_since_when(county: Client) -> None:
    page = text(county, "/units/350423202204/?day=2017-05-01")

    assert "?day=2017-05-23" in page
    assert 'class="person"' not in page


@pytest.mark.parametrize(
    ("old", "new"), [("350423202", "350423106"), ("350423202204", "350423106204")]
)
def test_an_old_code_leads_to_the_place_under_its_new_one(
    county: Client, old: str, new: str
) -> None:
    response = county.get(f"/units/{old}/?day=2020-01-01&compare=2017-07-31")

    assert response.status_code == 302
    assert response.headers["Location"] == f"/units/{new}/?day=2020-01-01&compare=2017-07-31"


def test_a_later_code_leads_back_to_the_earlier_one(county: Client) -> None:
    assert (
        county.get(f"/units/350423106/?{DAY}").headers["Location"].startswith("/units/350423202/")
    )


def test_a_place_that_did_not_exist_yet_is_explained(county: Client) -> None:
    page = text(county, f"/units/350423106001/?{DAY}", 404)

    assert "天康社区" in page
    assert "?day=2019-10-31" in page


def test_a_code_of_nowhere_is_not_found(county: Client) -> None:
    assert "天康" not in text(county, "/units/110101/", 404)


def test_an_old_code_of_another_township_is_not_explained(reader: Reader) -> None:
    assert reader("village").get("/units/350423202/").status_code == 404


def test_a_township_reads_its_own_past_under_its_old_code(reader: Reader) -> None:
    page = text(reader("township"), f"/units/350423202/?{DAY}")

    assert "林畲乡妇联" in page
    assert "/units/350423/" not in page


def test_a_day_to_come_and_a_compare_day_after_it_are_said(county: Client) -> None:
    ahead = text(county, "/units/350423/?day=2099-01-01")
    turned = text(county, "/units/350423/?day=2017-07-31&compare=2018-01-01")

    assert "2099年1月1日还没有到" in ahead
    assert "当日的情况" not in ahead
    assert "对比日期2018年1月1日晚于所看的日期" in turned


def test_a_committee_names_its_own_file_and_no_other(county: Client) -> None:
    own = text(county, f"/units/350423202/?{DAY}").split('id="history"')[1]

    assert ">林畲乡.xlsx</a>" in own
    assert own.count(".xlsx") == 1

"""How many queries each page takes: a literal number, whatever the number of rows."""

import pytest
from django.test import Client

from tests.web.pages import BOTH, queries

PAGES = {
    f"/units/350423/?{BOTH}": 25,
    f"/units/350423202/?{BOTH}": 43,  # 8 villages
    f"/units/350423100/?{BOTH}": 43,  # 18 villages
    f"/units/350423202204/?{BOTH}": 43,
    f"/figures/350423/?{BOTH}": 14,
    f"/figures/350423202/?{BOTH}": 15,
    f"/figures/350423/executives/village/?{BOTH}": 11,
    f"/figures/350423/chairs/township/?{BOTH}": 11,
    f"/composition/350423/?{BOTH}": 13,
    f"/composition/350423202/?{BOTH}": 14,
    "/import/": 10,
}


@pytest.mark.parametrize("url", PAGES)
def test_a_page_takes_its_fixed_number_of_queries(county: Client, url: str) -> None:
    assert queries(county, url) == PAGES[url]

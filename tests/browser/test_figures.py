"""Clicking a number and counting the rows behind it, page by page."""

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("figure", "number"),
    [
        ("township-new_executives", 191),
        ("township-new_part_time_vice_chairs", 20),
        ("village-executives", 1601),
    ],
)
def test_the_rows_behind_a_number_are_as_many(office: Page, figure: str, number: int) -> None:
    office.goto("/figures/350423/")
    office.fill("#day", "2017-07-31")
    office.fill("#compare", "2017-05-10")
    office.click(".days button")
    office.wait_for_url("**day=2017-07-31**")
    link = office.locator(f"[data-figure={figure}]")
    shown = int(link.inner_text())
    link.click()
    office.wait_for_selector("[data-total]")

    seen: set[str] = set()
    rows = 0
    while True:
        people = office.locator("[data-rows] tbody tr")
        rows += people.count()
        seen |= set(office.locator("[data-rows] tbody tr").all_inner_texts())
        following = office.locator("a[rel=next]")
        if not following.count():
            break
        following.click()
        office.wait_for_load_state()

    assert shown == rows == number
    assert int(office.locator("[data-total]").inner_text()) == number
    assert len(seen) > number * 0.99

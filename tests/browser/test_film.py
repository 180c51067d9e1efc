"""The film plays by itself, stops, is pulled along, and stands still for who wants no motion."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from jinguo.cli.demo_campaign import SLUG, load_campaign
from jinguo.divisions.queries import place
from jinguo.kernel.actor import system
from tests.browser.conftest import sign_in

pytestmark = pytest.mark.browser
FILM = f"/campaigns/{SLUG}/film/"
DONE = "document.querySelectorAll('[data-days].good').length"


@pytest.fixture
def office(page: Page) -> Page:
    load_campaign(place("350423", date(2017, 7, 31)), system("demo"))
    sign_in(page, "county")
    return page


def test_it_plays_from_the_first_day_and_pauses(office: Page) -> None:
    office.goto(FILM)

    play = office.locator("[data-play]")
    expect(play).to_have_text("暂停")
    office.locator("[data-speed]").select_option("12")
    expect(office.locator("[data-day]")).to_contain_text("2017年6月", timeout=15_000)
    play.click()
    expect(play).to_have_text("播放")

    at = office.locator("[data-slider]").input_value()
    office.wait_for_timeout(400)
    assert office.locator("[data-slider]").input_value() == at


def test_pulled_to_a_day_it_shows_that_day(office: Page) -> None:
    office.goto(f"{FILM}?day=2017-05-22")
    slider = office.locator("[data-slider]")
    assert office.evaluate(DONE) == 0

    slider.press("ArrowRight")

    expect(office.locator("[data-day]")).to_have_text("2017年5月23日")
    expect(office.locator("[data-told]")).to_contain_text("已完成 1 / 132 个单位")
    assert office.evaluate(DONE) == 1
    assert "2017年5月23日" in (slider.get_attribute("aria-valuetext") or "")
    assert "day=2017-05-23" in (office.locator("[data-board]").get_attribute("href") or "")
    slider.press("End")
    assert office.evaluate(DONE) == 132
    expect(office.locator("[data-play]")).to_have_text("重播")


def test_who_wants_no_motion_gets_none_unasked(office: Page) -> None:
    office.emulate_media(reduced_motion="reduce")
    office.goto(FILM)

    expect(office.locator("[data-play]")).to_have_text("重播")
    office.wait_for_timeout(600)
    assert office.locator("[data-slider]").input_value() == "77"


@pytest.mark.parametrize("width", [360, 390, 1440])
def test_it_fits_its_window(office: Page, width: int) -> None:
    office.set_viewport_size({"width": width, "height": 844})
    board = f"/campaigns/{SLUG}/"
    pages = (FILM, f"{board}?view=tiles&day=2017-06-20", f"{board}week/", f"{board}late/")
    overhang = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

    found = {}
    for address in pages:
        office.goto(address)
        found[address] = office.evaluate(overhang)

    assert found == dict.fromkeys(pages, 0)

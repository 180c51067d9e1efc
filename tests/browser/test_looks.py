"""What every page must keep at every width and in both languages."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
DAYS = "?day=2017-06-20&compare=2017-05-10"
PAGES = (
    f"/units/350423/{DAYS}",
    f"/units/350423202/{DAYS}",
    f"/units/350423202204/{DAYS}",
    "/units/350423202204/?day=2017-05-01",
    f"/figures/350423/{DAYS}",
    f"/figures/350423/executives/village/{DAYS}",
    f"/figures/350423/federations/village/{DAYS}",
    f"/composition/350423/{DAYS}",
    f"/composition/350423202204/{DAYS}",
    f"/units/350423202204/seats/{DAYS}",
    "/people/1/",
    "/people/1/correct/",
    "/people/1/phone/",
    "/people/1/same/?q=丽",
    "/people/duplicates/",
    "/people/1/consents/",
    "/people/1/file/",
    "/people/1/erase/",
    "/delegations/",
    "/delegations/new/350423/",
    "/rights/",
    "/rights/account/3/",
    "/rights/unit/350423202204/",
    "/audit/unit/350423/",
    "/audit/batch/1/",
    "/units/350423/numbers/",
    "/import/",
    "/import/batches/1/",
    "/import/batches/1/undo/",
    "/start/",
    "/accounts/",
    "/accounts/add/",
    "/accounts/1/",
    "/accounts/invitations/",
    "/accounts/invitations/chairs/",
    "/me/",
    "/me/password/",
    "/sign-in/again/",
    "/plaques/350423/",
    "/plaques/specification/350423/",
    "/plaques/specification/350423/state/",
    "/plaques/350423/all/",
    "/plaques/350423106204/hang/",
    "/groups/350423106204/",
    "/groups/350423106204/new/",
    "/campaigns/qingliu-2017/350423106204/",
    "/supervision/campaign/qingliu-2017/?day=2017-07-22",
    "/supervision/campaign/qingliu-2017/visits/?day=2017-07-22",
    "/supervision/campaign/qingliu-2017/samples/",
    "/supervision/campaign/qingliu-2017/samples/1/?pool=1",
    "/supervision/unit/350423/",
    "/supervision/unit/350423106204/new/",
    "/supervision/visits/1/",
    "/supervision/findings/1/",
    "/units/110101/",
)
OVERHANG = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
UNLABELLED = """[...document.querySelectorAll('input:not([type=hidden]), select')]
    .filter(field => !field.labels?.length && !field.getAttribute('aria-label')).length"""


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_no_page_scrolls_sideways(office: Page, language: str) -> None:
    cookie = {"name": "django_language", "value": language, "url": office.url}
    office.context.add_cookies([cookie])  # type: ignore[list-item]

    overhanging = {}
    for address in PAGES:
        office.goto(address)
        for width in (360, 390, 768, 1440):
            office.set_viewport_size({"width": width, "height": 844})
            overhang = office.evaluate(OVERHANG)
            if overhang:
                overhanging[address, width] = overhang

    assert not overhanging


def test_every_field_has_a_label(office: Page) -> None:
    missing = {}
    for address in PAGES:
        office.goto(address)
        missing[address] = office.evaluate(UNLABELLED)

    assert missing == dict.fromkeys(PAGES, 0)


def test_the_switch_turns_the_page_english_and_back(office: Page) -> None:
    office.goto(f"/units/350423/{DAYS}")
    office.get_by_role("button", name="English").click()
    expect(office.locator("html")).to_have_attribute("lang", "en")
    assert office.url.endswith(DAYS)
    expect(office.locator("#tree")).to_have_text("Townships and their villages")

    office.get_by_role("button", name="中文").click()
    expect(office.locator("html")).to_have_attribute("lang", "zh-CN")


def test_the_first_tab_stop_leads_past_the_menu(office: Page) -> None:
    office.goto("/figures/350423/")

    office.keyboard.press("Tab")
    office.keyboard.press("Enter")

    assert re.search(r"#content$", office.url)
    expect(office.locator("main")).to_be_focused()


def test_light_and_dark_is_kept_on_this_device(office: Page) -> None:
    root = office.locator("html")
    expect(root).to_have_attribute("data-bs-theme", "light")

    office.locator("[data-theme-switch]").click()
    office.reload()

    expect(root).to_have_attribute("data-bs-theme", "dark")


SEEN_WHOLE = """() => {
    const tabs = document.querySelector('.tabs').getBoundingClientRect();
    const here = document.querySelector('.tabs [aria-current]').getBoundingClientRect();
    return here.left >= tabs.left - 1 && here.right <= tabs.right + 1;
}"""
TOUCHED = ":is(.content p.mb-0 > a.small, .trail a, .ledger th > a, .sheet-head > a.small)"


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("width", [360, 390])
def test_on_a_phone_the_tabs_are_one_row_with_the_current_one_in_view(
    office: Page, language: str, width: int
) -> None:
    cookie = {"name": "django_language", "value": language, "url": office.url}
    office.context.add_cookies([cookie])  # type: ignore[list-item]
    office.set_viewport_size({"width": width, "height": 844})

    for address in ("/units/350423/", "/elections/", "/import/", "/accounts/"):
        office.goto(address)

        assert office.evaluate("document.querySelector('.bar').offsetHeight") < 120
        assert office.evaluate(SEEN_WHOLE), address


def test_on_a_phone_links_have_room_for_a_finger(office: Page) -> None:
    office.set_viewport_size({"width": 390, "height": 844})

    for address in ("/units/350423202204/", "/units/350423/numbers/", "/elections/terms/350423/"):
        office.goto(address)
        sizes = office.locator(TOUCHED).evaluate_all("all => all.map(one => one.offsetHeight)")
        assert sizes
        assert min(sizes) >= 40, address

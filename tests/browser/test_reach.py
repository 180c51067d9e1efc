"""Seen and reached: the ring around what has the focus, room for fingers, paper."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_imports import dropped
from tests.web.rosters import NEW_COMMITTEE, with_cell, workbook

pytestmark = pytest.mark.browser
DAYS = "?day=2017-07-31&compare=2017-05-10"
PAGES = (
    f"/units/350423/{DAYS}",
    f"/units/350423202/{DAYS}",
    f"/figures/350423/{DAYS}",
    f"/figures/350423/executives/village/{DAYS}",
    f"/composition/350423/{DAYS}",
    "/import/",
    "/import/batches/1/",
    "/people/1/",
    f"/units/350423202204/{DAYS}",
    "/plaques/350423/",
    "/plaques/specification/350423/state/",
    "/groups/350423106204/new/",
    "/campaigns/qingliu-2017/350423106204/",
    "/supervision/campaign/qingliu-2017/?day=2017-07-22",
    "/supervision/campaign/qingliu-2017/samples/1/",
    "/supervision/unit/350423106204/new/",
    "/supervision/findings/1/",
)
UNFOLD = "for (const one of document.querySelectorAll('details')) one.open = true"
RING = """() => {
    const style = getComputedStyle(document.activeElement);
    return [style.outlineStyle, parseFloat(style.outlineWidth), style.outlineColor];
}"""
STOP = "document.activeElement.tagName + '.' + document.activeElement.className"
SMALL = """() => [...document.querySelectorAll('a, button, summary, input:not([type=hidden])')]
    .filter(one => one.checkVisibility({visibilityProperty: true}) && !one.closest('p'))
    .map(one => [one, one.getBoundingClientRect()])
    .filter(([one, box]) => box.width && !one.matches('.skip'))
    .filter(([one, box]) => {
        const least = one.matches('.btn, .plain-button') ? 44 : 24;
        return box.height < least - 0.5 || box.width < 23.5;
    })
    .map(([one, box]) => `${one.outerHTML.slice(0, 90)} ${box.width}x${box.height}`)"""


def brightness(colour: str) -> float:
    """The relative luminance of ``rgb(…)``, as contrast is measured."""
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
              for part in parts]  # fmt: skip
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((brightness(one), brightness(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_stop_of_the_keyboard_has_a_ring(office: Page, theme: str) -> None:
    office.goto("/import/")
    office.evaluate(f"document.documentElement.dataset.bsTheme = '{theme}'")
    ground = office.evaluate("getComputedStyle(document.body).backgroundColor")

    stops: set[str] = set()
    office.keyboard.press("Tab")
    while (name := office.evaluate(STOP)) != "BODY.":
        style, width, colour = office.evaluate(RING)
        assert (name, style, width) == (name, "solid", 3)
        assert contrast(colour, ground) >= 3
        stops.add(name)
        office.keyboard.press("Tab")

    assert {"BUTTON.btn btn-primary", "INPUT.form-control", "BUTTON.plain-button", "A."} <= stops


def test_fingers_find_every_link_and_button(office: Page) -> None:
    dropped(office, "石下村.xlsx", workbook(with_cell(NEW_COMMITTEE, 0, 4, "大管家")).read())
    draft = office.url
    pages = (*PAGES, draft, f"{draft}sheet/0/0/")
    office.set_viewport_size({"width": 390, "height": 844})

    small = {}
    for address in pages:
        office.goto(address)
        office.evaluate(UNFOLD)
        small[address] = office.evaluate(SMALL)

    assert small == {address: [] for address in pages}


def test_paper_is_white_also_where_the_screen_is_dark(office: Page) -> None:
    office.goto(f"/units/350423202/{DAYS}")
    office.evaluate("document.documentElement.dataset.bsTheme = 'dark'")
    office.emulate_media(media="print", color_scheme="dark")

    colours = office.evaluate(
        """() => ['.sheet', '.ledger td', '.muted'].map(name => {
            const style = getComputedStyle(document.querySelector(name));
            return [style.backgroundColor, style.color];
        })"""
    )

    assert colours[0][0] == colours[1][0] == "rgb(255, 255, 255)"
    assert all(brightness(text) < 0.2 for _ground, text in colours)
    expect(office.locator(".btn").first).to_be_hidden()
    frame = office.locator(".table-frame").first
    assert frame.evaluate("one => getComputedStyle(one).maxHeight") == "none"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_a_page_is_about_can_be_read_by_day_and_night(office: Page, theme: str) -> None:
    faint = {}
    office.goto(f"/units/350423202204/{DAYS}")
    woman = office.locator("main a[href^='/people/']").first.get_attribute("href") or ""
    same = f"{woman.partition('?')[0]}same/"
    for address in ("/delegations/", "/rights/", "/audit/unit/350423/", same):
        office.goto(address)
        office.evaluate(f"document.documentElement.dataset.bsTheme = '{theme}'")
        ground = office.evaluate("getComputedStyle(document.body).backgroundColor")
        words = office.locator("main .lead").evaluate("one => getComputedStyle(one).color")
        if contrast(words, ground) < 4.5:
            faint[address] = (words, ground)

    assert not faint

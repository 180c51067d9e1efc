"""The plaque beside the form follows what the county fills in, before anything is saved."""

import pytest
from playwright.sync_api import Page, expect

from jinguo.plaques.models import PlaqueSpecification
from tests.plaques.faces import needs_song

pytestmark = [pytest.mark.browser, needs_song]
STATE = "/plaques/specification/350423/state/"
SHOWN = "img[data-shown]"


def drawn(page: Page) -> tuple[int, int]:
    """Width and height of the drawing as it arrived."""
    page.wait_for_load_state("networkidle")
    size = page.locator(SHOWN).evaluate(
        "async (one) => { await one.decode(); return [one.naturalWidth, one.naturalHeight]; }"
    )
    return size[0], size[1]


def test_the_drawing_follows_the_form_and_saves_nothing(office: Page) -> None:
    office.goto(STATE)
    before = drawn(office)

    office.fill("[name=height_mm]", "2800")
    expect(office.locator(SHOWN)).to_have_attribute("height", "2800")
    after = drawn(office)

    assert round(before[1] / before[0], 2) == round(2000 / 350, 2)
    assert round(after[1] / after[0], 2) == 8
    assert not PlaqueSpecification.objects.filter(county__isnull=False).exists()


def test_what_cannot_be_made_is_told_while_it_is_filled_in(office: Page) -> None:
    office.goto(STATE)

    office.fill("[name=ink]", "#fefefe")
    expect(office.locator("[data-fault]")).to_contain_text("字色与底色太接近")

    office.fill("[name=ink]", "#c00000")
    expect(office.locator("[data-fault]")).to_be_hidden()


def test_saved_it_holds_and_the_plaque_of_a_village_is_drawn_by_it(office: Page) -> None:
    office.goto(STATE)
    office.fill("[name=width_mm]", "400")
    office.fill("[name=source]", "清妇〔2026〕1号")
    office.get_by_role("button", name="保存").click()
    expect(office.locator(".notice.good")).to_contain_text("规格已保存")

    office.goto("/plaques/350423106204/")

    wide, high = office.locator("figure img").evaluate(
        "async (one) => { await one.decode(); return [one.naturalWidth, one.naturalHeight]; }"
    )
    assert round(high / wide) == 5
    expect(office.locator("main")).to_contain_text("清妇〔2026〕1号")

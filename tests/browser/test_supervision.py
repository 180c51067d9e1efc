"""A visit, its finding, the answer, the signing off (销号), each on a phone; taps are counted."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, FilePayload, Page, ViewportSize, expect

from tests.browser.conftest import sign_in
from tests.factories.photos import scene

pytestmark = pytest.mark.browser
VILLAGE = "350423106204"
PHONE: ViewportSize = {"width": 390, "height": 844}
MATTER = "群公告没有写明联系人"

Phone = Callable[[str], Page]


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Phone]:
    """Call it with a user name of the demo: her phone, signed in."""
    contexts = []

    def signed_in(username: str) -> Page:
        context = browser.new_context(
            base_url=address, viewport=PHONE, locale="zh-CN", has_touch=True, is_mobile=True
        )
        contexts.append(context)
        page = context.new_page()
        sign_in(page, username)
        return page

    yield signed_in
    for context in contexts:
        context.close()


def shot(seed: int) -> FilePayload:
    return {"name": f"{seed}.jpg", "mimeType": "image/jpeg", "buffer": scene(seed, (1200, 900))}


def tap(page: Page, name: str) -> int:
    """Tap a link or a button by its words, and wait for where it leads; one tap."""
    main = page.locator("main")
    found = main.get_by_role("link", name=name, exact=True)
    with page.expect_navigation():
        found.or_(main.get_by_role("button", name=name, exact=True)).first.tap()
    return 1


def whole(page: Page) -> bool:
    """Whether nothing sticks out to the right, and each photo in view arrived."""
    page.wait_for_load_state("networkidle")
    fits = page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    loaded = "[...document.images].filter((one) => one.loading !== 'lazy')"
    return bool(fits and page.evaluate(f"{loaded}.every((one) => one.naturalWidth)"))


def test_a_visit_is_recorded_answered_and_signed_off_on_three_phones(phone: Phone) -> None:
    township, village = phone("township"), phone("village")

    township.goto(f"/campaigns/qingliu-2017/{VILLAGE}/")
    taps = tap(township, "登记走访")
    township.set_input_files("#id_photos", [shot(1)])
    expect(township.locator(".photos img")).to_have_count(1)
    township.fill("#matter-1", MATTER)
    taps += tap(township, "登记")
    expect(township.locator(".notice.good")).to_contain_text("走访已登记")
    assert township.locator(".photos img").count() == 1
    assert whole(township)
    assert taps == 2

    village.goto(f"/supervision/unit/{VILLAGE}/")
    taps = tap(village, MATTER)
    assert whole(village)
    village.fill("#note", "已在群公告写明")
    village.set_input_files("#photos", [shot(2)])
    taps += tap(village, "已整改")
    expect(village.locator(".notice.good")).to_contain_text("已上报整改")
    assert village.get_by_role("button", name="销号", exact=True).count() == 0
    assert taps == 2

    tap(township, MATTER)
    expect(township.locator(".line")).to_contain_text("已在群公告写明")
    expect(township.locator(".answer-photo")).to_be_visible()
    assert whole(township)
    tap(township, "销号")
    expect(township.locator(".facts")).to_contain_text("已销号")


def test_a_finding_more_keeps_what_was_typed_and_the_photo(phone: Phone) -> None:
    page = phone("township")
    page.goto(f"/supervision/unit/{VILLAGE}/new/")
    page.fill("#matter-1", MATTER)
    page.set_input_files("#id_photos", [shot(1)])
    expect(page.locator(".photos img")).to_have_count(1)

    tap(page, "再加一项问题")

    expect(page.locator("#matter-1")).to_have_value(MATTER)
    expect(page.locator("#matter-2")).to_have_value("")
    expect(page.locator(".photos img")).to_have_count(1)
    assert whole(page)

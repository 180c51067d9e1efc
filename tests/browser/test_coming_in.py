"""From the QR code to the first page on a phone, and in with a code from the phone."""

import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import sign_in

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 844}
CHOSEN = "hua-kai-fu-gui"


def code(secret: str, ahead: int = 0) -> str:
    """What the app shows now, or ``ahead`` half minutes later."""
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30 + ahead)))


def links(page: Page) -> dict[str, str]:
    """The cards just made: unit → link."""
    cards = page.locator(".card-out")
    return {
        cards.nth(at).locator("p").nth(1).inner_text(): cards.nth(at)
        .locator(".card-link")
        .inner_text()
        for at in range(cards.count())
    }


def test_every_chair_is_invited_and_one_comes_in_on_her_phone(
    page: Page, browser: Browser, address: str
) -> None:
    page.goto("/sign-in/")
    page.fill("#id_login", "administrator")
    page.fill("#id_password", "qingliu-2017")
    page.click("main button")
    page.get_by_role("link", name="邀请主席").click()
    began = time.monotonic()
    page.get_by_role("button", name="生成邀请").first.click()
    page.wait_for_selector(".cards")
    took = time.monotonic() - began
    cards = links(page)
    first = page.locator(".card-out img").first
    drawn = first.evaluate("image => image.complete && image.naturalWidth > 0")

    phone = browser.new_context(viewport=PHONE, locale="zh-CN", has_touch=True)  # type: ignore[arg-type]
    window = phone.new_page()
    window.goto(cards["石下村妇联"])
    expect(window.locator("#id_username")).not_to_have_value("")
    overhang = window.evaluate("document.documentElement.scrollWidth - innerWidth")
    window.fill("#id_password", CHOSEN)
    window.fill("#id_again", CHOSEN)
    window.locator("#id_notice").check()
    window.get_by_role("button", name="建立账号").click()
    window.wait_for_url("**/today/")
    expect(window.locator("main")).to_contain_text("石下村")
    window.goto(f"{address}/me/")
    expect(window.locator("main")).to_contain_text("石下村妇联 · 主席")
    phone.close()

    assert len(cards) == 132
    assert drawn
    assert overhang <= 0
    assert took < 10  # seconds on a busy machine; a quiet one needs one

    page.goto("/accounts/invitations/?state=used")
    expect(page.locator("tbody tr")).to_have_count(1)


def test_the_second_factor_is_set_up_and_asked_for(page: Page) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    sign_in(page, "village")
    page.goto("/me/")
    page.get_by_role("link", name="开启").click()
    page.fill("#id_password", "qingliu-2017")
    page.get_by_role("button", name="继续").click()
    picture = page.locator("img.qr")
    drawn = picture.evaluate("image => image.complete && image.naturalWidth > 0")
    secret = page.locator(".told").text_content() or ""
    page.fill("#id_code", code(secret))
    page.get_by_role("button", name="开启").click()
    expect(page.locator("h1")).to_have_text("备用码")
    page.get_by_role("button", name="退出").click()

    page.goto("/sign-in/")
    page.fill("#id_login", "village")
    page.fill("#id_password", "qingliu-2017")
    page.click("main button")
    page.fill("#id_code", code(secret, 1))
    page.get_by_role("button", name="登录", exact=True).click()
    page.wait_for_url("**/today/")

    assert drawn

"""A village chair signs in on her phone, sees what is asked, and is one tap from recording it."""

import pytest
from playwright.sync_api import Browser, expect

from jinguo.cli.demo import PASSWORD
from jinguo.kernel.actor import system
from jinguo.plaques.actions import strike
from jinguo.plaques.models import Plaque
from tests.factories.deeds import unit

pytestmark = pytest.mark.browser
VILLAGE = "350423106204"


def test_from_signing_in_to_the_form_is_one_tap(browser: Browser, address: str) -> None:
    for one in Plaque.objects.filter(federation_id=unit(VILLAGE)):
        strike(plaque_id=one.pk, why="错", by=system())
    context = browser.new_context(
        base_url=address, viewport={"width": 390, "height": 844}, locale="zh-CN", has_touch=True
    )
    phone = context.new_page()
    phone.goto("/sign-in/")
    phone.fill("#id_login", "village")
    phone.fill("#id_password", PASSWORD)
    phone.click("main button")
    phone.wait_for_url("**/today/")
    expect(phone.locator("main h1")).to_have_text("今日")
    expect(phone.locator(".ask")).to_have_count(1)
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    bar = phone.locator(".tabs").bounding_box()
    assert bar
    assert bar["height"] < 60

    phone.get_by_role("link", name="登记挂牌").tap()

    phone.wait_for_url(f"**/plaques/{VILLAGE}/hang/**")
    expect(phone.locator("input[type=file]")).to_be_visible()
    context.close()

"""A village chair notes an activity with photos on one phone; every tap and field is counted."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, FilePayload, Page, ViewportSize, expect

from jinguo.cli.demo import PASSWORD
from tests.factories.photos import scene

pytestmark = pytest.mark.browser
VIDEO = b"\0\0\0 ftypisom"
LIST = "/activities/unit/350423106204/"
PHONE: ViewportSize = {"width": 390, "height": 844}


def shot(name: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": "image/jpeg", "buffer": content}


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Page]:
    """石下村's chair, signed in on her phone."""
    context = browser.new_context(
        base_url=address, viewport=PHONE, locale="zh-CN", has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto("/sign-in/")
    page.fill("#id_login", "village")
    page.fill("#id_password", PASSWORD)
    page.click("main button")
    page.wait_for_url("**/today/")
    yield page
    context.close()


def tap(page: Page, name: str) -> int:
    """Tap a link or a button by its words, and wait for where it leads; one tap."""
    main = page.locator("main")
    found = main.get_by_role("link", name=name, exact=True)
    with page.expect_navigation():
        found.or_(main.get_by_role("button", name=name, exact=True)).first.tap()
    return 1


def whole(page: Page) -> bool:
    """Whether nothing sticks out to the right, and each photo arrived."""
    fits = page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    seen = page.evaluate("[...document.images].every((one) => one.complete && one.naturalWidth)")
    return bool(fits and seen)


def test_an_activity_with_a_photo_takes_four_taps_one_field_and_a_photo(phone: Page) -> None:
    taps = tap(phone, "活动") + tap(phone, "登记活动")
    phone.fill("[name=title]", "清洁北山溪河道")
    phone.get_by_label("护河清洁").tap()
    phone.set_input_files("#id_photos", [shot("照片.jpg", scene(1, (3000, 2000)))])
    taps += 1 + tap(phone, "登记")

    expect(phone.locator(".notice.good")).to_contain_text("已登记：清洁北山溪河道")
    phone.wait_for_load_state("networkidle")
    assert phone.locator(".photos img").count() == 1
    assert whole(phone)
    assert taps == 4


def test_all_that_is_asked_is_six_things(phone: Page) -> None:
    phone.goto(f"{LIST}new/")
    asked = phone.locator("main form [name]:visible").evaluate_all(
        "(all) => [...new Set(all.map((one) => one.name))]"
    )

    assert asked == ["title", "kind", "held_on", "people", "place", "with_place", "photos"]
    assert whole(phone)


def test_photos_go_up_as_they_are_chosen_and_a_bad_one_is_named_at_once(phone: Page) -> None:
    phone.goto(f"{LIST}new/")
    files = [shot("一.jpg", scene(1)), shot("录像.jpg", VIDEO), shot("二.jpg", scene(2))]
    phone.set_input_files("#id_photos", files)

    expect(phone.locator(".notice.bad")).to_contain_text("录像.jpg")
    expect(phone.locator(".photos img")).to_have_count(2)
    phone.wait_for_load_state("networkidle")
    assert whole(phone)

    phone.fill("[name=title]", "三八讲座")
    phone.get_by_label("讲座").tap()
    tap(phone, "登记")
    expect(phone.locator(".notice.good")).to_contain_text("三八讲座")
    assert phone.locator(".photos img").count() == 2


def test_a_line_that_breaks_loses_no_photo(phone: Page) -> None:
    phone.goto(f"{LIST}new/")
    phone.context.set_offline(True)
    phone.set_input_files("#id_photos", [shot("一.jpg", scene(1)), shot("二.jpg", scene(2))])
    expect(phone.locator("[data-told]")).to_contain_text("网络中断", timeout=15_000)

    phone.context.set_offline(False)

    expect(phone.locator(".photos img")).to_have_count(2)
    expect(phone.locator("[data-told]")).to_have_text("照片已全部上传。")


def test_what_was_handed_in_before_the_phone_died_is_offered_again(phone: Page) -> None:
    phone.goto(f"{LIST}new/")
    phone.set_input_files("#id_photos", [shot("一.jpg", scene(1))])
    expect(phone.locator(".photos img")).to_have_count(1)

    phone.goto(f"{LIST}new/")

    expect(phone.locator(".photos img")).to_have_count(1)
    expect(phone.locator("[name=photo]")).not_to_be_checked()


def test_what_was_noted_by_mistake_is_struck_out_and_put_back(phone: Page) -> None:
    phone.goto(LIST)
    phone.locator(".covers a").first.tap()
    tap(phone, "作废")
    phone.fill("#why", "填错了日期")
    tap(phone, "作废")

    expect(phone.locator(".notice.warn")).to_contain_text("填错了日期")
    tap(phone, "恢复")
    assert phone.locator(".notice.warn").count() == 0

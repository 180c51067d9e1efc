"""Many photos from a phone over a line that breaks off and comes back: each arrives once."""

import re
from collections.abc import Iterator
from itertools import count

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, FilePayload, Page, Route, expect

from jinguo.activities.models import Activity
from jinguo.cli.demo import PASSWORD
from jinguo.files.models import Photo
from tests.factories.photos import jpeg

pytestmark = pytest.mark.browser
FORM = "/activities/unit/350423106204/new/"
HAND_IN = "**/activities/photos/"
MANY = 40


def shots(first: int, number: int) -> list[FilePayload]:
    """That many photos, no two alike."""
    return [
        {"name": f"IMG_{at}.jpg", "mimeType": "image/jpeg", "buffer": jpeg(size=(40, 30 + at))}
        for at in range(first, first + number)
    ]


def signed_in(context: BrowserContext) -> Page:
    """A window in which she signed in."""
    page = context.new_page()
    page.goto("/sign-in/")
    page.fill("#id_login", "village")
    page.fill("#id_password", PASSWORD)
    page.click("main button")
    page.wait_for_url("**/today/")
    return page


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Page]:
    """石下村's chair on the form of an activity."""
    context = browser.new_context(
        base_url=address, viewport={"width": 390, "height": 844}, locale="zh-CN", has_touch=True
    )
    page = signed_in(context)
    page.goto(FORM)
    yield page
    context.close()


def arrived(page: Page, number: int) -> None:
    """That many are shown and ticked, each another one, and the page says that all are there."""
    expect(page.locator("[data-told]")).to_have_text("照片已全部上传。", timeout=30_000)
    numbers = page.locator("[name=photo]:checked").evaluate_all("(all) => all.map((a) => a.value)")
    assert len(set(numbers)) == len(numbers) == number
    assert Photo.objects.filter(ahead=True).count() == number


def test_forty_photos_over_a_line_that_breaks_arrive_once_each(phone: Page) -> None:
    tried = count()

    def bad(route: Route) -> None:
        at = next(tried)
        if at % 10 == 3:
            route.abort()  # it never came
        elif at % 10 == 7:
            route.fetch()  # it came, and the answer was lost
            route.abort()
        else:
            route.continue_()

    phone.route(HAND_IN, bad)
    told = phone.locator("[data-told]")
    phone.set_input_files("#id_photos", shots(0, MANY))
    expect(told).to_have_text(re.compile(rf"照片已上传 \d+ / {MANY}"))
    phone.context.set_offline(True)
    expect(told).to_contain_text("网络中断")
    expect(told).to_contain_text(f"/ {MANY}")
    phone.context.set_offline(False)

    arrived(phone, MANY)
    phone.fill("[name=title]", "三八节活动")
    phone.get_by_label("讲座").check(force=True)
    phone.get_by_role("button", name="登记", exact=True).click()
    expect(phone.locator(".notice.good")).to_contain_text("三八节活动")
    assert Activity.objects.latest("pk").pictures.count() == MANY


def test_photos_go_on_by_themselves_or_at_a_tap_where_the_phone_notices_no_break(
    phone: Page,
) -> None:
    down = True
    phone.route(HAND_IN, lambda route: route.abort() if down else route.continue_())
    phone.set_input_files("#id_photos", shots(0, 2))
    expect(phone.locator("[data-again]")).to_be_visible()
    down = False

    arrived(phone, 2)

    down = True
    phone.set_input_files("#id_photos", shots(2, 1))
    for _again in range(5):
        phone.get_by_role("button", name="重新上传").click()
    down = False
    phone.get_by_role("button", name="重新上传").click()
    arrived(phone, 3)


def test_a_photo_chosen_twice_is_recognised(phone: Page) -> None:
    phone.set_input_files("#id_photos", shots(0, 2))
    arrived(phone, 2)

    phone.set_input_files("#id_photos", shots(1, 2))

    arrived(phone, 3)


def test_who_leaves_with_photos_unsent_is_warned(phone: Page) -> None:
    asked: list[tuple[str, str]] = []
    phone.route(HAND_IN, lambda route: route.abort())
    phone.fill("[name=title]", "三八节活动")
    phone.get_by_label("讲座").check(force=True)
    phone.set_input_files("#id_photos", shots(0, 3))
    expect(phone.locator("[data-again]")).to_be_visible()
    before = Activity.objects.count()

    def answer(dialog: Dialog) -> None:
        asked.append((dialog.type, dialog.message))
        dialog.accept() if dialog.type == "beforeunload" else dialog.dismiss()

    phone.on("dialog", answer)
    phone.get_by_role("button", name="登记", exact=True).click()

    assert "还有 3 张照片没有传完" in asked[0][1]
    assert Activity.objects.count() == before
    assert phone.url.endswith(FORM)

    phone.goto("/")
    assert [kind for kind, _words in asked] == ["confirm", "beforeunload"]


def test_whoever_was_signed_out_signs_in_beside_and_goes_on(phone: Page) -> None:
    phone.fill("[name=title]", "三八节活动")
    phone.get_by_label("讲座").check(force=True)
    phone.context.clear_cookies()
    phone.set_input_files("#id_photos", shots(0, 1))
    expect(phone.locator("[data-told]")).to_contain_text("登录已失效")

    signed_in(phone.context).close()
    phone.get_by_role("button", name="重新上传").click()

    arrived(phone, 1)
    phone.get_by_role("button", name="登记", exact=True).click()
    expect(phone.locator(".notice.good")).to_contain_text("三八节活动")

"""Two who work on the same at once, in a window each: the second sees what the first did."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import sign_in

pytestmark = pytest.mark.browser
VILLAGE = "350423106204"
Window = Callable[[str], Page]


@pytest.fixture
def window(browser: Browser, address: str) -> Iterator[Window]:
    """Call it with a user name: a window of her own, signed in."""
    opened = []

    def of(username: str) -> Page:
        context = browser.new_context(
            base_url=address, viewport={"width": 390, "height": 844}, locale="zh-CN"
        )
        opened.append(context)
        page = context.new_page()
        sign_in(page, username)
        return page

    yield of
    for context in opened:
        context.close()


def sent(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()


def test_township_and_village_correct_the_same_woman(window: Window) -> None:
    township, village = window("township"), window("village")
    village.goto(f"/units/{VILLAGE}/")
    with village.expect_navigation():
        village.locator(".person-name a, a.person-name").first.click()
    person = village.url.split("?")[0]
    for page in (township, village):
        page.goto(f"{person}correct/")
    township.fill("[name=education]", "研究生")
    township.fill("[name=skills]", "剪纸")
    sent(township, "保存更正")
    expect(township.locator(".notice.good")).to_contain_text("已更正")

    village.fill("[name=education]", "小学")
    village.fill("[name=occupation]", "茶农")
    sent(village, "保存更正")

    clash = village.locator("fieldset.clash")
    expect(clash).to_have_count(1)
    expect(clash).to_contain_text("研究生")
    expect(clash).to_contain_text("小学")
    expect(village.locator("main")).to_contain_text("“特长”已由")
    expect(village.locator("[name=occupation]")).to_have_value("茶农")
    expect(village.locator("[name=skills]")).to_have_value("剪纸")

    clash.get_by_label("您填写的").check()
    sent(village, "保存更正")
    township.goto(person)
    for value in ("小学", "剪纸", "茶农"):
        expect(township.locator("dl.facts")).to_contain_text(value)


def test_two_who_change_the_same_seat(window: Window) -> None:
    township, village = window("township"), window("village")
    village.goto(f"/posts/{VILLAGE}/")
    change = village.locator("a[href*='/change/']").last.get_attribute("href")
    assert change
    for page in (township, village):
        page.goto(change)
    township.select_option("[name=post]", "vice_chair")
    sent(township, "登记")
    expect(township.locator(".notice.good")).to_contain_text("副主席")

    village.select_option("[name=post]", "standing")
    sent(village, "登记")

    refusal = village.locator(".notice.bad")
    expect(refusal).to_contain_text("副主席")
    expect(refusal).to_contain_text("常委")
    township.goto(f"/units/{VILLAGE}/")
    expect(township.locator("main")).not_to_contain_text("常委")

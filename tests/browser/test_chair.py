"""A village chair's posts and congress, done on one phone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from jinguo.cli.demo import PASSWORD

pytestmark = pytest.mark.browser
HUB = "/posts/350423106204/"
PHONE: ViewportSize = {"width": 390, "height": 844}
DELEGATES = [
    f"{surname}丽珠" for surname in "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严"
]


class Hand:
    """Fingers on a phone: every page opened, tap and field is counted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.pages = self.taps = self.fields = 0
        page.on("framenavigated", lambda _frame: setattr(self, "pages", self.pages + 1))

    def tap(self, name: str) -> None:
        """Tap a link or a button by its words, and wait for the page it leads to."""
        found = self.page.locator("main, header").get_by_role("link", name=name, exact=True)
        button = self.page.locator("main").get_by_role("button", name=name, exact=True)
        with self.page.expect_navigation():
            found.or_(button).first.tap()
        self.taps += 1

    def write(self, name: str, text: str) -> None:
        """Fill in a field."""
        self.page.fill(f"[name={name}]", text)
        self.fields += 1


@pytest.fixture
def chair(browser: Browser, address: str) -> Iterator[Hand]:
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
    yield Hand(page)
    context.close()


def test_somebody_is_appointed_with_three_taps_and_one_field(chair: Hand) -> None:
    chair.tap("任免与选举")
    chair.tap("登记任职")
    chair.write("name", "陈秋菊")
    chair.tap("登记")

    expect(chair.page.locator(".notice.good")).to_contain_text("陈秋菊，执委")
    assert (chair.pages, chair.taps, chair.fields) == (3, 3, 1)


def test_a_wrong_word_is_told_at_its_field_and_what_was_typed_stays(chair: Hand) -> None:
    chair.page.goto(f"{HUB}appoint/")
    chair.write("name", "陈秋菊")
    chair.write("day", "2036-01-01")
    chair.tap("登记")

    expect(chair.page.locator("main")).to_contain_text("在一年之后")
    expect(chair.page.locator("[name=name]")).to_have_value("陈秋菊")


def test_the_chair_resigns_and_is_substituted_at_one_meeting(chair: Hand) -> None:
    page = chair.page
    page.goto(HUB)
    page.goto(str(page.get_by_role("link", name="替补").first.get_attribute("href")))
    page.select_option("[name=who]", label="侯舒美 · 副主席")
    chair.write("present", "9")
    chair.write("in_favour", "5")
    chair.tap("登记")
    expect(page.locator("main")).to_contain_text("至少要 6 人赞成")
    chair.write("in_favour", "8")
    chair.tap("登记")

    page.goto("/units/350423106204/")
    expect(page.locator(".plaque")).to_contain_text("主席：侯舒美")
    page.goto("/units/350423202204/?day=2017-07-31")
    expect(page.locator(".plaque")).to_contain_text("主席：尹寒巧")


def test_a_congress_from_the_call_to_the_signature(chair: Hand) -> None:
    page = chair.page
    page.goto(HUB)
    chair.tap("发起代表大会")
    chair.write("executives", "5")
    chair.write("vice_chairs", "1")
    chair.write("quota", str(len(DELEGATES)))
    chair.tap("发起代表大会")

    chair.tap("下一步：代表")
    chair.write("names", "\n".join(DELEGATES))
    chair.tap("加入名单")
    chair.tap("完成，返回步骤")
    chair.tap("下一步：候选人")
    for box in page.locator("[name=person]").all()[6:]:
        box.uncheck()
    chair.tap("列为候选人")
    expect(page.locator("main")).to_contain_text("候选人 · 6")

    chair.tap("完成，返回步骤")
    chair.tap("下一步：点名")
    for number in (3, 7):
        page.locator(f"[name=who_{number}][value=leave]").check(force=True)
    chair.tap("保存点名")
    expect(page.locator("main")).to_contain_text("实到25人")
    chair.tap("返回步骤")
    chair.tap("下一步：监票、计票人员")
    for name, duty in (("周丽珠", "chief"), ("吴丽珠", "counter"), ("郑丽珠", "counter")):
        chair.write("name", name)
        page.locator(f"[name=duty][value={duty}]").check(force=True)
        chair.tap("添加")
    chair.tap("继续")

    chair.tap("发出选票")
    ballots(chair, 25)
    sheet(chair, 15, [15, 14, 14, 13, 12, 3])
    sheet(chair, 10, [9, 8, 8, 7, 6, 2])
    expect(page.locator("main")).to_contain_text("当选5名")

    elect(chair)
    elect(chair)
    chair.tap("继续")
    chair.tap("签署选举结果")

    expect(page.locator(".notice.good").first).to_contain_text("当选人员已任职")
    page.goto("/units/350423106204/")
    expect(page.locator(".person-name")).to_have_count(5)
    page.goto("/units/350423202204/?day=2017-07-31")
    expect(page.locator(".person-name")).to_have_count(11)


def ballots(chair: Hand, returned: int) -> None:
    """The ballots of the vote whose page is open: all came back, none invalid."""
    chair.tap("填写选票数")
    chair.write("returned", str(returned))
    chair.write("invalid", "0")
    chair.tap("保存")


def sheet(chair: Hand, count: int, votes: list[int]) -> None:
    """The sheet of the next counter who has none."""
    chair.tap("计票")
    chair.write("ballots", str(count))
    for field, number in zip(chair.page.locator("[name^=for_]").all(), votes, strict=True):
        field.fill(str(number))
    chair.tap("保存计票单")


def elect(chair: Hand) -> None:
    """Chair or vice-chair: the first name alone, all five in favour."""
    chair.tap("继续")
    for at, one in enumerate(chair.page.locator("[name=candidate]").all()):
        one.set_checked(at == 0, force=True)
    chair.tap("发出选票")
    ballots(chair, 5)
    sheet(chair, 5, [5])

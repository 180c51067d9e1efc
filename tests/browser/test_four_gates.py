"""A village chair closes the four gates of a campaign on her phone; taps and fields are counted."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, FilePayload, Page, ViewportSize, expect

from jinguo.activities.actions import strike as strike_activity
from jinguo.activities.models import Activity
from jinguo.campaigns.actions import Plan, WavePlan, plan_campaign, start
from jinguo.campaigns.actions.filing import strike_filing
from jinguo.campaigns.models import Filing
from jinguo.cli.demo import PASSWORD
from jinguo.divisions.queries import place
from jinguo.groups.actions import strike as strike_group
from jinguo.groups.models import ContactGroup
from jinguo.kernel.actor import system
from jinguo.kernel.clock import today
from jinguo.plaques.actions import strike as strike_plaque
from jinguo.plaques.models import Plaque
from tests.factories.deeds import unit
from tests.factories.photos import scene

pytestmark = pytest.mark.browser
VILLAGE = "350423106204"
GATES = f"/campaigns/four-gates/{VILLAGE}/"
PHONE: ViewportSize = {"width": 390, "height": 844}


def shot(name: str, seed: int) -> FilePayload:
    return {"name": name, "mimeType": "image/jpeg", "buffer": scene(seed, (1600, 1200))}


class Hand:
    """Fingers on a phone, by links and buttons of the page only; each is counted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps = self.fields = self.photos = 0

    def tap(self, name: str) -> None:
        """Tap a link or a button by its words, and wait for where it leads."""
        where = self.page.locator("main, header")
        found = where.get_by_role("link", name=name, exact=True)
        with self.page.expect_navigation():
            found.or_(where.get_by_role("button", name=name, exact=True)).first.tap()
        self.taps += 1
        self.whole()

    def choose(self, label: str) -> None:
        """Tap a choice."""
        self.page.get_by_label(label).tap()
        self.taps += 1

    def unfold(self, name: str, within: str = "main") -> None:
        """Tap what is folded away."""
        self.page.locator(within).get_by_text(name, exact=True).first.tap()
        self.taps += 1

    def write(self, field: str, words: str) -> None:
        """Fill in a field."""
        self.page.fill(f"[name={field}]", words)
        self.fields += 1

    def photo(self, field: str, name: str, seed: int) -> None:
        """Take a photo."""
        self.page.set_input_files(f"#id_{field}", [shot(name, seed)])
        self.photos += 1

    def whole(self) -> None:
        """Nothing sticks out to the right."""
        assert self.page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    def closed(self) -> list[str]:
        """Which gates the page of the unit shows as closed."""
        expect(self.page).to_have_url(f"{self.page.url.split('/campaigns')[0]}{GATES}")
        heads = self.page.locator(".sheet-head", has=self.page.locator(".square.good"))
        return [one.strip() for one in heads.locator("h2").all_inner_texts()]


@pytest.fixture
def chair(browser: Browser, address: str) -> Iterator[Hand]:
    """石下村's chair on her phone, on the day a campaign begins and nothing is recorded yet."""
    by, day, ids = system(), today(), {"federation_id": unit(VILLAGE)}
    for filing in Filing.objects.filter(**ids):
        strike_filing(filing_id=filing.pk, why="重来", by=by)
    for plaque in Plaque.objects.filter(**ids):
        strike_plaque(plaque_id=plaque.pk, why="重来", by=by)
    for group in ContactGroup.objects.filter(**ids):
        strike_group(group_id=group.pk, why="重来", by=by)
    for activity in Activity.objects.filter(**ids):
        strike_activity(activity_id=activity.pk, why="重来", by=by)
    last = day + timedelta(days=60)
    plan = Plan("会改联", day, last, (WavePlan("第一批", last, [unit(VILLAGE)]),))
    made = plan_campaign(slug="four-gates", county=place("350423", day), plan=plan, by=by)
    start(campaign_id=made.pk, by=by)

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


def test_a_village_closes_all_four_gates_with_nine_taps_two_fields_and_two_photos(
    chair: Hand,
) -> None:
    with chair.page.expect_navigation():  # the card of her day, where she comes in
        chair.page.locator('.ask a[href*="/campaigns/four-gates/"]').tap()
    chair.taps += 1

    chair.photo("paper", "选举结果报告.jpg", 1)  # the day is known from the roster
    chair.tap("提交备案")
    assert chair.closed() == ["建组织"]

    chair.tap("登记挂牌")
    chair.write("place", "村部大门")
    chair.photo("photo", "挂牌.jpg", 2)
    chair.tap("登记")
    assert chair.closed() == ["建组织", "挂牌"]

    chair.tap("登记群")  # name, kind and day are filled in
    chair.tap("登记")
    assert chair.closed() == ["建组织", "挂牌", "建群"]

    chair.tap("登记活动")  # day and place are filled in; photos may be left out
    chair.write("title", "清洁北山溪河道")
    chair.choose("护河清洁")
    chair.tap("登记")

    assert chair.closed() == ["建组织", "挂牌", "建群", "开展活动"]
    assert (chair.taps, chair.fields, chair.photos) == (9, 2, 2)


def test_a_record_struck_out_opens_its_gate_and_put_back_closes_it(chair: Hand) -> None:
    chair.page.goto(f"/groups/{VILLAGE}/new/?campaign=four-gates")
    chair.tap("登记")
    assert chair.closed() == ["建群"]
    before = chair.taps

    chair.tap("查看、更正群登记")
    chair.unfold("变更")
    chair.write("why", "该群还没有建")
    chair.tap("作废")

    assert chair.closed() == []
    expect(chair.page.locator(".notice.good")).to_contain_text("已作废")
    assert (chair.taps - before, chair.fields) == (3, 1)

    chair.tap("已登记的群")
    row = chair.page.locator("li.struck", has_text="该群还没有建")
    with chair.page.expect_navigation():
        row.get_by_role("button", name="恢复").tap()
    assert chair.closed() == ["建群"]


def test_each_form_asks_only_what_is_not_known(chair: Hand) -> None:
    asked = {}
    for name, address in {
        "filing": GATES,
        "plaque": f"/plaques/{VILLAGE}/hang/",
        "group": f"/groups/{VILLAGE}/new/",
    }.items():
        chair.page.goto(address)
        chair.whole()
        fields = chair.page.locator("main form:has([required]) [name]:visible")
        asked[name] = [
            one.get_attribute("name")
            for one in fields.all()
            if one.get_attribute("required") is not None and not one.input_value()
        ]

    assert asked == {"filing": ["paper"], "plaque": ["place", "photo"], "group": []}

"""Two records that nobody proposed: found by name, merged with a reason, parted again."""

import pytest
from playwright.sync_api import Page, expect

from jinguo.people.models import Person
from jinguo.roster.models import Appointment
from tests.browser.conftest import sign_in

pytestmark = pytest.mark.browser


def woman(code: str, name: str) -> Person:
    """The first who sits in a unit, from now on of this name."""
    seats = Appointment.objects.filter(federation__division__versions__code=code, ends_on=None)
    found = seats.earliest("pk").person
    Person.objects.filter(pk=found.pk).update(name=name, phone="", birth_month=None)
    found.refresh_from_db()
    return found


@pytest.mark.parametrize("width", [390, 1440])
def test_a_township_chair_merges_two_records_and_parts_them(page: Page, width: int) -> None:
    she, other = woman("350423106201", "黎兰英"), woman("350423106203", "宋梅香")
    page.set_viewport_size({"width": width, "height": 844})
    sign_in(page, "township")

    page.goto(f"/people/{she.pk}/")
    page.get_by_role("link", name="与他人同一人").click()
    page.fill("#q", "songmeixiang")
    page.locator("main").get_by_role("button", name="查找").click()
    page.get_by_role("link", name="比对").click()
    page.locator(f"input[name=keep][value='{she.pk}']").check()
    page.get_by_role("button", name="是同一人，合并").click()
    expect(page.get_by_role("alert")).to_contain_text("依据")
    expect(page.locator(f"input[name=keep][value='{she.pk}']")).to_be_checked()
    page.fill("#reason", "本人说明婚后改名")
    page.get_by_role("button", name="是同一人，合并").click()
    page.wait_for_url(f"**/people/{she.pk}/")
    expect(page.locator("main")).to_contain_text("本人说明婚后改名")
    expect(page.locator("ol.line > li").first).to_be_visible()
    page.goto(f"/people/{other.pk}/")
    page.wait_for_url(f"**/people/{she.pk}/")

    page.locator("main").get_by_role("link", name="拆分").first.click()
    page.get_by_role("button", name="拆分").click()
    page.wait_for_url(f"**/people/{she.pk}/")
    page.goto(f"/people/{other.pk}/")
    expect(page.locator("h1")).to_have_text("宋梅香")

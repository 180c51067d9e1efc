"""A passkey made in the browser opens the account alone, and after the password."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from jinguo.audit.models import Entry
from tests.browser.conftest import sign_in

pytestmark = pytest.mark.browser


def with_device(page: Page) -> None:
    """The browser gets a device that knows its holder by the finger."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    device = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
        "hasUserVerification": True, "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }  # fmt: skip
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": device})


def test_a_passkey_is_added_and_opens_the_account(browser: Browser, address: str) -> None:
    here = address.replace("127.0.0.1", "localhost")  # a number is no name for a passkey
    context = browser.new_context(base_url=here, locale="zh-CN")
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "console",
        lambda line: complaints.append(line.text) if "Content Security" in line.text else None,
    )
    with_device(page)
    sign_in(page, "village")
    page.goto("/me/")
    page.get_by_role("link", name="添加通行密钥").click()
    page.fill("#id_password", "qingliu-2017")
    page.get_by_role("button", name="继续").click()
    expect(page.locator("#id_name")).to_have_value("电脑")
    page.get_by_role("button", name="添加").click()
    expect(page.locator("h1")).to_have_text("备用码")
    page.goto("/me/")
    expect(page.locator("main")).to_contain_text("尚未使用")
    page.get_by_role("button", name="退出").click()

    page.goto("/sign-in/?next=/me/password/")
    page.get_by_role("button", name="用通行密钥登录").click()
    page.wait_for_url(re.compile(r"^[^?]*/me/password/$"))
    page.goto("/me/")
    expect(page.locator("main")).to_contain_text("上次使用")
    page.get_by_role("button", name="退出").click()

    page.goto("/sign-in/")
    page.fill("#id_login", "village")
    page.fill("#id_password", "qingliu-2017")
    page.get_by_role("button", name="登录", exact=True).click()
    page.get_by_role("button", name="使用通行密钥").click()
    page.wait_for_url("**/today/")

    page.goto("/me/")
    page.get_by_role("link", name=re.compile("^改名")).click()
    page.fill("#id_password", "qingliu-2017")
    page.get_by_role("button", name="继续").click()
    page.fill("#id_name", "值班电脑")
    page.get_by_role("button", name="改名").click()
    expect(page.locator("main")).to_contain_text("值班电脑")
    page.get_by_role("link", name=re.compile("^移除")).click()
    page.get_by_role("button", name="移除").click()
    expect(page.locator("main")).to_contain_text("通行密钥已移除")
    context.close()

    assert not complaints
    verbs = Entry.objects.filter(verb__startswith="passkey").order_by("pk")
    assert list(verbs.values_list("verb", flat=True)) == [
        "passkey.added", "passkey.used", "passkey.used", "passkey.renamed", "passkey.removed",
    ]  # fmt: skip


def test_at_an_address_of_numbers_it_is_said_why_there_are_none(page: Page) -> None:
    page.goto("/sign-in/")
    expect(page.get_by_role("button", name="用通行密钥登录")).to_have_count(0)
    sign_in(page, "village")
    page.goto("/me/")
    expect(page.locator("main")).to_contain_text("当前网址不提供通行密钥")

"""A real server on a database of its own, and Chromium in front of it.

Without a browser these tests are skipped; ``REQUIRE_BROWSER=1`` makes that a failure.
"""

import os
import re
import shutil
import threading
import time
from collections.abc import Callable, Iterator

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SECONDS_TO_START = 20


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium as the machine has it."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        if os.environ.get("REQUIRE_BROWSER") == "1":
            pytest.fail("REQUIRE_BROWSER=1, but there is no chromium")
        pytest.skip("there is no chromium")
    with sync_playwright() as playwright:
        # Playwright keeps a loop running in this thread; Django would take it for async code.
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
        chromium = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield chromium
        chromium.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def address(own_database: Callable[[str], str], qingliu_database: str) -> Iterator[str]:
    """The demo county, served as ``jinguo serve`` does it, as the application's role."""
    from jinguo.config.asgi import application

    own_database(qingliu_database)
    config = uvicorn.Config(
        application, host="127.0.0.1", port=0, log_level="warning", timeout_graceful_shutdown=1
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + SECONDS_TO_START
    while not server.started and time.monotonic() < until:
        time.sleep(0.02)
    assert server.started
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(SECONDS_TO_START)


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A fresh window on the server; errors of scripts and blocked loads fail the test."""
    context = browser.new_context(
        base_url=address, viewport={"width": 1440, "height": 900}, locale="zh-CN"
    )
    window = context.new_page()
    complaints: list[str] = []
    window.on("pageerror", lambda error: complaints.append(str(error)))
    window.on(
        "console",
        lambda line: complaints.append(line.text) if "Content Security" in line.text else None,
    )
    yield window
    context.close()
    assert not complaints


@pytest.fixture
def office(page: Page) -> Page:
    """The county office, signed in."""
    sign_in(page, "county")
    return page


def sign_in(page: Page, username: str) -> None:
    """Sign in as somebody of the demo."""
    from jinguo.cli.demo import PASSWORD

    page.goto("/sign-in/")
    page.fill("#id_login", username)
    page.fill("#id_password", PASSWORD)
    page.click("main button")
    page.wait_for_url(re.compile(r"/(units|today)/"))

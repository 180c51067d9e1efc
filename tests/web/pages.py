"""Reading pages in tests."""

import re
from html.parser import HTMLParser

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

DAY = "day=2017-07-31"
BOTH = "day=2017-07-31&compare=2017-05-10"


def text(client: Client, url: str, status: int = 200) -> str:
    """The page's HTML, after redirects; its last status must be the one given."""
    response = client.get(url, follow=True)
    assert response.status_code == status, (url, response.status_code)
    return response.content.decode()


def figure(page: str, name: str) -> str:
    """The number marked with ``data-figure``."""
    found = re.search(rf'data-figure="{name}"[^>]*>([^<]*)<', page)
    assert found, f"no figure {name}"
    return found[1]


def queries(client: Client, url: str) -> int:
    """How many queries the page takes."""
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


class _Form(HTMLParser):
    """What a browser would send of the forms of a page, as they are filled in."""

    def __init__(self) -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self._select = self._area = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        name = told.get("name") or ""
        if tag == "input" and name:
            if told.get("type") in ("checkbox", "radio"):
                if "checked" in told:
                    self.values[name] = told.get("value") or "on"
            elif told.get("type") != "file":
                self.values[name] = told.get("value") or ""
        elif tag == "select":
            self._select = name
        elif (
            tag == "option"
            and self._select
            and ("selected" in told or self._select not in self.values)
        ):
            self.values[self._select] = told.get("value") or ""
        elif tag == "textarea":
            self._area = name
            self.values[name] = ""

    def handle_endtag(self, tag: str) -> None:
        if tag in ("select", "textarea"):
            self._select = self._area = ""

    def handle_data(self, data: str) -> None:
        if self._area:
            self.values[self._area] += data


def filled_in(page: str) -> dict[str, str]:
    """The fields of a page with what stands in them, as they would be sent."""
    form = _Form()
    form.feed(page)
    return form.values

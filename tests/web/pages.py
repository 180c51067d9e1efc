"""Reading pages in tests."""

import re

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

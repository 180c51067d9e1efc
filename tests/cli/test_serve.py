"""``jinguo serve``: what is wrong is said before anything is promised."""

import socket
from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner
from django.conf import LazySettings, settings
from django.test import Client, override_settings

from jinguo.cli.demo import demo
from jinguo.cli.serve import AddressUnusable, PortBusy, answer_to, require_free, serve
from jinguo.kernel.origin import origin_of


@pytest.fixture
def changed() -> Iterator[LazySettings]:
    """Settings that serving may change; put back afterwards."""
    with override_settings():
        yield settings


@pytest.fixture
def busy() -> Iterator[int]:
    """A port on which somebody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


@pytest.mark.parametrize("command", [serve, demo], ids=["serve", "demo"])
@pytest.mark.parametrize("port", ["99999", "0", "-1", "http"])
def test_a_port_that_cannot_be_is_wrong_usage(command: click.Command, port: str) -> None:
    assert CliRunner().invoke(command, ["--port", port]).exit_code == 2


def test_a_busy_port_is_told_before_serving_is(busy: int) -> None:
    result = CliRunner().invoke(serve, ["--port", str(busy)])

    assert result.exit_code == 1
    assert isinstance(result.exception, PortBusy)
    assert str(busy) in str(result.exception)
    assert "http://" not in result.output


def test_an_address_of_another_machine_is_told() -> None:
    with pytest.raises(AddressUnusable):
        require_free("192.0.2.1", 8000)


def test_a_free_port_stays_free() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]

    require_free("127.0.0.1", port)
    require_free("127.0.0.1", port)


@pytest.mark.parametrize(
    "url",
    ["women.example", "192.0.2.10:8000", "https://women.example/office", "ftp://women.example",
     "https://", "https://women.example?x=1", "https://a:b@women.example", "https://[::1",
     "http://women.example:99999", "http://wo men.example"],
)  # fmt: skip
def test_a_public_address_that_is_none_is_wrong_usage(url: str) -> None:
    result = CliRunner().invoke(serve, ["--public-url", url])

    assert result.exit_code == 2
    assert "https://women.example" in result.output


def test_an_address_is_kept_as_its_origin() -> None:
    assert origin_of("https://Women.Example/") == "https://women.example"
    assert origin_of("http://[2001:db8::1]:8000") == "http://[2001:db8::1]:8000"
    assert origin_of("") == ""


@pytest.mark.usefixtures("qingliu")
@pytest.mark.parametrize(
    ("public", "secure"), [("https://women.example", True), ("http://192.0.2.10:8000", False)]
)
def test_cookies_travel_over_https_only_where_the_address_is_https(
    changed: LazySettings, public: str, secure: bool
) -> None:
    answer_to("0.0.0.0", public)  # noqa: S104

    response = Client(headers={"host": public.partition("//")[2]}).get("/sign-in/")

    assert response.status_code == 200
    assert bool(response.cookies["csrftoken"]["secure"]) is secure
    assert changed.SESSION_COOKIE_SECURE is secure
    assert public in changed.CSRF_TRUSTED_ORIGINS


@pytest.mark.parametrize(
    ("host", "answers", "refuses"),
    [("::1", "[::1]:8000", "women.example"), ("::", "women.example", ""),
     ("192.0.2.1", "192.0.2.1", "women.example")],
)  # fmt: skip
@pytest.mark.usefixtures("qingliu")
def test_pages_answer_to_where_they_are_served(
    changed: LazySettings, host: str, answers: str, refuses: str
) -> None:
    answer_to(host)

    assert Client(headers={"host": answers}).get("/sign-in/").status_code == 200
    if refuses:
        assert Client(headers={"host": refuses}).get("/sign-in/").status_code == 400

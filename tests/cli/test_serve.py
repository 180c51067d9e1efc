"""``jinguo serve``: what is wrong is said before anything is promised."""

import socket
from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from jinguo.cli.demo import demo
from jinguo.cli.serve import AddressUnusable, PortBusy, require_free, serve


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

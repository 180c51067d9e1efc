"""A DATABASE_URL that does not lead to a database is told in one sentence, without its password."""

import os
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

import pytest

from jinguo.database.cluster import ensure_running

SECRET = "kaihua-2017"


def run(home: Path, url: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "jinguo.config.settings",
        "JINGUO_HOME": str(home),
        "JINGUO_LANGUAGE": "en",
        "DATABASE_URL": url,
    }
    del environment["JINGUO_DATABASE"]
    return subprocess.run(
        [sys.executable, "-m", "jinguo", "account", "list"],
        env=environment, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip


def told(done: subprocess.CompletedProcess[str]) -> str:
    """What was said: one line, no traceback, no password."""
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert SECRET not in done.stdout + done.stderr
    (line,) = done.stderr.strip().splitlines()
    return line


@contextmanager
def peer(answer: Callable[[socket.socket], None]) -> Iterator[int]:
    """Something that listens on a port and is no PostgreSQL of ours."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.2)
        done = threading.Event()

        def serve() -> None:
            while not done.is_set():
                with suppress(OSError):
                    session, _ = listening.accept()
                    with session:
                        session.settimeout(3)
                        answer(session)

        thread = threading.Thread(target=serve)
        thread.start()
        yield listening.getsockname()[1]
        done.set()
        thread.join(10)


def as_web_server(session: socket.socket) -> None:
    session.recv(1000)
    session.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")


def as_nobody(session: socket.socket) -> None:
    session.recv(1000)
    session.recv(1000)


def as_postgres_13(session: socket.socket) -> None:
    size, code = struct.unpack("!II", session.recv(8))
    if code == 80877103:  # may we encrypt?
        session.sendall(b"N")
        size, code = struct.unpack("!II", session.recv(8))
    session.recv(size - 8)

    def message(kind: bytes, body: bytes) -> bytes:
        return kind + struct.pack("!I", len(body) + 4) + body

    states = (b"server_version\x0013.14\x00", b"client_encoding\x00UTF8\x00")
    session.sendall(
        message(b"R", struct.pack("!I", 0))
        + b"".join(message(b"S", state) for state in states)
        + message(b"Z", b"I")
    )
    session.recv(1000)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        (f"postgresql://a:{SECRET}@127.0.0.1:1/b", ["127.0.0.1:1", "DATABASE_URL"]),
        (f"postgresql://a:{SECRET}@no-such-host.invalid/b", ["no-such-host.invalid"]),
        (f"postgresql://a:{SECRET}@127.0.0.1:99999/b", ["65535"]),
        (f"postgresql://a:{SECRET}", ["user"]),
        (f"postgresql://a:{SECRET}%zz@127.0.0.1/b", ["%40"]),
        (f"postgresql://a:x@{SECRET}@127.0.0.1/b", ["%40"]),
        (f"host=127.0.0.1 user=a password={SECRET}", ["postgresql://"]),
        (f"mysql://a:{SECRET}@127.0.0.1/b", ["postgresql://"]),
        (f"a:{SECRET}@127.0.0.1/b", ["postgresql://"]),
    ],
)
def test_an_address_that_leads_nowhere(tmp_path: Path, url: str, words: list[str]) -> None:
    line = told(run(tmp_path, url))

    assert all(word in line for word in words), line


def test_a_wrong_password(django_db_setup: None, tmp_path: Path) -> None:
    host = quote(str(ensure_running().socket_folder), safe="")

    line = told(run(tmp_path, f"postgresql://jinguo_app:{SECRET}@{host}:5432/jinguo"))

    assert "does not let us in" in line
    assert "password" in line


def test_a_role_that_may_not_make_tables(django_db_setup: None, tmp_path: Path) -> None:
    server = ensure_running()
    host = quote(str(server.socket_folder), safe="")
    word = server.passwords["jinguo_auditor"]

    line = told(run(tmp_path, f"postgresql://jinguo_auditor:{word}@{host}:5432/postgres"))

    assert "permission denied" in line
    assert word not in line


def test_a_server_of_another_kind(tmp_path: Path) -> None:
    with peer(as_web_server) as port:
        assert f"127.0.0.1:{port}" in told(run(tmp_path, f"postgresql://a:b@127.0.0.1:{port}/c"))


def test_a_server_that_is_too_old(tmp_path: Path) -> None:
    with peer(as_postgres_13) as port:
        line = told(run(tmp_path, f"postgresql://a:b@127.0.0.1:{port}/c"))

    assert "PostgreSQL 13" in line
    assert "15" in line


def test_a_server_that_says_nothing(tmp_path: Path) -> None:
    with peer(as_nobody) as port:
        told(run(tmp_path, f"postgresql://a:b@127.0.0.1:{port}/c?connect_timeout=2"))

"""Processes that use the database of a home, and what can be seen of its server from outside."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from typing import Any

from jinguo.database.leftovers import leftovers

PROJECT = Path(__file__).resolve().parents[2]
OURS = ("JINGUO_", "DATABASE_", "DJANGO_", "PG", "XDG_RUNTIME_DIR", "MORE_APPS")

Environment = dict[str, str]
Visit = Callable[..., "Visitor"]


class Refused(Exception):
    """What a visitor's code raised: the name of the class, then the text."""


class Visitor:
    """A running process that uses the database of one home."""

    def __init__(self, environment: Environment, *, through: tuple[str, ...] = ()) -> None:
        self.process = subprocess.Popen(
            [*through, sys.executable, "-m", "tests.database.visitor"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
            cwd=PROJECT,
        )

    def tell(self, code: str) -> None:
        assert self.process.stdin
        self.process.stdin.write(json.dumps(dedent(code)) + "\n")
        self.process.stdin.flush()

    def hear(self) -> Any:
        assert self.process.stdout
        line = self.process.stdout.readline()
        assert line, "the visitor died"
        answer = json.loads(line)
        if "error" in answer:
            raise Refused(f"{answer['error']}: {answer['text']}")
        return answer["value"]

    def ask(self, code: str) -> Any:
        self.tell(code)
        return self.hear()

    def prepare(self) -> None:
        self.ask("from jinguo.database.bootstrap import prepare_database; prepare_database()")

    def sql(self, statement: str) -> list[list[Any]]:
        rows: list[list[Any]] = self.ask(f"""
            from django.db import connection
            with connection.cursor() as cursor:
                cursor.execute({statement!r})
                value = cursor.fetchall() if cursor.description else []
        """)
        return rows

    def leave(self) -> None:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.close()
        self.process.wait(20)
        self.process.stdout.close()

    def kill(self) -> None:
        self.process.kill()
        self.leave()


def environment_for(home: Path, **more: str) -> Environment:
    """This process's environment with another home and nothing else of ours."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith(OURS)}
    return {
        **kept,
        "JINGUO_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "tests.database.small_settings",
        **more,
    }


def servers(home: Path) -> list[int]:
    """The pids of every PostgreSQL process on this home."""
    return leftovers(Path(os.path.realpath(home)) / "postgres")


def postmaster(home: Path) -> int:
    """The pid of the running server."""
    return int((home / "postgres" / "postmaster.pid").read_text().split()[0])


def watcher(home: Path) -> int:
    """The pid of the process that watches the running server."""
    status = Path(f"/proc/{postmaster(home)}/stat").read_text()
    return int(status.rpartition(")")[2].split()[1])


def dismiss(home: Path) -> None:
    """Tell the watcher, if there is one, to stop the server now rather than in a second."""
    with contextlib.suppress(OSError, IndexError):
        pid = watcher(home)
        if pid > 1:
            os.kill(pid, signal.SIGTERM)


def eventually(holds: Callable[[], bool], seconds: float) -> bool:
    """Whether a condition comes true in time."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def assert_gone(home: Path) -> None:
    """No server process of this home within four seconds."""
    assert eventually(lambda: not servers(home), 4), servers(home)

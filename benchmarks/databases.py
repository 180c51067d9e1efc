"""Databases for the runs: one prepared template, one fresh copy of it for every run."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import connection

from jinguo.database.bootstrap import create_database, drop_database, prepare_database
from jinguo.database.owner import as_owner

EMPTY = "bench_empty"
RUN = "bench_run"


def start() -> dict[str, str]:
    """Make the empty database anew; returns what the server promises.

    Raises ``SystemExit`` where a commit would not be on the disk.
    """
    _point_to(EMPTY)
    drop_database(EMPTY)
    prepare_database()
    found = {}
    with connection.cursor() as cursor:
        for name in ("server_version", "fsync", "synchronous_commit", "full_page_writes"):
            cursor.execute(f"show {name}")
            found[name] = cursor.fetchone()[0]
    if (found["fsync"], found["synchronous_commit"]) != ("on", "on"):
        raise SystemExit(f"Commits are not durable here: {found}")
    return found


def make_template(name: str, fill: Callable[[], object]) -> str:
    """A database with all tables and what ``fill`` writes, analysed as autovacuum would."""
    _point_to(EMPTY)
    drop_database(name)
    create_database(name, template=EMPTY)
    _point_to(name)
    fill()
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("analyze")
    _point_to(EMPTY)
    return name


@contextmanager
def fresh(template: str) -> Iterator[None]:
    """Work, connected, in a copy of a template; it is dropped afterwards."""
    _point_to(EMPTY)
    drop_database(RUN)
    create_database(RUN, template=template)
    with inside(RUN):
        yield
    drop_database(RUN)


@contextmanager
def inside(name: str) -> Iterator[None]:
    """Work, connected, in a database that exists."""
    _point_to(name)
    connection.ensure_connection()
    try:
        yield
    finally:
        _point_to(EMPTY)


def _point_to(name: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = name
    if "NAME" in connection.settings_dict["OWNER"]:
        connection.settings_dict["OWNER"]["NAME"] = name

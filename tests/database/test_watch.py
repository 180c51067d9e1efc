"""What the watcher does besides watching: stale pid files, a log that stays small."""

import os
import shutil
import time
from pathlib import Path

import pytest

from jinguo.database.identity import PORT, Identity
from jinguo.database.watch import LOG, LOG_LIMIT, Watch
from tests.database.visiting import Refused, Visit


def a_watch(home: Path) -> Watch:
    identity = Identity("self", os.geteuid(), os.getegid())
    return Watch(home, home / "postgres", "postgres", str(home), identity)


def test_the_log_is_moved_aside_when_it_grows_too_long(short_folder: Path) -> None:
    log = short_folder / LOG
    log.write_bytes(b"x" * (LOG_LIMIT + 1))

    a_watch(short_folder).limit_log()
    a_watch(short_folder).limit_log()

    assert log.stat().st_size == 0
    assert log.with_suffix(".log.1").stat().st_size == LOG_LIMIT + 1


def test_a_socket_that_was_cleaned_away_comes_back(ready_home: Path, visit: Visit) -> None:
    visitor = visit(ready_home)
    visitor.sql("SELECT 1")
    time.sleep(1)

    shutil.rmtree((ready_home / "socket.path").read_text())
    visitor.ask("from django.db import connection; connection.close()")

    assert visitor.sql("SELECT count(*) FROM ledger") == [[0]]


def test_a_stale_pid_that_now_is_another_program_is_no_obstacle(
    ready_home: Path, visit: Visit
) -> None:
    data = ready_home / "postgres"
    (data / "postmaster.pid").write_text(f"{os.getpid()}\n{data}\n1\n{PORT}\n\n\n")

    assert visit(ready_home).sql("SELECT count(*) FROM ledger") == [[0]]


def test_no_data_of_people_in_the_log_or_in_an_error(ready_home: Path, visit: Visit) -> None:
    visitor = visit(ready_home)
    visitor.sql("INSERT INTO auth_group (name) VALUES ('19900000001')")

    with pytest.raises(Refused, match="duplicate key") as refused:
        visitor.sql("INSERT INTO auth_group (name) VALUES ('19900000001')")
    with pytest.raises(Refused, match="invalid input syntax") as copied:
        visitor.ask("""
            from django.db import connection
            from jinguo.database.copying import copy_rows
            with connection.cursor() as cursor:
                copy_rows(cursor, "auth_group", ["name", "id"], [("19900000002", "?")])
        """)

    log = (ready_home / LOG).read_text()
    assert "duplicate key" in log
    for told in (log, str(refused.value), str(copied.value)):
        assert "1990000000" not in told

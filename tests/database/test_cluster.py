"""The embedded server: starts from nothing, is shared, comes back, leaves with its last user."""

import os
import signal
import stat
import time
from pathlib import Path
from typing import Any

import pytest

from jinguo.database.sockets import LONGEST
from tests.database.visiting import (
    Refused,
    Visit,
    Visitor,
    assert_gone,
    eventually,
    postmaster,
    servers,
    watcher,
)

JOIN = """
from jinguo.database.cluster import ensure_running
value = str(ensure_running().socket_folder)
"""


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def request(visitor: Visitor, statement: str) -> list[list[Any]] | None:
    """As a page does it: look at the old connection, then ask; None where that failed."""
    try:
        visitor.ask("from django.db import close_old_connections; close_old_connections()")
        return visitor.sql(statement)
    except Refused:
        return None


def test_first_use_of_an_empty_home_sets_everything_up(jinguo_home: Path, visit: Visit) -> None:
    visitor = visit(jinguo_home)

    visitor.prepare()

    assert visitor.sql("SELECT current_user, current_database()") == [["jinguo_app", "jinguo"]]
    assert visitor.sql("SELECT count(*) FROM auth_user") == [[0]]


def test_two_processes_that_start_at_once_share_one_server(jinguo_home: Path, visit: Visit) -> None:
    visitors = [visit(jinguo_home) for _ in range(4)]

    for visitor in visitors:
        visitor.tell("from jinguo.database.bootstrap import prepare_database; prepare_database()")
    for visitor in visitors:
        visitor.hear()

    started = {visitor.sql("SELECT pg_postmaster_start_time()::text")[0][0] for visitor in visitors}
    assert len(started) == 1


def test_many_threads_of_one_process_share_one_server(jinguo_home: Path, visit: Visit) -> None:
    found = visit(jinguo_home).ask("""
        from concurrent.futures import ThreadPoolExecutor
        from jinguo.database.cluster import ensure_running
        with ThreadPoolExecutor(8) as pool:
            value = [str(pool.submit(ensure_running).result().socket_folder) for _ in range(16)]
    """)

    assert len(set(found)) == 1


def test_a_killed_postgres_comes_back_under_its_users(ready_home: Path, visit: Visit) -> None:
    visitor = visit(ready_home)
    visitor.sql("INSERT INTO ledger (words) VALUES ('kept')")

    os.kill(postmaster(ready_home), signal.SIGKILL)

    assert eventually(lambda: request(visitor, "SELECT words FROM ledger") == [["kept"]], 5)


def test_a_killed_postgres_with_a_busy_backend_comes_back(ready_home: Path, visit: Visit) -> None:
    busy, other = visit(ready_home), visit(ready_home)
    busy.tell("""
        from django.db import connection
        connection.cursor().execute("SELECT count(*) FROM generate_series(1, 3000000000)")
    """)
    other.sql("SELECT 1")
    time.sleep(0.3)

    os.kill(postmaster(ready_home), signal.SIGKILL)

    assert eventually(lambda: request(other, "SELECT count(*) FROM ledger") == [[0]], 5)
    with pytest.raises(Refused, match="OperationalError"):
        busy.hear()


def test_a_killed_watcher_is_replaced_on_the_next_use(ready_home: Path, visit: Visit) -> None:
    visitor = visit(ready_home)
    visitor.ask(JOIN)
    first = watcher(ready_home)

    os.kill(first, signal.SIGKILL)
    visitor.ask("from django.db import connection; connection.close()")

    assert visitor.sql("SELECT count(*) FROM ledger") == [[0]]
    assert watcher(ready_home) != first


def test_killing_watcher_and_postgres_together_heals(ready_home: Path, visit: Visit) -> None:
    visitor = visit(ready_home)
    visitor.ask(JOIN)

    for pid in (watcher(ready_home), postmaster(ready_home)):
        os.kill(pid, signal.SIGKILL)
    visitor.ask("from django.db import connection; connection.close()")

    assert visitor.sql("SELECT count(*) FROM ledger") == [[0]]


def test_no_server_outlives_a_killed_only_user(ready_home: Path, visit: Visit) -> None:
    visitor = visit(ready_home)
    visitor.ask(JOIN)
    assert servers(ready_home)

    visitor.kill()

    assert_gone(ready_home)


def test_no_server_outlives_a_kill_of_user_and_watcher(ready_home: Path, visit: Visit) -> None:
    visitor = visit(ready_home)
    visitor.ask(JOIN)

    os.kill(watcher(ready_home), signal.SIGKILL)
    visitor.kill()

    assert_gone(ready_home)


def test_the_server_stays_while_one_of_two_users_does(ready_home: Path, visit: Visit) -> None:
    leaving, staying = visit(ready_home), visit(ready_home)
    leaving.ask(JOIN)
    staying.ask(JOIN)
    running = postmaster(ready_home)

    leaving.leave()
    time.sleep(2)

    assert postmaster(ready_home) == running
    staying.leave()
    assert_gone(ready_home)


def test_whoever_comes_while_the_server_stops_gets_a_new_one(
    ready_home: Path, visit: Visit
) -> None:
    first, second = visit(ready_home), visit(ready_home)
    first.leave()
    assert eventually(lambda: not (ready_home / "postgres/postmaster.pid").exists(), 4)

    assert second.sql("SELECT count(*) FROM ledger") == [[0]]


def test_a_forked_child_is_a_user_of_its_own(ready_home: Path, visit: Visit) -> None:
    visitor = visit(ready_home)
    pid = visitor.ask("""
        import os, time
        from jinguo.database.cluster import ensure_running
        ensure_running()
        reading, writing = os.pipe()
        value = os.fork()
        if value == 0:
            ensure_running()
            os.write(writing, b"joined")
            time.sleep(60)
            os._exit(0)
        os.read(reading, 6)
    """)

    visitor.kill()
    time.sleep(2)
    assert servers(ready_home)

    os.kill(pid, signal.SIGKILL)
    assert_gone(ready_home)


def test_no_folder_of_others_changes_and_ours_are_closed(jinguo_home: Path, visit: Visit) -> None:
    parent = jinguo_home.parent
    before = {path: mode(path) for path in (parent, parent.parent)}

    socket_folder = Path(visit(jinguo_home).ask(JOIN))

    assert before == {path: mode(path) for path in before}
    assert before[parent] == 0o700
    assert mode(jinguo_home) == mode(jinguo_home / "postgres") == mode(socket_folder) == 0o700
    assert mode(jinguo_home / "postgres.passwords") == 0o600
    assert mode(jinguo_home / "postgres.log") == 0o600


def test_a_home_with_a_long_path_works(short_folder: Path, visit: Visit) -> None:
    home = short_folder / ("a" * 120) / ("b" * 120)

    socket_folder = visit(home).ask(JOIN)

    assert len(str(home)) > 107
    assert len(socket_folder) <= LONGEST


def test_a_first_start_that_was_killed_heals(jinguo_home: Path, visit: Visit) -> None:
    unfinished = jinguo_home / "postgres.unfinished-1" / "base"
    unfinished.mkdir(parents=True)
    (unfinished.parent / "PG_VERSION").write_text("18\n")
    (jinguo_home / "postgres").mkdir()

    visitor = visit(jinguo_home)
    visitor.prepare()

    assert visitor.sql("SELECT count(*) FROM ledger") == [[0]]
    assert not unfinished.parent.exists()


def test_killing_the_first_user_at_any_moment_leaves_a_home_that_works(
    jinguo_home: Path, visit: Visit
) -> None:
    for milliseconds in (50, 150, 300, 500, 700):
        victim = visit(jinguo_home)
        victim.tell("from jinguo.database.bootstrap import prepare_database; prepare_database()")
        time.sleep(0.2 + milliseconds / 1000)
        victim.kill()

    visitor = visit(jinguo_home)
    visitor.prepare()

    assert visitor.sql("SELECT count(*) FROM ledger") == [[0]]


def test_data_of_another_version_are_refused_and_left_alone(
    jinguo_home: Path, visit: Visit
) -> None:
    data = jinguo_home / "postgres"
    data.mkdir(parents=True)
    (data / "PG_VERSION").write_text("11\n")

    with pytest.raises(Refused, match="DataVersionOther"):
        visit(jinguo_home).ask(JOIN)

    assert [path.name for path in data.iterdir()] == ["PG_VERSION"]


def test_a_server_that_cannot_start_says_why(ready_home: Path, visit: Visit) -> None:
    visitor = visit(ready_home)
    visitor.ask(JOIN)
    visitor.leave()
    assert_gone(ready_home)
    (ready_home / "postgres" / "global" / "pg_control").unlink()

    with pytest.raises(Refused, match=r"ServerDidNotStart.*could not find the database system"):
        visit(ready_home).ask(JOIN)


def test_a_socket_folder_of_others_is_refused(
    ready_home: Path, short_folder: Path, visit: Visit
) -> None:
    runtime = short_folder / "run"
    runtime.mkdir(mode=0o700)
    visitor = visit(ready_home, XDG_RUNTIME_DIR=str(runtime))
    visitor.ask(JOIN)
    visitor.leave()
    assert_gone(ready_home)
    folder = Path((ready_home / "socket.path").read_text())
    assert folder.parent == runtime
    assert eventually(lambda: not folder.exists(), 4)
    folder.mkdir()
    folder.chmod(0o755)

    with pytest.raises(Refused, match="SocketFolderForeign"):
        visit(ready_home, XDG_RUNTIME_DIR=str(runtime)).ask(JOIN)


def test_importing_and_asking_for_settings_makes_nothing(jinguo_home: Path, visit: Visit) -> None:
    visitor = visit(jinguo_home)

    visitor.ask("""
        import os
        import jinguo.database.backend.base, jinguo.database.bootstrap, jinguo.database.dump
        from django.db import connection
        from jinguo.database.settings import databases
        value = databases(os.environ)["default"]["NAME"], connection.vendor
    """)

    assert not jinguo_home.exists()

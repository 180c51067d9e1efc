"""As whom the server runs: root too gets a server, by whatever way is open."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.database.visiting import PROJECT, Visit

WITHOUT_NAMESPACES = (sys.executable, "-m", "tests.database.without_namespaces")
AS_ORDINARY_USER = ("unshare", "--user", "--map-user=1000", "--map-group=1000")
WHO = """
    from jinguo.database.account import choose
    from jinguo.database.home import home
    value = choose(home() / "postgres").mode
"""


def possible(through: tuple[str, ...]) -> bool:
    if os.geteuid() != 0 or not sys.platform.startswith("linux"):
        return False
    command = [*through, "/bin/true"]
    return subprocess.run(command, capture_output=True, cwd=PROJECT, check=False).returncode == 0


def test_the_server_never_runs_as_root_and_its_files_stay_ours(
    jinguo_home: Path, visit: Visit
) -> None:
    visitor = visit(jinguo_home)
    visitor.prepare()

    assert (jinguo_home / "postgres").stat().st_uid == os.geteuid() or os.geteuid() == 0
    assert visitor.ask(WHO) in (("namespace", "drop") if os.geteuid() == 0 else ("self",))


@pytest.mark.skipif(not possible(WITHOUT_NAMESPACES), reason="needs root and user namespaces")
def test_root_without_namespaces_uses_an_ordinary_account_in_a_closed_home(
    jinguo_home: Path, visit: Visit
) -> None:
    first = visit(jinguo_home, through=WITHOUT_NAMESPACES)
    first.prepare()
    first.sql("INSERT INTO ledger (words) VALUES ('kept')")
    first.leave()

    later = visit(jinguo_home)

    assert later.sql("SELECT words FROM ledger") == [["kept"]]
    assert later.ask(WHO) == "drop"
    assert (jinguo_home / "postgres").stat().st_uid != 0
    assert stat.S_IMODE(jinguo_home.stat().st_mode) == 0o700


@pytest.mark.skipif(not possible(AS_ORDINARY_USER), reason="needs root and user namespaces")
def test_an_ordinary_user_runs_the_server_herself(jinguo_home: Path, visit: Visit) -> None:
    visitor = visit(jinguo_home, through=AS_ORDINARY_USER)
    visitor.prepare()

    assert visitor.ask(WHO) == "self"
    assert visitor.sql("SELECT count(*) FROM ledger") == [[0]]

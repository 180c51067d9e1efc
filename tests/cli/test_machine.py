"""Machines that are in the way: full, foreign, of another language. Sentences, never tracebacks."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

import pytest
from django.db import connection, transaction

from jinguo.database.home import home

Done = subprocess.CompletedProcess[bytes]
SUITE = {name: text for name, text in os.environ.items() if name == "DATABASE_URL"}
"""The server on which the suite runs, where it is not the machine's own."""
FULL_DISK = ("bash", "-c", 'ulimit -f 0; exec "$@"', "full")


def environment(place: Path, **more: str) -> dict[str, str]:
    kept = {
        name: text
        for name, text in os.environ.items()
        if not name.startswith(("JINGUO_", "DATABASE_URL"))
    }
    settings = {"DJANGO_SETTINGS_MODULE": "jinguo.config.settings", "JINGUO_HOME": str(place)}
    return {**kept, **settings, **more}


def jinguo(place: Path, *words: str, through: tuple[str, ...] = (), **more: str) -> Done:
    done = subprocess.run(
        [*through, sys.executable, "-m", "jinguo", *words],
        env=environment(place, **more), capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return done


def test_the_doctor_makes_nothing_and_tries_no_port_unasked(tmp_path: Path) -> None:
    done = jinguo(tmp_path / "home", "doctor")

    assert done.returncode == 0, done.stdout.decode()
    assert b"port" not in done.stdout
    assert not (tmp_path / "home").exists()
    assert b"port" in jinguo(tmp_path / "home", "doctor", "--port", "8187").stdout


def test_on_a_full_disk_the_doctor_says_what_it_found(tmp_path: Path) -> None:
    data = tmp_path / "postgres"
    data.mkdir(mode=0o700)
    (data / "PG_VERSION").write_text("18\n")

    done = jinguo(tmp_path, "doctor", through=FULL_DISK)

    assert done.returncode == 1
    assert "✓ python" in done.stdout.decode()
    assert "✗ server" in done.stdout.decode()


@pytest.mark.parametrize("words", [("account", "list"), ("demo", "--no-serve"), ("serve",)])
def test_on_a_full_disk_a_command_says_so(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = jinguo(tmp_path / "home", *words, through=FULL_DISK)

    assert done.returncode == 1
    assert len(done.stderr.decode().strip().splitlines()) == 1


def test_a_data_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "postgres").write_text("not a folder")

    assert str(tmp_path / "postgres") in jinguo(tmp_path, "account", "list").stderr.decode()
    assert str(tmp_path / "postgres") in jinguo(tmp_path, "doctor").stdout.decode()


@pytest.mark.parametrize("name", ["zh_CN", "zh", "zh-Hans-CN", "zh_CN.UTF-8", "xx"])
def test_chinese_by_any_name(tmp_path: Path, name: str) -> None:
    assert "还没有数据库" in jinguo(tmp_path, "doctor", JINGUO_LANGUAGE=name).stdout.decode()


def test_english_by_any_name(tmp_path: Path) -> None:
    assert b"no database yet" in jinguo(tmp_path, "doctor", JINGUO_LANGUAGE="en_US").stdout


@pytest.mark.parametrize("encoding", ["gbk", "latin-1", "ascii"])
def test_a_terminal_that_lacks_characters(tmp_path: Path, encoding: str) -> None:
    done = jinguo(tmp_path / "home", "doctor", PYTHONIOENCODING=encoding)

    assert done.returncode == 0
    assert b"python" in done.stdout


def test_a_backup_told_to_end_takes_its_unfinished_file_away(
    own_database: Callable[[], str], tmp_path: Path
) -> None:
    name = own_database()
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE roster_appointment IN ACCESS EXCLUSIVE MODE")
        backup = subprocess.Popen(
            [sys.executable, "-m", "jinguo", "backup", str(tmp_path / "county.backup")],
            env=environment(home(), JINGUO_DATABASE=name, **SUITE),
        )
        end = monotonic() + 30
        while not list(tmp_path.iterdir()) and monotonic() < end:
            sleep(0.05)
        assert list(tmp_path.iterdir())
        sleep(0.5)
        backup.send_signal(signal.SIGTERM)
        assert backup.wait(20) == 128 + signal.SIGTERM

    assert list(tmp_path.iterdir()) == []

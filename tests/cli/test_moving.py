"""An office moves to another machine: backup, both keys, and everything is as it was."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from pytest_django import Settings

from jinguo.audit.actions import bring_key, bringing
from jinguo.audit.errors import KeyFromElsewhere, KeyOfAnother, NoKey
from jinguo.audit.models import Entry
from jinguo.cli.audit import audit
from jinguo.database.home import home
from jinguo.kernel.actor import system
from tests.audit.tampering import deeds
from tests.database.conftest import new_folder

READ = """
import django
from django.conf import settings
django.setup()
from jinguo.database.bootstrap import prepare_database
from jinguo.database.scope import open_for_process
prepare_database()
open_for_process()
from jinguo.people.models import Person
print(*sorted(Person.objects.exclude(phone="").values_list("phone", flat=True))[:3])
"""


def office(where: Path, *words: str, fails: bool = False) -> str:
    """A command, or a program, in the office of this home; what it said."""
    kept = {"PATH", "HOME", "TMPDIR", "LANG", "XDG_RUNTIME_DIR"}
    environment = {
        **{name: text for name, text in os.environ.items() if name in kept},
        "DJANGO_SETTINGS_MODULE": "jinguo.config.settings",
        "JINGUO_HOME": str(where),
    }
    done = subprocess.run(
        [sys.executable, *words], env=environment, capture_output=True, text=True, check=False,
        timeout=300,
    )  # fmt: skip
    assert (done.returncode != 0) == fails, done.stdout + done.stderr
    return done.stdout + done.stderr


def jinguo(where: Path, *words: str, fails: bool = False) -> str:
    return office(where, "-m", "jinguo", *words, fails=fails)


@pytest.fixture
def folder() -> Iterator[Path]:
    """An empty 0700 folder with a short path, where two machines have their homes."""
    made = new_folder()
    yield made
    shutil.rmtree(made, ignore_errors=True)


def test_with_a_backup_and_both_keys_nothing_is_lost(folder: Path) -> None:
    old, new = folder / "old", folder / "new"
    contact, record, saved = (folder / name for name in ("c.txt", "r.txt", "all.backup"))
    jinguo(old, "demo", "--no-serve")
    phones = office(old, "-c", READ)
    jinguo(old, "backup", str(saved))
    jinguo(old, "keys", "export", str(contact))
    jinguo(old, "audit", "key", "export", str(record))
    assert record.stat().st_mode & 0o777 == 0o600

    assert "恢复" in jinguo(new, "restore", str(saved), fails=True)  # and asks for the key
    jinguo(new, "audit", "key", "import", str(record))
    jinguo(new, "keys", "import", str(contact))

    assert "完整" in jinguo(new, "audit", "verify")
    assert "使用中" in jinguo(new, "keys", "show")
    assert office(new, "-c", READ) == phones
    assert phones.strip()
    assert (new / "audit.key").read_text().strip() == (old / "audit.key").read_text().strip()


@pytest.fixture
def own_key(db: None, monkeypatch: pytest.MonkeyPatch, settings: Settings) -> Settings:
    """A record of five entries, and a key file that may be written over."""
    monkeypatch.delenv(bringing.VARIABLE, raising=False)
    monkeypatch.setattr(bringing, "FILE", "brought.key")
    settings.AUDIT_KEY = "first-" * 6
    deeds(5)
    return settings


@pytest.mark.parametrize(
    ("text", "fault"), [("other-" * 6, KeyOfAnother), ("", NoKey), ("two words of a key", NoKey)]
)
def test_a_key_that_does_not_fit_changes_nothing(
    own_key: Settings, text: str, fault: type[Exception]
) -> None:
    before = Entry.objects.count()

    with pytest.raises(fault):
        bring_key(text=text, by=system())

    assert Entry.objects.count() == before
    assert not (home() / "brought.key").exists()
    assert own_key.AUDIT_KEY == "first-" * 6


def test_a_key_that_was_there_is_set_aside(own_key: Settings) -> None:
    file = home() / "brought.key"
    file.write_text("made-by-itself-in-between")
    try:
        bring_key(text=f"{'first-' * 6}\n", by=system())

        assert file.read_text() == "first-" * 6
        assert file.stat().st_mode & 0o777 == 0o600
        aside = file.with_name("brought.key.before.1")
        assert aside.read_text() == "made-by-itself-in-between"
        assert Entry.objects.latest("pk").verb == "key.record_brought"
    finally:
        for left in home().glob("brought.key*"):
            left.unlink()


def test_where_the_environment_gives_it_no_file_is_written(
    own_key: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(bringing.VARIABLE, "first-" * 6)

    with pytest.raises(KeyFromElsewhere):
        bring_key(text="first-" * 6, by=system())


def test_an_export_never_writes_over_a_file(tmp_path: Path) -> None:
    there = tmp_path / "key.txt"
    there.write_text("mine")

    done = CliRunner().invoke(audit, ["key", "export", str(there)])

    assert isinstance(done.exception, FileExistsError)
    assert there.read_text() == "mine"

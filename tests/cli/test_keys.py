"""``jinguo keys``: shown without being shown, copied, brought, renewed."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jinguo.cli.keys import keys
from jinguo.database.home import home_path
from jinguo.sealing import keyfile
from jinguo.sealing.cipher import fingerprint

OTHER = {1: bytes(range(32))}


def jinguo(*words: str) -> Result:
    """``jinguo keys`` with these words."""
    return CliRunner().invoke(keys, words)


@pytest.fixture(autouse=True)
def office(
    own_database: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[keyfile.Keys]:
    """An empty office with a key file of its own."""
    own_database("test_jinguo")
    first = keyfile.read_keys()
    monkeypatch.setattr(keyfile, "FILE", "commanded.key")
    keyfile.keep(first)
    yield first
    for left in home_path().glob("commanded.key*"):
        left.unlink()


def test_the_key_is_named_and_never_printed(office: keyfile.Keys) -> None:
    shown = jinguo("show")

    assert shown.exit_code == 0
    assert fingerprint(office[1]) in shown.output
    assert "使用中" in shown.output
    assert keyfile.written(office)[2:20] not in shown.output


def test_a_missing_key_is_shown_to_be_missing() -> None:
    (home_path() / keyfile.FILE).unlink()

    shown = jinguo("show")

    assert shown.exit_code == 1
    assert "本机没有" in shown.output


def test_what_export_writes_import_takes_in(office: keyfile.Keys, tmp_path: Path) -> None:
    copy = tmp_path / "key.txt"
    assert jinguo("export", str(copy)).exit_code == 0
    assert copy.stat().st_mode & 0o777 == 0o600
    keyfile.keep(OTHER)

    brought = jinguo("import", str(copy))

    assert brought.exit_code == 0, brought.output
    assert keyfile.read_keys() == office


def test_an_export_never_writes_over_a_file(tmp_path: Path) -> None:
    there = tmp_path / "key.txt"
    there.write_text("mine")

    assert isinstance(jinguo("export", str(there)).exception, FileExistsError)
    assert there.read_text() == "mine"


def test_a_foreign_key_is_refused_and_changes_nothing(office: keyfile.Keys, tmp_path: Path) -> None:
    foreign = tmp_path / "key.txt"
    foreign.write_text(keyfile.written(OTHER))

    refused = jinguo("import", str(foreign))

    assert refused.exit_code == 1
    assert keyfile.read_keys() == office


def test_a_new_key_takes_over() -> None:
    done = jinguo("rotate")

    assert done.exit_code == 0, done.output
    assert list(keyfile.read_keys()) == [2]
    assert "密钥 2" in done.output


def test_a_printed_key_is_one() -> None:
    printed = jinguo("new", "--number", "3").output

    assert list(keyfile.keys_in(printed, "here")) == [3]
    assert jinguo("new", "--number", "3").output != printed

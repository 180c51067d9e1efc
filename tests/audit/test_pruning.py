"""Old entries go into a file, and only then out of the table; the record stays verifiable."""

import io
import json
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from django.conf import LazySettings
from django.db import ProgrammingError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from jinguo.audit.actions import prune, seal
from jinguo.audit.errors import ArchiveUnreadable, KeptTooShort, RecordBroken
from jinguo.audit.models import Entry, Pruning, Seal
from jinguo.audit.queries.verifying import verify
from jinguo.audit.readers.archive import verify_archive
from jinguo.audit.rules.anchor import Anchor
from jinguo.audit.rules.keeping import LEAST, USUAL, days_kept, kept_since
from jinguo.audit.rules.pruned import Pruned
from jinguo.cli.audit import audit
from jinguo.database.owner import as_owner
from jinguo.kernel.actor import system
from tests.audit.tampering import deeds, run, unguarded
from tests.conftest import EMPTY

LATER = datetime(2100, 1, 1, tzinfo=UTC)


@pytest.fixture
def kept(own_database: Callable[[str], str]) -> list[Entry]:
    """Six entries, sealed one after the other."""
    own_database(EMPTY)
    made = []
    for _each in range(6):
        with transaction.atomic():
            made += deeds(1)
        seal()
    return made


def moved(since: datetime, settle: Callable[[], None] = lambda: None) -> tuple[Any, io.BytesIO]:
    """What pruning says, and the file it wrote."""
    with tempfile.TemporaryFile() as file:
        pruned = prune(kept_since=since, file=file, settle=settle, by=system())
        file.seek(0)
        return pruned, io.BytesIO(file.read())


def after(position: int) -> datetime:
    """A moment after the seal at a position and before the next."""
    at = Seal.objects.get(position=position).sealed_at
    return at + timedelta(microseconds=1)


def test_what_is_old_is_moved_and_the_rest_still_verifies(kept: list[Entry]) -> None:
    since = after(4)

    pruned, file = moved(since)

    assert (pruned.position, pruned.entries) == (4, 4)
    assert [one.pk for one in Entry.objects.order_by("pk")][:2] == [one.pk for one in kept[4:]]
    assert Seal.objects.order_by("position")[0].position == 5
    seal()
    verdict = verify()
    assert (verdict.whole, verdict.begins, verdict.ends) == (True, 5, 7)
    assert Entry.objects.latest("pk").verb == "audit.pruned"
    file.seek(0)
    archived, digest = verify_archive(file, "a")
    assert (archived.whole, archived.sealed, archived.ends) == (True, 4, 4)
    assert digest == Pruning.objects.get().digest


def test_it_can_be_done_again_and_goes_on_from_there(kept: list[Entry]) -> None:
    first, second = after(2), after(5)
    moved(first)
    pruned, file = moved(second)

    assert (pruned.position, pruned.entries) == (5, 3)
    seal()
    assert verify().whole
    file.seek(0)
    assert verify_archive(file, "a")[0].begins == 3


def test_the_newest_seal_always_stays(kept: list[Entry]) -> None:
    pruned, _file = moved(LATER)

    assert pruned.position == 5
    seal()
    assert verify().whole


def test_where_nothing_is_old_nothing_is_done(kept: list[Entry]) -> None:
    pruned, file = moved(datetime(2000, 1, 1, tzinfo=UTC))

    assert (pruned, file.getvalue()) == (None, b"")
    assert (Entry.objects.count(), Pruning.objects.count()) == (6, 0)


def test_nothing_is_moved_out_of_a_record_that_was_altered(kept: list[Entry]) -> None:
    with as_owner(), transaction.atomic():
        unguarded()
        run("UPDATE audit_entry SET actor_name = 'x' WHERE id = %s", kept[1].pk)

    with pytest.raises(RecordBroken):
        moved(after(4))

    assert (Entry.objects.count(), Pruning.objects.count()) == (6, 0)


def test_nothing_is_removed_where_the_file_could_not_get_its_name(kept: list[Entry]) -> None:
    def full() -> None:
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        moved(after(4), full)

    assert (Entry.objects.count(), Pruning.objects.count()) == (6, 0)


def test_the_guards_are_on_again_afterwards(kept: list[Entry]) -> None:
    moved(after(4))

    for statement in ("DELETE FROM audit_entry", "DELETE FROM audit_seal",
                      "DELETE FROM audit_pruning"):  # fmt: skip
        with as_owner(), pytest.raises(ProgrammingError), connection.cursor() as cursor:
            cursor.execute(statement)


@pytest.mark.parametrize(
    "forgery",
    [
        "DELETE FROM audit_pruning",
        "UPDATE audit_pruning SET position = 5",
        "UPDATE audit_pruning SET hash = sha256('x')",
        "UPDATE audit_pruning SET digest = repeat('0', 64)",
    ],
)
def test_a_beginning_that_somebody_else_cut_off_is_found(forgery: str, kept: list[Entry]) -> None:
    moved(after(4))
    seal()
    with as_owner(), transaction.atomic():
        unguarded()
        run("ALTER TABLE audit_pruning DISABLE TRIGGER USER")
        run(forgery)

    assert not verify().whole


def test_more_cut_off_than_was_moved_is_found(kept: list[Entry]) -> None:
    moved(after(4))
    seal()
    with as_owner(), transaction.atomic():
        unguarded()
        run("DELETE FROM audit_entry WHERE id = %s", kept[4].pk)
        run("DELETE FROM audit_seal WHERE position = 5")

    assert [(one.wrong, one.first, one.position) for one in verify().problems] == [
        ("seal_missing", 5, 5)
    ]


def test_an_anchor_of_before_still_fits_or_is_too_old_to_say(kept: list[Entry]) -> None:
    anchors = []
    for upto in (2, 4, 6):
        at = Seal.objects.get(position=upto)
        anchors.append(Anchor(upto, bytes(at.hash), "0"))
    moved(after(4))
    seal()

    assert [verify(one).anchored for one in anchors] == [None, True, True]
    assert all(verify(one).whole for one in anchors)


def altered(content: bytes, how: str) -> bytes:
    lines = content.splitlines(keepends=True)
    match how:
        case "line gone":
            del lines[2]
        case "line moved":
            lines[1], lines[2] = lines[2], lines[1]
        case "letter":
            lines[2] = lines[2].replace("陈".encode(), "林".encode())
        case "end gone":
            del lines[-2]
    return b"".join(lines)


@pytest.mark.parametrize("how", ["line gone", "line moved", "letter", "end gone"])
def test_an_altered_file_is_found(how: str, kept: list[Entry]) -> None:
    _pruned, file = moved(after(4))

    verdict, _digest = verify_archive(io.BytesIO(altered(file.getvalue(), how)), "a")

    assert not verdict.whole


@pytest.mark.parametrize("cut", [0, 10, -1, -30])
def test_what_is_no_such_file_is_refused(cut: int, kept: list[Entry]) -> None:
    _pruned, file = moved(after(4))
    content = file.getvalue()
    short = content[:cut] if cut >= 0 else b"".join(content.splitlines(keepends=True)[:cut])

    with pytest.raises(ArchiveUnreadable):
        verify_archive(io.BytesIO(short), "a")


@pytest.mark.parametrize("line", ["[]", "[1,2,3]", '"x"', "5", "null", '{"form": "x"}', "[" * 9])
def test_any_other_line_is_refused_in_words(line: str, kept: list[Entry]) -> None:
    _pruned, file = moved(after(4))
    lines = file.getvalue().splitlines(keepends=True)

    for at in (0, 1):
        broken = [*lines[:at], line.encode() + b"\n", *lines[at:]]
        with pytest.raises(ArchiveUnreadable):
            verify_archive(io.BytesIO(b"".join(broken)), "a")


def test_from_the_command_line(kept: list[Entry], tmp_path: Path, settings: LazySettings) -> None:
    file = tmp_path / "old.jsonl"
    words = ["prune", "-o", str(file)]
    result = CliRunner().invoke(audit, words)
    assert "没有早于1096天的记录" in result.stdout
    assert list(tmp_path.iterdir()) == []

    settings.AUDIT_DAYS = 0
    result = CliRunner().invoke(audit, words)
    assert result.exit_code == 0
    assert file.stat().st_mode & 0o777 == 0o600

    found = json.loads(CliRunner().invoke(audit, ["verify", "--json"]).stdout)
    assert (found["whole"], found["first"]) == (True, 6)
    assert "归档文件" in CliRunner().invoke(audit, ["verify"]).stdout
    archive = CliRunner().invoke(audit, ["verify", "--archive", str(file)])
    assert archive.exit_code == 0
    assert "✓ 完整：共5条" in archive.stdout

    assert CliRunner().invoke(audit, words).exit_code == 1  # never over another file


def test_a_file_of_another_record_is_told(kept: list[Entry], tmp_path: Path) -> None:
    _pruned, file = moved(after(4))
    other = tmp_path / "other.jsonl"
    other.write_bytes(file.getvalue())
    with as_owner(), transaction.atomic():
        run("ALTER TABLE audit_pruning DISABLE TRIGGER USER")
        run("DELETE FROM audit_pruning")

    result = CliRunner().invoke(audit, ["verify", "--archive", str(other)])

    assert result.exit_code == 1
    assert "不是" in result.stdout


@pytest.mark.parametrize("text", ["182", "0", "-5", "a year", "1.5", "１８２"])
def test_less_than_half_a_year_is_refused(text: str) -> None:
    with pytest.raises(KeptTooShort):
        days_kept(text)


def test_the_setting_is_in_days() -> None:
    assert (days_kept(""), days_kept(" 183 "), days_kept("400")) == (USUAL, LEAST, 400)
    assert kept_since(LATER, 1) == datetime(2099, 12, 31, tzinfo=UTC)


@given(st.integers(1, 10**9), st.binary(min_size=32, max_size=32), st.integers(0, 10**9))
def test_only_the_same_pruning_fits_its_signature(position: int, made: bytes, n: int) -> None:
    mac = Pruned(position, made, n, "0" * 64).mac

    assert Pruned(position, made, n, "0" * 64).fits(mac)
    assert not Pruned(position + 1, made, n, "0" * 64).fits(mac)
    assert not Pruned(position, made, n + 1, "0" * 64).fits(mac)

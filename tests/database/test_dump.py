"""A backup is complete or absent; a restore brings all of it back, or changes nothing."""

import stat
import zipfile
from pathlib import Path

import pytest

from tests.database.visiting import Refused, Visit, Visitor, eventually

BACKUP = """
    from datetime import UTC, datetime
    from pathlib import Path
    from jinguo.database.dump import backup
    value = backup(Path({path!r}), at=datetime(2026, 1, 2, tzinfo=UTC)).created_at
"""
RESTORE = """
    from pathlib import Path
    from jinguo.database.dump import restore
    value = restore(Path({path!r})).created_at
"""


def filled(visitor: Visitor) -> Visitor:
    visitor.prepare()
    visitor.sql("INSERT INTO ledger (words) SELECT '字' || n FROM generate_series(1, 500) n")
    visitor.sql("INSERT INTO auth_group (name) VALUES ('clerks')")
    return visitor


def content(visitor: Visitor) -> list[list[object]]:
    return visitor.sql(
        "SELECT md5(string_agg(id || words, ',' ORDER BY id)), (SELECT max(name) FROM auth_group)"
        " FROM ledger"
    )


def test_a_backup_restored_elsewhere_has_the_same_content_and_rights(
    short_folder: Path, visit: Visit
) -> None:
    path = short_folder / "county.backup"
    here = filled(visit(short_folder / "here"))

    assert here.ask(BACKUP.format(path=str(path))) == "2026-01-02T00:00:00+00:00"
    there = visit(short_folder / "there")
    there.ask(RESTORE.format(path=str(path)))

    assert content(there) == content(here)
    assert there.sql("SELECT tableowner FROM pg_tables WHERE tablename = 'ledger'") == [
        ["jinguo_owner"]
    ]
    assert there.sql("INSERT INTO ledger (words) VALUES ('next') RETURNING id") == [[501]]
    with pytest.raises(Refused, match="permission denied"):
        there.sql("DELETE FROM ledger")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [entry.name for entry in short_folder.glob(".*")] == []


def test_a_prepared_but_unused_home_may_be_restored_into(short_folder: Path, visit: Visit) -> None:
    path = short_folder / "county.backup"
    here, there = filled(visit(short_folder / "here")), visit(short_folder / "there")
    here.ask(BACKUP.format(path=str(path)))
    there.prepare()

    there.ask(RESTORE.format(path=str(path)))

    assert content(there) == content(here)
    with pytest.raises(Refused, match="permission denied"):
        there.sql("DELETE FROM ledger")


def test_a_home_in_use_and_an_existing_file_are_refused(short_folder: Path, visit: Visit) -> None:
    path = short_folder / "county.backup"
    visitor = filled(visit(short_folder / "here"))
    visitor.ask(BACKUP.format(path=str(path)))
    before, written = content(visitor), path.read_bytes()

    with pytest.raises(Refused, match="BackupExists"):
        visitor.ask(BACKUP.format(path=str(path)))
    with pytest.raises(Refused, match="RestoreTargetInUse"):
        visitor.ask(RESTORE.format(path=str(path)))
    with pytest.raises(Refused, match="BackupUnwritable"):
        visitor.ask(BACKUP.format(path=str(short_folder / "nowhere" / "county.backup")))

    assert content(visitor) == before
    assert path.read_bytes() == written


def test_damaged_files_are_refused_before_anything_is_touched(
    short_folder: Path, visit: Visit
) -> None:
    path = short_folder / "county.backup"
    filled(visit(short_folder / "here")).ask(BACKUP.format(path=str(path)))
    whole = path.read_bytes()
    flipped = bytearray(whole)
    flipped[len(whole) // 2] ^= 1
    visitor = visit(short_folder / "there")

    for number, damaged in enumerate(
        (whole[:-100], whole[: len(whole) // 2], bytes(flipped), b"", b"PK")
    ):
        broken = short_folder / f"{number}.backup"
        broken.write_bytes(damaged)
        with pytest.raises(Refused, match="BackupDamaged"):
            visitor.ask(RESTORE.format(path=str(broken)))
    other = short_folder / "other.zip"
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("letter.txt", "hello")
    with pytest.raises(Refused, match="BackupDamaged"):
        visitor.ask(RESTORE.format(path=str(other)))

    assert not (short_folder / "there").exists()


def test_an_older_backup_is_migrated_and_a_newer_one_refused(
    short_folder: Path, visit: Visit
) -> None:
    older, newer = short_folder / "older.backup", short_folder / "newer.backup"
    filled(visit(short_folder / "old")).ask(BACKUP.format(path=str(older)))
    new = visit(short_folder / "new", MORE_APPS="tests.database.ledger_newer")

    new.ask(RESTORE.format(path=str(older)))
    new.ask(BACKUP.format(path=str(newer)))

    assert new.sql("SELECT count(*), count(mood) FROM ledger") == [[500, 0]]
    with pytest.raises(Refused, match="BackupFromNewer"):
        visit(short_folder / "empty").ask(RESTORE.format(path=str(newer)))


def test_of_two_restores_at_once_one_is_refused(short_folder: Path, visit: Visit) -> None:
    paths = [short_folder / "one.backup", short_folder / "two.backup"]
    here = filled(visit(short_folder / "here"))
    here.ask(BACKUP.format(path=str(paths[0])))
    here.sql("INSERT INTO ledger (words) VALUES ('more')")
    here.ask(BACKUP.format(path=str(paths[1])))
    both = [visit(short_folder / "there") for _ in paths]
    both[0].prepare()

    for visitor, path in zip(both, paths, strict=True):
        visitor.tell(RESTORE.format(path=str(path)))
    outcomes = [outcome(visitor) for visitor in both]

    assert sorted(outcomes) == ["RestoreTargetInUse", "restored"]
    rows = 500 + outcomes.index("restored")
    assert both[0].sql("SELECT count(*) FROM ledger") == [[rows]]


def outcome(visitor: Visitor) -> str:
    try:
        visitor.hear()
    except Refused as refused:
        return str(refused).partition(":")[0]
    return "restored"


def test_what_somebody_writes_just_before_a_restore_is_kept(
    short_folder: Path, visit: Visit
) -> None:
    path = short_folder / "county.backup"
    filled(visit(short_folder / "here")).ask(BACKUP.format(path=str(path)))
    there, other, watching = (visit(short_folder / "there") for _ in range(3))
    there.prepare()
    other.sql("BEGIN")
    other.sql("INSERT INTO ledger (words) VALUES ('mine')")

    there.tell(RESTORE.format(path=str(path)))
    waiting = "SELECT 1 FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND NOT granted"
    assert eventually(lambda: bool(watching.sql(waiting)), 9)
    other.sql("COMMIT")

    assert outcome(there) == "RestoreTargetInUse"
    assert other.sql("SELECT words FROM ledger") == [["mine"]]


def test_a_first_start_killed_among_its_migrations_may_be_restored_into(
    short_folder: Path, visit: Visit
) -> None:
    path = short_folder / "county.backup"
    here = filled(visit(short_folder / "here"))
    here.ask(BACKUP.format(path=str(path)))
    killed = visit(short_folder / "there")
    killed.tell("""
        import os
        from django.core.management import call_command
        from jinguo.database import bootstrap
        def migrate_a_little(*words, **how):
            call_command("migrate", "auth", database="default", verbosity=0)
            os._exit(9)
        bootstrap.call_command = migrate_a_little
        bootstrap.prepare_database()
    """)
    killed.process.wait(60)

    again = visit(short_folder / "there")
    again.ask(RESTORE.format(path=str(path)))

    assert content(again) == content(here)


def test_a_first_start_killed_before_its_last_word_is_finished_by_the_next(
    jinguo_home: Path, visit: Visit
) -> None:
    killed = visit(jinguo_home)
    killed.tell("""
        import os
        from jinguo.database import bootstrap
        bootstrap.mark_untouched = lambda: os._exit(9)
        bootstrap.prepare_database()
    """)
    killed.process.wait(60)
    visitor = visit(jinguo_home)
    visitor.prepare()

    asked = "from jinguo.database.untouched import is_untouched, in_the_making\n"
    assert visitor.ask(f"{asked}value = [is_untouched(), in_the_making()]") == [True, False]
    visitor.sql("INSERT INTO ledger (words) VALUES ('one')")
    assert visitor.ask(f"{asked}value = [is_untouched(), in_the_making()]") == [False, False]


def test_a_restore_killed_midway_leaves_nothing_of_it(short_folder: Path, visit: Visit) -> None:
    path = short_folder / "county.backup"
    here = filled(visit(short_folder / "here"))
    here.sql("INSERT INTO ledger (words) SELECT repeat('长', 50) FROM generate_series(1, 60000)")
    here.ask(BACKUP.format(path=str(path)))
    there, other = visit(short_folder / "there"), visit(short_folder / "there")
    there.prepare()
    other.sql("SELECT 1")

    there.tell(RESTORE.format(path=str(path)))
    while not other.sql("SELECT 1 FROM pg_stat_activity WHERE application_name = 'psql'"):
        assert there.process.poll() is None
    there.kill()

    assert other.sql("SELECT count(*) IN (0, 60500) FROM ledger") == [[True]]
    assert other.sql("SELECT count(*) FROM pg_tables WHERE tablename = 'ledger'") == [[1]]

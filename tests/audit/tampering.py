"""Deeds of somebody who owns the database and wants the record to say something else."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, LiteralString

from django.db import connection, transaction

from jinguo.audit.actions import record
from jinguo.audit.models import Entry
from jinguo.audit.queries.verifying import newest_anchor
from jinguo.audit.rules.anchor import Anchor
from jinguo.database.owner import as_owner
from jinguo.kernel.actor import system

COLUMNS: LiteralString = (
    "at, actor_id, actor_name, verb, subject, subject_id, unit_code, origin, before, after, data,"
    " nonce, mac"
)

UNGUARDED: LiteralString = """
DO $$ DECLARE one record; BEGIN
  FOR one IN SELECT conrelid::regclass AS of, conname FROM pg_constraint
    WHERE contype IN ('p', 'u') AND conrelid IN ('audit_entry'::regclass, 'audit_seal'::regclass)
  LOOP
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', one.of, one.conname);
  END LOOP;
END $$
"""


@contextmanager
def owning() -> Iterator[None]:
    """As the owner, with every guard off; nothing of it stays."""
    with as_owner(), transaction.atomic():
        unguarded()
        yield
        transaction.set_rollback(True)


def unguarded() -> None:
    """Switch off every trigger and constraint that stands in the way."""
    run("ALTER TABLE audit_entry DISABLE TRIGGER USER")
    run("ALTER TABLE audit_seal DISABLE TRIGGER USER")
    run(UNGUARDED)


def run(statement: str, *words: Any) -> None:
    """One statement."""
    with connection.cursor() as cursor:
        cursor.execute(statement, words or None)


def alter(table: str, change: str, *, key: str, value: int) -> None:
    """Say something else in one row."""
    run(f"UPDATE {table} SET {change} WHERE {key} = %s", value)  # noqa: S608  a test's own words


def deeds(count: int) -> list[Entry]:
    """So many entries, no two alike."""
    return [
        record(
            by=system("陈"), verb="roster.appoint", subject="batch", subject_id=number,
            unit_code="350423106", before={"post": "member", "share": 0.5}, after=None,
            numbers=[number, 1.50, 10**30, -0.0], words={"名": "李梅\n", "b": None},
        )
        for number in range(count)
    ]  # fmt: skip


def delete(entry: Entry, *, seal_too: bool = False) -> None:
    """Take an entry out."""
    run("DELETE FROM audit_entry WHERE id = %s", entry.pk)
    if seal_too:
        run("DELETE FROM audit_seal WHERE entry_id = %s", entry.pk)


def put_in(made_after: int, *, nonce: LiteralString = "gen_random_uuid()") -> int:
    """Insert a row made after another; returns its number (0 where there is no such row)."""
    columns = COLUMNS.replace("nonce", nonce)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO audit_entry ({COLUMNS}) SELECT {columns} FROM audit_entry"  # noqa: S608
            " WHERE id = %s RETURNING id",
            [made_after],
        )
        found = cursor.fetchone()
        return int(found[0]) if found else 0


def swap(table: LiteralString, column: LiteralString, one: int, other: int) -> None:
    """Give two rows each other's number."""
    statement = f"UPDATE {table} SET {column} = %s + %s - {column} WHERE {column} IN (%s, %s)"  # noqa: S608
    run(statement, one, other, one, other)


def end() -> Anchor:
    """An anchor of what is there now."""
    found = newest_anchor()
    assert found is not None
    return found

"""Telling a database that holds only what migrations put there from one somebody worked in.

``make install`` leaves a migrated but unused database; a restore may replace
that one, and no other.
"""

import json

from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder
from psycopg import sql

MARK = "untouched "
MAKING = "untouched, in the making"
CHANGED = "somebody works in this database"
PASSING = {"django_migrations", "django_session"}


def tables() -> list[str]:
    """The names of all tables of ours, sorted."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition"
            " AND relnamespace = 'public'::regnamespace ORDER BY relname"
        )
        return [row[0] for row in cursor.fetchall()]


def row_counts() -> dict[str, int]:
    """Table → rows in it, for every table in which work would leave a trace."""
    counted = [name for name in tables() if name not in PASSING]
    if not counted:
        return {}
    union = sql.SQL(" UNION ALL ").join(
        sql.SQL("SELECT {}, count(*) FROM {}").format(sql.Literal(name), sql.Identifier(name))
        for name in counted
    )
    with connection.cursor() as cursor:
        cursor.execute(union.as_string())
        return dict(cursor.fetchall())


def is_untouched() -> bool:
    """Whether there are no tables, or only rows that migrations wrote. Run as owner."""
    return not tables() or _mark() in (MAKING, _as_mark(row_counts()))


def in_the_making() -> bool:
    """Whether whoever migrated an untouched database did not get to its end."""
    return _mark() == MAKING


def mark_in_the_making() -> None:
    """Before the migrations of an untouched database: nobody works in it until they are done.

    Run as owner.
    """
    with transaction.atomic():
        MigrationRecorder(connection).ensure_schema()
        _set_mark(MAKING)


def mark_untouched() -> None:
    """Remember what the tables hold right after their migrations. Run as owner."""
    _set_mark(_as_mark(row_counts()))


def _as_mark(counts: dict[str, int]) -> str:
    return MARK + json.dumps(counts, sort_keys=True)


def _mark() -> str:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT obj_description(to_regclass('public.django_migrations'), 'pg_class')"
        )
        return cursor.fetchone()[0] or ""


def _set_mark(text: str) -> None:
    comment = sql.SQL("COMMENT ON TABLE django_migrations IS {}").format(sql.Literal(text))
    with connection.cursor() as cursor:
        cursor.execute(comment.as_string())


def still_as(counts: dict[str, int]) -> str:
    """A script that locks every table and fails with ``CHANGED`` where rows came or went."""
    lock = sql.SQL("LOCK TABLE {} IN ACCESS EXCLUSIVE MODE;\n").format(
        sql.SQL(", ").join(map(sql.Identifier, tables()))
    )
    checks = [
        sql.SQL("IF (SELECT count(*) FROM {}) <> {} THEN RAISE {}; END IF;").format(
            sql.Identifier(name), sql.Literal(count), sql.Literal(CHANGED)
        )
        for name, count in counts.items()
    ]
    body = sql.SQL("DO $$ BEGIN\n{}\nEND $$;\n").format(sql.SQL("\n").join(checks))
    return (lock + body).as_string()

"""Telling a database that holds only what migrations put there from one somebody worked in.

``make install`` leaves a migrated but unused database; a restore may replace
that one, and no other.
"""

import json

from django.db import connection
from psycopg import sql

MARK = "untouched "
PASSING = {"django_migrations", "django_session"}


def tables() -> list[str]:
    """The names of all tables of ours, sorted."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition"
            " AND relnamespace = 'public'::regnamespace ORDER BY relname"
        )
        return [row[0] for row in cursor.fetchall()]


def _counts() -> str:
    counted = [name for name in tables() if name not in PASSING]
    if not counted:
        return "{}"
    union = sql.SQL(" UNION ALL ").join(
        sql.SQL("SELECT {}, count(*) FROM {}").format(sql.Literal(name), sql.Identifier(name))
        for name in counted
    )
    with connection.cursor() as cursor:
        cursor.execute(union.as_string())
        return json.dumps(dict(cursor.fetchall()), sort_keys=True)


def is_untouched() -> bool:
    """Whether there are no tables, or only rows that migrations wrote. Run as owner."""
    if not tables():
        return True
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT obj_description(to_regclass('public.django_migrations'), 'pg_class')"
        )
        comment = cursor.fetchone()[0] or ""
    return bool(comment == MARK + _counts())


def mark_untouched() -> None:
    """Remember what the tables hold right after their migrations. Run as owner."""
    comment = sql.SQL("COMMENT ON TABLE django_migrations IS {}").format(
        sql.Literal(MARK + _counts())
    )
    with connection.cursor() as cursor:
        cursor.execute(comment.as_string())

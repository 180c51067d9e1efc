"""Bulk writing: COPY into a table, and blocks of ids for rows that refer to each other."""

from collections.abc import Iterable, Sequence
from typing import Any, LiteralString

from django.db.backends.utils import CursorWrapper
from psycopg import sql


def copy_rows(
    cursor: CursorWrapper, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> int:
    """Stream rows into a table, in the order of ``columns``; returns how many.

    Inside the cursor's transaction, so all rows or none. Values are Python
    objects; nothing is kept in memory. Database errors are Django's.
    """
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, columns))
    )
    count = 0
    with cursor.db.wrap_database_errors, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)
            count += 1
    return count


def copy_guarded_rows(
    cursor: CursorWrapper, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> int:
    """The same into a table with row security, which COPY does not write to.

    The rows go through a table of the session, then into the guarded one in one statement.
    """
    names = sql.SQL(", ").join(map(sql.Identifier, columns))
    way = f"new_{table}"
    words = {"table": sql.Identifier(table), "names": names, "way": sql.Identifier(way)}
    make: LiteralString = (
        "CREATE TEMPORARY TABLE {way} ON COMMIT DROP AS SELECT {names} FROM {table} WITH NO DATA"
    )
    cursor.execute(sql.SQL(make).format(**words))
    count = copy_rows(cursor, way, columns, rows)
    cursor.execute(
        sql.SQL("INSERT INTO {table} ({names}) SELECT {names} FROM {way}").format(**words)
    )
    cursor.execute(sql.SQL("DROP TABLE {way}").format(**words))
    return count


def allocate_ids(cursor: CursorWrapper, source: str, count: int) -> list[int]:
    """The next ``count`` ids, ascending, of a sequence or of a table's ``id`` column."""
    cursor.execute(
        "SELECT CASE relkind WHEN 'S' THEN %s ELSE pg_get_serial_sequence(%s, 'id') END"
        " FROM pg_class WHERE oid = %s::regclass",
        [source, source, source],
    )
    sequence = cursor.fetchone()[0]
    cursor.execute("SELECT nextval(%s::regclass) FROM generate_series(1, %s)", [sequence, count])
    return sorted(row[0] for row in cursor.fetchall())

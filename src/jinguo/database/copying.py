"""Bulk writing: COPY into a table, and blocks of ids for rows that refer to each other."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any, LiteralString

from django.db.backends.utils import CursorWrapper
from psycopg import sql

from jinguo.database.beside import busy_with

_BLOCK = 10_000
"""Rows that go into a guarded table at once."""


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


@contextmanager
def guarded_rows_arriving(
    cursor: CursorWrapper, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> Iterator[None]:
    """The same, for at least one row, into a table with row security, which COPY passes by.

    The rows go in blocks through a table of the session. While the database takes in one block,
    the next is made ready, and while it takes in the last the block of the caller runs.
    """
    names = sql.SQL(", ").join(map(sql.Identifier, columns))
    way = f"new_{table}"
    words = {"table": sql.Identifier(table), "names": names, "way": sql.Identifier(way)}
    make: LiteralString = (
        "CREATE TEMPORARY TABLE {way} ON COMMIT DROP AS SELECT {names} FROM {table} WITH NO DATA"
    )
    move: LiteralString = "INSERT INTO {table} ({names}) SELECT {names} FROM {way}; TRUNCATE {way}"
    cursor.execute(sql.SQL(make).format(**words))
    left = iter(rows)
    block = list(islice(left, _BLOCK))
    while block:
        copy_rows(cursor, way, columns, block)
        with busy_with(cursor, sql.SQL(move).format(**words)):
            block = list(islice(left, _BLOCK))
            if not block:
                yield
    cursor.execute(sql.SQL("DROP TABLE {way}").format(**words))


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

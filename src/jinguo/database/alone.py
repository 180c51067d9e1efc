"""Work that only one process at a time may do on a database, however many transactions it takes."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def alone(what: str) -> Iterator[None]:
    """Wait until nobody else does ``what`` on this database, then keep others waiting.

    The lock ends with the block or with the connection, so a killed process holds nobody up.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(hashtext(%s))", [what])
    try:
        yield
    finally:
        if connection.connection is not None and not connection.needs_rollback:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(hashtext(%s))", [what])

"""Letting the database work while Python goes on."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

from django.db.backends.utils import CursorWrapper


@contextmanager
def busy_with(cursor: CursorWrapper, statement: Any) -> Iterator[None]:
    """The database carries a statement out while the block goes on; it is done when that ends.

    Whatever the block asks on the same connection waits for it. Errors of the statement are
    raised at the end of the block.
    """
    with ThreadPoolExecutor(1) as beside:
        done = beside.submit(cursor.execute, statement)
        yield
        done.result()


@contextmanager
def references_being_checked(cursor: CursorWrapper) -> Iterator[None]:
    """What a commit would check of the rows written so far is checked while the block goes on."""
    with busy_with(cursor, "SET CONSTRAINTS ALL IMMEDIATE"):
        yield
    cursor.execute("SET CONSTRAINTS ALL DEFERRED")

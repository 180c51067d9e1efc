"""Working as the owner of the tables, for migrations and for nothing else."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from jinguo.database.errors import OwnerInTransaction


@contextmanager
def as_owner() -> Iterator[None]:
    """In this thread, Django's default connection is the owner role inside the block.

    The connection is closed on the way in and out. Raises OwnerInTransaction.
    """
    if connection.in_atomic_block:
        raise OwnerInTransaction
    usual = connection.settings_dict
    connection.close()
    # A copy for this thread: the dictionary itself is shared with all others.
    connection.settings_dict = {**usual, **usual["OWNER"]}
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict = usual

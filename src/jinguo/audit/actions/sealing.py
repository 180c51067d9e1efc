"""Chaining what was committed, in the order it is found: one sealer at a time, apart from writers.

The order of the chain is the order of sealing. An entry whose transaction commits late gets its
place later, whatever its number: nobody waits for anybody.
"""

from datetime import datetime
from typing import LiteralString

from django.db import connection, transaction

from jinguo.audit.queries.kept import below_late_ones, last_seal, unsealed
from jinguo.audit.rules.canonical import microseconds
from jinguo.audit.rules.chain import Link, Numbered, hash_of
from jinguo.database.copying import copy_rows

LOCK = 0x6A6973656C  # "jisel"
BATCH = 2000
COLUMNS = ("position", "entry_id", "sealed_at", "previous", "hash")
_TAKE: LiteralString = "SELECT pg_try_advisory_xact_lock(%s), clock_timestamp()"
_WAIT: LiteralString = "SELECT pg_advisory_xact_lock(%s) IS NOT NULL, clock_timestamp()"


def seal(*, thorough: bool = True, wait: bool = True) -> int:
    """Seal every committed entry that has no seal; returns how many were sealed.

    Not ``thorough`` looks only where entries of a running office are: quick, also over many
    years. Without ``wait`` nothing is done while another sealer is at work.
    """
    sealed = 0
    while True:
        done = _round(thorough=thorough, wait=wait)
        sealed += done
        if done < BATCH:
            return sealed


@transaction.atomic
def _round(*, thorough: bool, wait: bool) -> int:
    with connection.cursor() as cursor:
        cursor.execute(_WAIT if wait else _TAKE, [LOCK])
        free, now = cursor.fetchone()
    if not free:
        return 0
    found = unsealed(after=-(2**63) if thorough else below_late_ones(), limit=BATCH)
    if found:
        _write(found, now)
    return len(found)


def _write(found: list[Numbered], now: datetime) -> None:
    last, previous = last_seal()
    rows = []
    for position, entry in enumerate(found, last + 1):
        made = hash_of(Link(position, microseconds(now), previous), entry)
        rows.append((position, entry.id, now, previous, made))
        previous = made
    with connection.cursor() as cursor:
        copy_rows(cursor, "audit_seal", COLUMNS, rows)

"""Entries as they are signed: texts as the database writes them, nothing interpreted."""

from collections.abc import Iterator, Sequence
from typing import Any, LiteralString

from django.db import connection

from jinguo.audit.rules.canonical import read_json
from jinguo.audit.rules.chain import NOTHING_BEFORE, Content, Numbered

ROUND = 2000
"""How many rows are held in memory at once."""

FIELDS: LiteralString = """
  e.id, trunc(extract(epoch from e.at) * 1000000)::text, e.mac, e.nonce::text, e.actor_id,
  e.actor_name, e.verb, e.subject, e.subject_id, e.unit_code, e.origin,
  e.before::text, e.after::text, e.data::text
"""

# What commits late has a smaller number than what was sealed before it, but not a much smaller one.
_LATE = 1_000
_UNSEALED: LiteralString = f"""
  SELECT {FIELDS} FROM audit_entry e
  WHERE e.id > %s AND NOT EXISTS (SELECT FROM audit_seal s WHERE s.entry_id = e.id)
  ORDER BY e.id LIMIT %s
"""  # noqa: S608  our own words only


def numbered(row: Sequence[Any]) -> Numbered:
    """The entry of a row of ``FIELDS``."""
    number, at, mac, *plain, before, after, data = row
    content = Content(*plain, *map(read_json, (before, after, data)))
    return Numbered(number, at, bytes(mac or b""), content)


def last_seal() -> tuple[int, bytes]:
    """Position and hash of the newest seal; 0 and zeros where there is none."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT position, hash FROM audit_seal ORDER BY position DESC LIMIT 1")
        found = cursor.fetchone()
    return (found[0], bytes(found[1])) if found else (0, NOTHING_BEFORE)


def unsealed(*, after: int, limit: int) -> list[Numbered]:
    """Committed entries without a seal and with a number above ``after``, by number."""
    with connection.cursor() as cursor:
        cursor.execute(_UNSEALED, [after, limit])
        return [numbered(row) for row in cursor.fetchall()]


def all_unsealed() -> Iterator[Numbered]:
    """Every entry without a seal, a round at a time."""
    after = -(2**63)
    while found := unsealed(after=after, limit=ROUND):
        yield from found
        after = found[-1].id


def below_late_ones() -> int:
    """A number below which, in the running office, everything committed is sealed already."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(max(entry_id), 0) - %s FROM audit_seal", [_LATE])
        return int(cursor.fetchone()[0])

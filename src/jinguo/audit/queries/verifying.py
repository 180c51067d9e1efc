"""Walking the chain from its beginning: constant memory, every entry and every seal looked at."""

from collections.abc import Iterator
from typing import LiteralString

from django.db import connection, transaction

from jinguo.audit.enums import Wrong
from jinguo.audit.models import Pruning
from jinguo.audit.queries.kept import all_unsealed
from jinguo.audit.queries.walking import Walk, rows, sealed
from jinguo.audit.rules.anchor import Anchor
from jinguo.audit.rules.chain import NOTHING_BEFORE, content_text
from jinguo.audit.rules.pruned import Pruned
from jinguo.audit.rules.signing import signed
from jinguo.audit.rules.verdict import Problem, Verdict

BEGINNING = 0x6A6962656731  # "jibeg1"
"""Lock on where the record begins: shared by who walks it, held alone by who moves entries out."""
_TWICE: LiteralString = (
    "SELECT max(entry_id), position FROM audit_seal GROUP BY 2 HAVING count(*) > 1"
)
_COPIES: LiteralString = """
  SELECT e.id, trunc(extract(epoch from e.at) * 1000000)::text FROM audit_entry e
  WHERE e.nonce IN (SELECT nonce FROM audit_entry GROUP BY nonce HAVING count(*) > 1)
    OR e.id IN (SELECT id FROM audit_entry GROUP BY id HAVING count(*) > 1)
  ORDER BY e.id
"""


def verify(anchor: Anchor | None = None) -> Verdict:
    """Everything that is wrong with the record, in order; with an anchor also a cut-off end.

    Deeds go on meanwhile; nothing is moved out of the record until it is done.
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock_shared(%s)", [BEGINNING])
        return _verified(anchor)


def beginning() -> tuple[int, bytes]:
    """Position and hash before the first seal that must be there: zeros, or what was moved out.

    What somebody else wrote there does not count: then the moved-out positions are missing.
    """
    return next(((one.position, one.hash) for one in _prunings()), (0, NOTHING_BEFORE))


def moved_into(digest: str) -> bool:
    """Whether entries of this record were moved into the file with this SHA-256."""
    return any(one.digest == digest for one in _prunings())


def _prunings() -> Iterator[Pruned]:
    for row in Pruning.objects.order_by("-position"):
        told = Pruned(row.position, bytes(row.hash), row.entries, row.digest)
        if told.fits(bytes(row.mac)):
            yield told


def _verified(anchor: Anchor | None) -> Verdict:
    verdict = Verdict()
    walk = Walk(verdict, beginning(), anchor)
    for row in rows():
        walk.step(sealed(row))
    walk.end()
    for entry in all_unsealed():
        if signed(content_text(entry.content), entry.mac):
            verdict.tail.add(entry.id, entry.at)
        else:
            verdict.add(Problem(Wrong.INSERTED, None, entry.id, entry.at))
    _look_for_copies(verdict)
    return verdict


def _look_for_copies(verdict: Verdict) -> None:
    """Rows that only a missing constraint lets in: copies of entries, seals of one position."""
    with connection.cursor() as cursor:
        cursor.execute(_COPIES)
        for number, at in cursor.fetchall():
            verdict.add(Problem(Wrong.COPIED, None, number, at))
        cursor.execute(_TWICE)
        for number, position in cursor.fetchall():
            verdict.add(Problem(Wrong.SEAL_ALTERED, position, number, ""))


def newest_anchor() -> Anchor | None:
    """How far the record reaches now; None where nothing is sealed."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT position, hash, trunc(extract(epoch from sealed_at) * 1000000)::text"
            " FROM audit_seal ORDER BY position DESC LIMIT 1"
        )
        found = cursor.fetchone()
    return Anchor(found[0], bytes(found[1]), found[2]) if found else None

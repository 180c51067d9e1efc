"""Moving old entries out: into a file first, and only then out of the tables."""

import os
from collections.abc import Callable
from datetime import datetime
from typing import IO, LiteralString

from django.db import connection, transaction

from jinguo.audit.actions.recording import record
from jinguo.audit.actions.sealing import LOCK, seal
from jinguo.audit.errors import RecordBroken
from jinguo.audit.models import Pruning, Seal
from jinguo.audit.queries.verifying import BEGINNING, beginning, verify
from jinguo.audit.readers.archive import verify_archive
from jinguo.audit.rules.anchor import Anchor
from jinguo.audit.rules.canonical import microseconds
from jinguo.audit.rules.pruned import Pruned
from jinguo.audit.writers.archive import write_archive
from jinguo.database.owner import as_owner
from jinguo.kernel.actor import Actor

_REMOVE: tuple[LiteralString, ...] = (
    "ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_stays",
    "ALTER TABLE audit_seal DISABLE TRIGGER audit_seal_stays",
    "DELETE FROM audit_entry e USING audit_seal s WHERE s.entry_id = e.id AND s.position <= %s",
    "DELETE FROM audit_seal WHERE position <= %s",
    "ALTER TABLE audit_entry ENABLE TRIGGER audit_entry_stays",
    "ALTER TABLE audit_seal ENABLE TRIGGER audit_seal_stays",
)


def prune(
    *, kept_since: datetime, file: IO[bytes], settle: Callable[[], None], by: Actor
) -> Pruned | None:
    """Move what was sealed before ``kept_since`` into a file; None where there is nothing.

    ``settle`` gives the finished file its name: it is called once the file was read back and
    found whole, and before anything is removed. The newest seal always stays. Removing is the
    owner's deed; it cannot be undone, but the file can be verified for ever, and the record goes
    on from where it ends. Raises ``RecordBroken``: nothing is moved out of a record that is not
    whole.
    """
    seal()
    _whole(verify().count)
    anchor = _last_before(kept_since)
    if anchor is None:
        return None
    count, digest = write_archive(file, begins_after=beginning(), anchor=anchor)
    file.flush()
    os.fsync(file.fileno())
    file.seek(0)
    verdict, read = verify_archive(file, "")
    _whole(verdict.count + (read != digest) + (verdict.sealed != count))
    settle()
    moved = Pruned(anchor.position, anchor.hash, count, digest)
    _remove(moved, by)
    return moved


def _whole(problems: int) -> None:
    if problems:
        raise RecordBroken(n=problems)


def _last_before(moment: datetime) -> Anchor | None:
    newest = Seal.objects.order_by("-position").values("position")[:1]
    found = Seal.objects.filter(sealed_at__lt=moment).exclude(position__in=newest)
    last = found.order_by("-position").first()
    if last is None:
        return None
    return Anchor(last.position, bytes(last.hash), microseconds(last.sealed_at))


def _remove(moved: Pruned, by: Actor) -> None:
    with as_owner(), transaction.atomic():
        with connection.cursor() as cursor:
            for lock in (BEGINNING, LOCK):
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [lock])
            for statement in _REMOVE:
                cursor.execute(statement, [moved.position] if "%s" in statement else None)
        Pruning.objects.create(
            position=moved.position, hash=moved.hash, entries=moved.entries,
            digest=moved.digest, mac=moved.mac,
        )  # fmt: skip
        record(
            by=by, verb="audit.pruned", subject="audit", subject_id=moved.position,
            entries=moved.entries, digest=moved.digest,
        )  # fmt: skip

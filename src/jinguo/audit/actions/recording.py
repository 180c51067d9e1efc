"""One entry a deed, always inside the transaction of the deed itself."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import uuid4

from django.db import transaction

from jinguo.audit.models import Entry
from jinguo.audit.rules.canonical import as_kept
from jinguo.audit.rules.chain import Content, mac_of
from jinguo.kernel.actor import Actor
from jinguo.kernel.text import numbers_masked

READ = "personal.read"
REFUSED = "access.refused"


def record(
    *,
    by: Actor,
    verb: str,
    subject: str,
    subject_id: object,
    unit_code: str = "",
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    origin: str | None = None,
    **data: Any,
) -> Entry:
    """Append one entry. ``data`` must be JSON; a batch gives counts and a digest, not its rows.

    ``before`` and ``after`` hold what the deed changed, under the names of the fields, and only
    those; ``origin`` (from where) is the actor's own unless given. Nothing here may hold a
    telephone number; one that somebody typed into a reason is masked. Raises
    ``TransactionManagementError`` outside a transaction: a deed and its record are written
    together or not at all.
    """
    connection = transaction.get_connection()
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("An audit entry needs the deed's transaction.")
    entry = Entry(
        actor_id=by.id,
        actor_name=by.name,
        verb=verb,
        subject=subject,
        subject_id=numbers_masked(str(subject_id)),
        unit_code=unit_code,
        origin=by.origin if origin is None else origin,
        before=None if before is None else numbers_masked(before),
        after=None if after is None else numbers_masked(after),
        data=numbers_masked(data),
        nonce=uuid4(),
    )
    entry.mac = mac_of(_content(entry))
    entry.save(force_insert=True)
    return entry


def _content(entry: Entry) -> Content:
    """What is signed of an entry that is about to be kept."""
    return Content(
        str(entry.nonce), entry.actor_id, entry.actor_name, entry.verb, entry.subject,
        entry.subject_id, entry.unit_code, entry.origin,
        as_kept(entry.before), as_kept(entry.after), as_kept(entry.data),
    )  # fmt: skip


def record_reading(
    *,
    by: Actor,
    subject: str,
    subject_id: object,
    unit_code: str = "",
    reason: str = "",
    fields: Collection[str] = (),
    verb: str = READ,
    **data: Any,
) -> Entry:
    """Append that somebody read personal data: a page or a list is one entry, not one a row.

    ``fields`` names what was shown (``phone``), never its values; ``reason`` is hers, where one is
    asked for; ``data`` says how many there were. In a transaction of its own, as reading has none.
    """
    with transaction.atomic(savepoint=False):
        return record(
            by=by, verb=verb, subject=subject, subject_id=subject_id, unit_code=unit_code,
            reason=reason, fields=sorted(fields), **data,
        )  # fmt: skip


def record_refusal(
    *,
    by: Actor,
    what: str,
    subject: str = "",
    subject_id: object = "",
    unit_code: str = "",
    why: str = "",
    **data: Any,
) -> Entry:
    """Append that somebody was refused: ``what`` she asked for (an address, a capability), and why.

    In a transaction of its own, so call it where the refused deed's transaction is over.
    """
    with transaction.atomic(savepoint=False):
        return record(
            by=by, verb=REFUSED, subject=subject, subject_id=subject_id, unit_code=unit_code,
            what=what, why=why, **data,
        )  # fmt: skip

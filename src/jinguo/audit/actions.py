"""Writing the audit record, always inside the transaction of the deed itself."""

from typing import Any

from django.db import transaction

from jinguo.audit.models import Entry
from jinguo.kernel.actor import Actor


def record(
    *, by: Actor, verb: str, subject: str, subject_id: object, unit_code: str = "", **data: Any
) -> Entry:
    """Append one entry. ``data`` must be JSON; a batch gives counts and a digest, not its rows.

    Raises ``TransactionManagementError`` outside a transaction: a deed and its
    record are written together or not at all.
    """
    connection = transaction.get_connection()
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("An audit entry needs the deed's transaction.")
    return Entry.objects.create(
        actor_id=by.id,
        actor_name=by.name,
        verb=verb,
        subject=subject,
        subject_id=str(subject_id),
        unit_code=unit_code,
        data=data,
    )

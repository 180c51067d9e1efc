"""A notice is sent by being written: what a killed process did not commit was never said."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from hashlib import sha256

from django.db import connection, transaction
from django.utils.timezone import localtime

from jinguo.audit.actions import record
from jinguo.delivery.models import Notice
from jinguo.delivery.queries.ledger import sorted_out
from jinguo.delivery.rules.letting import Let, Message
from jinguo.federations.queries import newest_codes
from jinguo.kernel.actor import Actor

_COUNTY = 6
"""Digits of a code that say the county."""


def hold_ledger() -> None:
    """Whoever sends waits until nobody else does, to the end of the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtext('notices'))")


@transaction.atomic
def send(*, messages: Sequence[Message], now: datetime, by: Actor) -> list[Let]:
    """Say what may be said now, in this order; the rest is told with what holds it.

    No thing twice on one day, no step twice, nobody in her quiet hours, no unit beyond its cap;
    whatever sends at the same time or was killed before. One audit entry a county.
    """
    hold_ledger()
    lets = sorted_out(messages, now)
    going = [one.message for one in lets if one.hold is None]
    day = localtime(now).date()
    Notice.objects.bulk_create(
        (
            Notice(
                recipient_id=one.recipient_id, federation_id=one.federation_id,
                addressee_id=one.addressee_id, thing=one.thing, kind=one.kind,
                subject=one.subject, part=one.part, due_on=one.due_on, step=one.step,
                overtook=list(one.overtook), sent_at=now, sent_on=day,
            )
            for one in going
        ),
        ignore_conflicts=True,
    )  # fmt: skip
    _noted(going, by)
    return lets


def _noted(going: Iterable[Message], by: Actor) -> None:
    counties: dict[str, list[Message]] = {}
    known = list(going)
    codes = newest_codes({one.addressee_id for one in known})
    for one in known:
        counties.setdefault(codes[one.addressee_id][:_COUNTY], []).append(one)
    for area, sent in sorted(counties.items()):
        lines = sorted(f"{one.thing} {one.due_on} {one.step} {one.recipient_id}" for one in sent)
        code = area.ljust(12, "0")
        record(
            by=by, verb="reminders.sent", subject="unit", subject_id=code, unit_code=code,
            count=len(sent), listed=sha256("\n".join(lines).encode()).hexdigest(),
        )  # fmt: skip

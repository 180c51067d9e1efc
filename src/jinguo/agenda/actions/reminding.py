"""Reminding whoever owes something: worked out anew each time, written once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime

from jinguo.agenda.queries.reminders import reminders
from jinguo.database.scope import whole_tree
from jinguo.delivery.actions.sending import hold_ledger, send
from jinguo.delivery.queries.manners import manner_shelf
from jinguo.delivery.rules.letting import Let
from jinguo.kernel.actor import Actor

AT_ONCE = 20
"""Units of one transaction: a killed run loses at most their work, which the next one does."""


@dataclass(frozen=True, slots=True)
class Reminded:
    """What a run did: notices sent, and those that something holds."""

    sent: int
    held: int


@whole_tree()
def remind(*, now: datetime, by: Actor) -> Reminded:
    """Tell everybody what is due now. It may be killed anywhere and run as often as one likes.

    There is no queue: what is to be said follows from what is owed, the ladder and what was
    said (``agenda.queries.reminders``). Each part works it out under the lock of the ledger and
    writes it in the same transaction.
    """
    at = localtime(now)
    if manner_shelf().all_quiet(at.time()):
        return Reminded(0, 0)
    units = sorted({one.owed.federation_id for one in reminders(at.date()) if one.message})
    lets = [one for part in _parts(units) for one in _remind(part, now, by)]
    sent = sum(one.hold is None for one in lets)
    return Reminded(sent, len(lets) - sent)


@transaction.atomic
def _remind(units: list[int], now: datetime, by: Actor) -> list[Let]:
    hold_ledger()
    due = reminders(localtime(now).date(), units)
    messages = [one.message for one in due if one.message]
    return send(messages=messages, now=now, by=by)


def _parts(units: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(units), AT_ONCE):
        yield units[start : start + AT_ONCE]

"""Of what is owed, which step is due and who is to be told."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localtime

from jinguo.agenda.queries.chains import chains
from jinguo.agenda.queries.ladders import ladder_shelf
from jinguo.agenda.queries.owing import owed
from jinguo.agenda.rules.ladder import Due, due, told
from jinguo.agenda.rules.owed import Owed
from jinguo.delivery.enums import Hold
from jinguo.delivery.queries.ledger import sorted_out, steps_said
from jinguo.delivery.rules.letting import Message


@dataclass(frozen=True, slots=True)
class Reminder:
    """A step that is due for something owed; ``message`` is empty where nobody sits to be told."""

    owed: Owed
    due: Due
    message: Message | None


def reminders(day: date, federation_ids: Collection[int] | None = None) -> list[Reminder]:
    """Every step that is due by ``day`` and was not said, the longest overdue first.

    As many queries for one unit as for all.
    """
    every = owed(day, federation_ids)
    said = steps_said({one.key for one in every})
    shelf = ladder_shelf()
    found = []
    for one in every:
        _ladder, steps = shelf.ladder(one.unit_code, day)
        step = due(steps, one.due_on, day, said.get((one.key, one.due_on), ()))
        if step is not None:
            found.append((one, step))
    lines = chains({one.federation_id: one.unit_code for one, _step in found}, day)
    return [
        Reminder(one, step, _message(one, step, told(step.step.whom, lines[one.federation_id])))
        for one, step in found
    ]


def waiting(now: datetime) -> list[tuple[Reminder, Hold | None]]:
    """Every reminder that has somebody to be told, with what holds it at this moment."""
    known = [(one, one.message) for one in reminders(localtime(now).date()) if one.message]
    lets = sorted_out([message for _one, message in known], now)
    return [(one, let.hold) for (one, _message), let in zip(known, lets, strict=True)]


def _message(owed: Owed, due: Due, whom: tuple[int, int] | None) -> Message | None:
    if whom is None:
        return None
    addressee_id, recipient_id = whom
    return Message(
        recipient_id=recipient_id, federation_id=owed.federation_id, addressee_id=addressee_id,
        thing=owed.key, kind=owed.kind.value, subject=owed.subject, part=owed.part,
        due_on=owed.due_on, step=due.step.days, overtook=due.overtook,
    )  # fmt: skip

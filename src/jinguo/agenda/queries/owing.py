"""What units owe on a day: every room that asks something of them is one source."""

from collections.abc import Callable, Collection, Iterable
from datetime import date

from jinguo.agenda.queries.findings import findings
from jinguo.agenda.queries.gates import gates
from jinguo.agenda.rules.owed import Owed

Source = Callable[[date, Collection[int] | None], Iterable[Owed]]

SOURCES: tuple[Source, ...] = (gates, findings)
"""Each asks a fixed number of queries, however many units it is asked about."""


def owed(day: date, federation_ids: Collection[int] | None = None) -> list[Owed]:
    """What units owe on ``day`` by the records of that day, the most pressing first.

    Of all units, or of these only. Nothing of it is stored: when the record that proves it is
    made, it is gone; when that record is struck out, it is back.
    """
    found = [one for source in SOURCES for one in source(day, federation_ids)]
    return sorted(found, key=lambda one: (one.due_on, one.unit_code, one.key))

"""Text longer than a record holds is shortened before it is placed, and said at its cell."""

from collections.abc import Iterable, Iterator
from itertools import chain
from operator import itemgetter
from typing import Any

from django.db.models import Model

from jinguo.people.models import Person
from jinguo.roster.errors import Problem, placing
from jinguo.roster.models import Appointment
from jinguo.roster.readers import RosterFile, RosterRow, RosterSheet
from jinguo.roster.rules.facts import PERSON_FACTS, SEAT_FACTS


def _limits(model: type[Model], names: Iterable[str]) -> dict[str, int]:
    fields: dict[str, Any] = {name: model._meta.get_field(name) for name in names}
    fields = {name: getattr(field, "base_field", field) for name, field in fields.items()}
    return {
        name: field.max_length
        for name, field in fields.items()
        if field.max_length and not field.choices
    }


LIMITS = {**_limits(Person, PERSON_FACTS), **_limits(Appointment, SEAT_FACTS)}
"""How long a text, or one of several, may be."""

SHOWN = 60


def fit(file: RosterFile) -> Iterator[Problem]:
    """Shorten what is too long in the rows of a file; a problem for each cell."""
    for sheet in file.sheets:
        for name, limit in LIMITS.items():
            if max(map(len, _texts(sheet, name)), default=0) > limit:
                yield from _shorten(file.name, sheet, name, limit)


def _texts(sheet: RosterSheet, name: str) -> Iterator[str]:
    """A column's texts; of a column of several texts a row, each of them."""
    column = map(itemgetter(RosterRow._fields.index(name)), sheet.rows)
    return chain.from_iterable(column) if name == "categories" else column


def _shorten(file: str, sheet: RosterSheet, name: str, limit: int) -> Iterator[Problem]:
    for at, row in enumerate(sheet.rows):
        value = getattr(row, name)
        parts = (value,) if isinstance(value, str) else value
        longest = max(parts, key=len, default="")
        if len(longest) <= limit:
            continue
        cut = tuple(part[:limit] for part in parts)
        kept: dict[str, Any] = {name: cut[0] if isinstance(value, str) else cut}
        sheet.rows[at] = row._replace(**kept)
        yield Problem(
            placing.TEXT_TOO_LONG, file, sheet.name, sheet.cell(name, row.row),
            f"{longest[:SHOWN]}…", {"length": len(longest), "limit": limit},
        )  # fmt: skip

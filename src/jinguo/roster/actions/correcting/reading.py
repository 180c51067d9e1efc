"""What a form says of a person, read as the cells of a roster are."""

import csv
import io
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from jinguo.roster.actions.importing.fitting import fit
from jinguo.roster.enums import Severity
from jinguo.roster.errors import cells, placing
from jinguo.roster.readers import Vocabulary, read_roster
from jinguo.roster.readers.columns import COLUMNS
from jinguo.roster.readers.sheet import cell_name
from jinguo.roster.writers.facts import NAMED_FACTS

_FILE = "更正.csv"
_POST = ("妇联职务", "执委")
"""A row of a roster needs a post; nothing is taken from it."""


_SHORTENED = (placing.TEXT_TOO_LONG, cells.ID_NUMBER_REMOVED)
"""Faults of which something is kept, but not what was written."""


@dataclass(slots=True)
class Reading:
    """The values understood, by fact; what is wrong, and what is only remarked, in words."""

    values: dict[str, Any] = field(default_factory=dict)
    faults: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    remarks: list[str] = field(default_factory=list)


def read_facts(words: Mapping[str, str], name: str, today: date) -> Reading:
    """Read facts that were written by hand; ``name`` is hers where it is not among them.

    Where a roster would be read with something left out or shortened, the form is refused: who
    writes one fact by hand is at hand to write it right.
    """
    reading = Reading()
    file = read_roster(_FILE, _listing(words, name), Vocabulary(names={}, markers={}), {}, today)
    at_cell = {cell_name(2, at): fact for at, fact in enumerate(NAMED_FACTS)}
    found: dict[str, list[Any]] = defaultdict(list)
    cut = [*fit(file)]
    rows = [row for sheet in file.sheets for row in sheet.rows]
    for problem in [*file.problems, *cut]:
        found[at_cell.get(problem.cell, "name")].append(problem)
    for fact in words:
        reading.values[fact] = getattr(rows[0], fact) if rows else None
        for problem in found.pop(fact, []):
            lost = not reading.values[fact] or problem.fault in _SHORTENED
            if problem.severity == Severity.REFUSE or lost:
                reading.faults[fact].append(problem.message)
            else:
                reading.remarks.append(problem.message)
    if not rows and not reading.faults:
        reading.faults["name"] += [one.message for problems in found.values() for one in problems]
    return reading


def _listing(words: Mapping[str, str], name: str) -> bytes:
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow([*(COLUMNS[fact].written for fact in NAMED_FACTS), _POST[0]])
    rows.writerow([*({"name": name, **words}.get(fact, "") for fact in NAMED_FACTS), _POST[1]])
    return text.getvalue().encode()

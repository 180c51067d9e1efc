"""What an import is asked to do, and what it answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from jinguo.divisions.queries import Place
from jinguo.roster.enums import Severity
from jinguo.roster.errors import Problem

SEPARATOR = "\u241f"


def cell_key(file: str, sheet: str, cell: str) -> str:
    """The name of a cell across files, as corrections and answers use it."""
    return SEPARATOR.join((file, sheet, cell))


def corrections_of(corrections: Mapping[str, str], file: str) -> dict[tuple[str, str], str]:
    """The corrections of one file, by sheet and cell."""
    keys = ((key.split(SEPARATOR), text) for key, text in corrections.items())
    return {(sheet, cell): text for (name, sheet, cell), text in keys if name == file}


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """Files with their names, and what the person importing has decided.

    ``as_of`` is the day the lists describe; where it is empty, each sheet's own
    填报日期 is used. ``corrections`` replace cells before they are read;
    ``answers`` say for a name's cell which person is meant (the ``ref`` of a
    question's candidate, or "new").
    Both are keyed by ``cell_key``. A list of a day after ``today`` is refused, if it is given.
    """

    files: Sequence[tuple[str, bytes]]
    county: Place
    as_of: date | None = None
    corrections: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    today: date | None = None


class ChangeLine(NamedTuple):
    """What one row, or the absence of one, does to a unit."""

    action: str
    unit_code: str
    unit_name: str
    person_id: int | None
    person: str
    what: str
    file: str = ""
    sheet: str = ""
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A doubtful match: the row's name, the people it may be, and what speaks for each."""

    key: str
    file: str
    sheet: str
    cell: str
    name: str
    candidates: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Report:
    """What an import would do, or did.

    ``remembered`` counts units of which no list of that day was known. Where nobody moved,
    that too is recorded: who sat on the day of a list did not leave before it.
    """

    rows: int = 0
    people: int = 0
    units: int = 0
    joined: int = 0
    left: int = 0
    changed: int = 0
    unchanged: int = 0
    remembered: int = 0
    problems: list[Problem] = field(default_factory=list)
    changes: list[ChangeLine] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    days: list[date] = field(default_factory=list)
    batch: int | None = None

    @property
    def refused(self) -> bool:
        """Whether a problem stands in the way of applying."""
        return any(problem.severity == Severity.REFUSE for problem in self.problems)

    @property
    def empty(self) -> bool:
        """Whether applying would change nothing."""
        return not (self.joined or self.left or self.changed or self.remembered)

    def count(self, severity: Severity) -> int:
        """How many problems are this grave."""
        return sum(problem.severity == severity for problem in self.problems)

    @property
    def refusals(self) -> int:
        """How many problems stand in the way of applying."""
        return self.count(Severity.REFUSE)

    def counts(self) -> dict[str, Any]:
        """The seven counts, by the names other programs use."""
        return {
            "rows": self.rows,
            "people": self.people,
            "units": self.units,
            "joined": self.joined,
            "left": self.left,
            "changed": self.changed,
            "unchanged": self.unchanged,
        }

    def as_json(self) -> dict[str, Any]:
        """What ``jinguo roster import --json`` prints."""
        return {
            **self.counts(),
            "problems": [problem.as_json() for problem in self.problems],
            "batch": self.batch,
        }

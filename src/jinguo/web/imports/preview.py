"""A report arranged for reading: problems by place, changes by unit."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.urls import reverse

from jinguo.roster.actions.importing import ChangeLine, Question, Report, cell_key
from jinguo.roster.enums import Severity
from jinguo.roster.errors import Problem
from jinguo.web.imports.cells import page_of, row_of

SHOWN = 300
"""Problems of one severity shown on one page; the rest is counted and follows as these go."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One problem with the way to its cell and what was typed there instead."""

    problem: Problem
    key: str
    url: str
    correction: str | None


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubtful match with the way to its cell and the answer given so far."""

    question: Question
    url: str
    answer: str | None


@dataclass(slots=True)
class Group:
    """The problems of one sheet of one file."""

    file: str
    sheet: str
    entries: list[Entry] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Section:
    """All problems of one severity."""

    severity: Severity
    count: int
    groups: list[Group]
    left_out: int


@dataclass(slots=True)
class UnitChanges:
    """What would change in one unit."""

    name: str
    lines: list[ChangeLine] = field(default_factory=list)
    unchanged: int = 0


class SheetAddresses:
    """Ways to the sheets of a draft, by file and sheet name."""

    def __init__(self, draft_id: int, sheets: Mapping[str, list[str]]) -> None:
        self._draft_id = draft_id
        self._numbers = {
            (file, sheet): (file_number, sheet_number)
            for file_number, (file, names) in enumerate(sheets.items())
            for sheet_number, sheet in enumerate(names)
        }

    def cell(self, file: str, sheet: str, cell: str) -> str:
        """The address of a cell in its sheet as read; empty where there is no such sheet."""
        numbers = self._numbers.get((file, sheet))
        if numbers is None:
            return ""
        url = reverse("imports:sheet", args=[self._draft_id, *numbers])
        row = row_of(cell)
        return f"{url}?page={page_of(row)}#{cell}" if row else url


def sections(
    report: Report, corrections: Mapping[str, str], addresses: SheetAddresses
) -> list[Section]:
    """Problems by severity, gravest first, each grouped by file and sheet."""
    made = []
    for severity in Severity:
        of_it = [problem for problem in report.problems if problem.severity == severity]
        entries = (_entry(one, corrections, addresses) for one in of_it[:SHOWN])
        if of_it:
            left_out = max(0, len(of_it) - SHOWN)
            made.append(Section(severity, len(of_it), _grouped(entries), left_out))
    return made


def _entry(problem: Problem, corrections: Mapping[str, str], addresses: SheetAddresses) -> Entry:
    key = cell_key(problem.file, problem.sheet, problem.cell) if problem.cell else ""
    url = addresses.cell(problem.file, problem.sheet, problem.cell)
    return Entry(problem, key, url, corrections.get(key))


def doubts(report: Report, answers: Mapping[str, str], addresses: SheetAddresses) -> list[Doubt]:
    """The questions of a report, those still open first."""
    found = [
        Doubt(one, addresses.cell(one.file, one.sheet, one.cell), answers.get(one.key))
        for one in report.questions
    ]
    return sorted(found, key=lambda doubt: doubt.answer is not None)


def _grouped(entries: Iterable[Entry]) -> list[Group]:
    groups: dict[tuple[str, str], Group] = {}
    for entry in entries:
        place = (entry.problem.file, entry.problem.sheet)
        groups.setdefault(place, Group(*place)).entries.append(entry)
    return list(groups.values())


def unit_changes(report: Report) -> list[UnitChanges]:
    """Who joins, leaves and changes in each unit; who stays is only counted."""
    units: dict[str, UnitChanges] = {}
    for line in report.changes:
        unit = units.setdefault(line.unit_code, UnitChanges(line.unit_name))
        if line.action == "unchanged":
            unit.unchanged += 1
        else:
            unit.lines.append(line)
    return [units[code] for code in sorted(units)]

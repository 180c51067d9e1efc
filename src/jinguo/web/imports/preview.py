"""A report arranged for reading: problems by place, changes by unit."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.urls import reverse

from jinguo.roster.actions.importing import SEPARATOR, ChangeLine, Question, Report, cell_key
from jinguo.roster.enums import Severity
from jinguo.roster.errors import Problem
from jinguo.roster.errors.placing import PERSON_TWICE, REMARK_LEFT
from jinguo.web.imports.cells import order_of, page_of, row_of

OF_A_ROW = (PERSON_TWICE, REMARK_LEFT)
"""Warnings that ask for a row to be deleted."""

SHOWN = 300
"""Problems of one severity shown on one page; the rest is counted and follows as these go."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One problem with the way to its cell and what was typed there instead.

    ``anchor`` is where its form leads back to; ``ids`` are the anchors that stand here,
    also those of cells that are mended and have no problem of their own any more.
    """

    problem: Problem
    key: str
    url: str
    correction: str | None
    anchor: str
    ids: list[str]

    @property
    def mendable(self) -> bool:
        """Whether another text in the cell could mend it."""
        graver = self.problem.severity != Severity.NOTE
        return bool(self.key) and self.problem.fault.mendable and graver

    @property
    def row(self) -> int:
        """The row to leave out where that is a way to mend it, else 0."""
        refused = self.problem.severity == Severity.REFUSE
        return row_of(self.problem.cell) if refused or self.problem.fault in OF_A_ROW else 0


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubtful match with the way to its cell, its place here, and the answer given so far."""

    question: Question
    url: str
    anchor: str
    answer: str | None


@dataclass(slots=True)
class Group:
    """The problems of one sheet of one file."""

    file: str
    sheet: str
    entries: list[Entry] = field(default_factory=list)


FOLDED = 12
"""Problems of one severity from which on they are folded by file and sheet."""


@dataclass(frozen=True, slots=True)
class Section:
    """All problems of one severity."""

    severity: Severity
    count: int
    groups: list[Group]
    left_out: int

    @property
    def folded(self) -> bool:
        """Whether they are too many, of too many sheets, to be shown at once."""
        return self.count > FOLDED and len(self.groups) > 1


@dataclass(frozen=True, slots=True)
class ChangeEntry:
    """One change with its sheet and the way to its row; both empty where no row says it."""

    line: ChangeLine
    source: str
    url: str


@dataclass(slots=True)
class UnitChanges:
    """What would change in one unit, and the sheets that say so."""

    name: str
    lines: list[ChangeEntry] = field(default_factory=list)
    sources: dict[str, None] = field(default_factory=dict)
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

    def anchor(self, file: str, sheet: str, cell: str, kind: str = "p") -> str:
        """Where the problems (or questions) of a cell stand; empty where there is no cell."""
        numbers = self._numbers.get((file, sheet), ())
        return "-".join([kind, *map(str, numbers), cell]) if cell else ""

    def order(self, file: str, sheet: str, cell: str) -> tuple[tuple[int, ...], tuple[object, ...]]:
        """Sorts cells by file, sheet, row and column."""
        return self._numbers.get((file, sheet), ()), order_of(cell)


def sections(
    report: Report, corrections: Mapping[str, str], addresses: SheetAddresses
) -> list[Section]:
    """Problems by severity, gravest first, each grouped by file and sheet."""
    made: list[Section] = []
    taken: set[str] = set()
    for severity in Severity:
        of_it = [problem for problem in report.problems if problem.severity == severity]
        entries = [_entry(one, corrections, addresses, taken) for one in of_it[:SHOWN]]
        if entries and not made and severity != Severity.NOTE:
            standing = {cell_key(one.file, one.sheet, one.cell) for one in report.problems}
            _stand_in(entries, corrections.keys() - standing, addresses)
        if of_it:
            left_out = max(0, len(of_it) - SHOWN)
            made.append(Section(severity, len(of_it), _grouped(entries), left_out))
    return made


def _entry(
    problem: Problem, corrections: Mapping[str, str], addresses: SheetAddresses, taken: set[str]
) -> Entry:
    place = (problem.file, problem.sheet, problem.cell)
    key = cell_key(*place) if problem.cell else ""
    anchor = addresses.anchor(*place)
    ids = [anchor] if anchor and anchor not in taken else []
    taken.update(ids)
    return Entry(problem, key, addresses.cell(*place), corrections.get(key), anchor, ids)


def _stand_in(entries: list[Entry], mended: set[str], addresses: SheetAddresses) -> None:
    """Who mended a cell comes back to where it stood: the next problem carries its anchor."""
    for key in sorted(mended):
        file, sheet, cell = key.split(SEPARATOR)
        place = addresses.order(file, sheet, cell)
        later = (
            one
            for one in entries
            if addresses.order(one.problem.file, one.problem.sheet, one.problem.cell) > place
        )
        next(later, entries[-1]).ids.append(addresses.anchor(file, sheet, cell))


def doubts(report: Report, answers: Mapping[str, str], addresses: SheetAddresses) -> list[Doubt]:
    """The questions of a report, those still open first."""
    found = [
        Doubt(one, addresses.cell(*place), addresses.anchor(*place, "q"), answers.get(one.key))
        for one in report.questions
        for place in [(one.file, one.sheet, one.cell)]
    ]
    return sorted(found, key=lambda doubt: doubt.answer is not None)


def _grouped(entries: Iterable[Entry]) -> list[Group]:
    groups: dict[tuple[str, str], Group] = {}
    for entry in entries:
        place = (entry.problem.file, entry.problem.sheet)
        groups.setdefault(place, Group(*place)).entries.append(entry)
    return list(groups.values())


def unit_changes(report: Report, addresses: SheetAddresses) -> list[UnitChanges]:
    """Who joins, leaves and changes in each unit; who stays is only counted."""
    units: dict[str, UnitChanges] = {}
    for line in report.changes:
        unit = units.setdefault(line.unit_code, UnitChanges(line.unit_name))
        if line.action == "unchanged":
            unit.unchanged += 1
            continue
        source = f"{line.file} · {line.sheet}" if line.row else ""
        url = addresses.cell(line.file, line.sheet, f"A{line.row}") if line.row else ""
        unit.lines.append(ChangeEntry(line, source, url))
        if source:
            unit.sources[source] = None
    return [units[code] for code in sorted(units)]

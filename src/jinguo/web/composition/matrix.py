"""Units × rules: which committee meets which rule, what fails first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jinguo.divisions.models import Level
from jinguo.federations.queries import Unit
from jinguo.roster.queries.composition import UnitVerdict
from jinguo.roster.rules.composition import RuleVerdict

TITLES: dict[int, str | Promise] = {
    Level.COUNTY: _("County federation"),
    Level.TOWNSHIP: _("Township federations"),
    Level.VILLAGE: _("Village and community federations"),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A rule and what it says of a committee; nothing where it does not bind it."""

    key: str
    title: str
    verdict: RuleVerdict | None


@dataclass(frozen=True, slots=True)
class Row:
    """One committee with a cell under each column."""

    verdict: UnitVerdict
    cells: list[Cell]
    failing: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """The committees of one level; ``absent`` are the units where nobody sits yet."""

    level: int
    title: str | Promise
    columns: list[tuple[str, str]]
    rows: list[Row]
    absent: list[Unit]

    @property
    def failing(self) -> list[Row]:
        """The committees that miss a rule, most rules first."""
        return [row for row in self.rows if row.failing]

    @property
    def in_order(self) -> list[Row]:
        """The committees that meet every rule."""
        return [row for row in self.rows if not row.failing]


def matrices(units: Iterable[Unit], verdicts: Iterable[UnitVerdict]) -> list[Matrix]:
    """One matrix a level, failing committees first."""
    judged = {verdict.unit.federation_id: verdict for verdict in verdicts}
    levels: dict[int, list[Unit]] = {}
    for unit in units:
        levels.setdefault(unit.level, []).append(unit)
    return [_matrix(level, of_level, judged) for level, of_level in sorted(levels.items())]


def _matrix(level: int, units: Sequence[Unit], judged: dict[int, UnitVerdict]) -> Matrix:
    sitting = [judged[u.federation_id] for u in units if u.federation_id in judged]
    columns: dict[str, str] = {}
    for verdict in sitting:
        for rule in verdict.rules:
            columns.setdefault(rule.rule.key, rule.title)
    rows = [_row(verdict, columns) for verdict in sitting]
    return Matrix(
        level,
        TITLES.get(level, ""),
        list(columns.items()),
        sorted(rows, key=lambda row: -row.failing),
        [unit for unit in units if unit.federation_id not in judged],
    )


def _row(verdict: UnitVerdict, columns: Mapping[str, str]) -> Row:
    by_key = {rule.rule.key: rule for rule in verdict.rules}
    cells = [Cell(key, title, by_key.get(key)) for key, title in columns.items()]
    return Row(verdict, cells, sum(not rule.ok for rule in verdict.rules))


@dataclass(frozen=True, slots=True)
class Source:
    """Where rules come from, whether they were checked against it, and which rules they are."""

    text: str
    verified: bool
    titles: list[str]


def sources(verdicts: Iterable[UnitVerdict]) -> list[Source]:
    """The sources of all rules that were judged."""
    found: dict[tuple[str, bool], dict[str, None]] = {}
    for verdict in verdicts:
        for rule in verdict.rules:
            place = (rule.rule.source, rule.rule.verified)
            found.setdefault(place, {})[rule.title] = None
    return [Source(*place, list(titles)) for place, titles in sorted(found.items())]

"""What the rows of a day newly say of people."""

from datetime import date
from typing import Any, NamedTuple

from jinguo.people.queries import masked
from jinguo.roster.actions.importing.byhand import ByHand
from jinguo.roster.actions.importing.comparing import facts_of
from jinguo.roster.actions.importing.plan import Plan
from jinguo.roster.actions.importing.request import Report
from jinguo.roster.errors import Fault, Problem, placing
from jinguo.roster.queries.state import Recorded, State, described_later
from jinguo.roster.readers import RosterRow, RosterSheet
from jinguo.roster.rules.corrected import repeats_corrected
from jinguo.roster.rules.facts import FACT_TITLES, PERSON_FACTS


class At(NamedTuple):
    """Where a row stands, for problems and lines."""

    file: str
    sheet: RosterSheet
    row: RosterRow

    def shown_from(self, other: "At") -> str:
        """Where the row stands, as far as it is not where the other stands: C6, 执委 C6 …"""
        where = [
            self.file if self.file != other.file else "",
            self.sheet.name
            if (self.file, self.sheet.name) != (other.file, other.sheet.name)
            else "",
            self.sheet.cell("name", self.row.row),
        ]
        return " ".join(filter(None, where))

    def problem(self, fault: Fault, column: str, value: object, **data: object) -> Problem:
        """A fault at a cell of this row."""
        cell = self.sheet.cell(column, self.row.row)
        return Problem(fault, self.file, self.sheet.name, cell, str(value), data)


class Describer:
    """Gathers what rows say of people; of two rows of one day the later holds.

    An older list does not overwrite a newer one: it only tells what that left open. What somebody
    emptied by hand was not left open. A list that still says what was corrected by hand says
    nothing new, whatever its day (``rules.corrected``).
    """

    def __init__(self, state: State, report: Report, plan: Plan, by_hand: ByHand) -> None:
        self._state = state
        self._report = report
        self._plan = plan
        self._later: dict[int, date] | None = None
        self._by_hand = by_hand

    def __call__(self, person_id: int, at: At, as_of: date) -> None:
        """Take in one row of a list of the day."""
        named = self._plan.new_people.get(person_id)
        if named is not None and named is not at.row:
            said = {name: getattr(at.row, name) for name in PERSON_FACTS if getattr(at.row, name)}
            self._plan.new_people[person_id] = named._replace(**said)
        known = self._state.people.get(person_id)
        if known is None:
            return
        facts = facts_of(at.row)
        same = facts == known.facts and at.row.name == known.name
        if same and person_id not in self._plan.described:
            return
        new = self._plan.described.setdefault(person_id, {})
        if self._described_later(known, as_of):
            self._fill(at, known, facts, new)
        else:
            self._follow(at, known, facts, new)

    def _described_later(self, known: Recorded, as_of: date) -> bool:
        if self._later is None:
            self._later = described_later(self._state.people, as_of)
        days = (known.described_on, self._later.get(known.person_id))
        return any(day is not None and day > as_of for day in days)

    def _fill(self, at: At, known: Recorded, facts: tuple[Any, ...], new: dict[str, Any]) -> None:
        called = at.row.name
        if called != known.name and self._repeats(known.person_id, "name", called, known.name):
            self._kept(at, "name", called, known.name)
        for name, value, recorded in zip(PERSON_FACTS, facts, known.facts, strict=True):
            if value and not recorded and not self._emptied_by_hand(known.person_id, name):
                new[name] = value
            elif value and value != recorded:
                words = {"name": at.row.name, "fact": str(FACT_TITLES[name])}
                self._report.problems.append(at.problem(placing.FACT_OLDER, name, value, **words))

    def _follow(self, at: At, known: Recorded, facts: tuple[Any, ...], new: dict[str, Any]) -> None:
        names = ("name", *PERSON_FACTS)
        values = zip(names, (at.row.name, *facts), (known.name, *known.facts), strict=True)
        for name, value, recorded in values:
            if not value:
                continue
            if value == recorded:
                if name != "name":
                    new.pop(name, None)
            elif self._repeats(known.person_id, name, value, recorded):
                new.pop(name, None)
                self._kept(at, name, value, recorded)
            else:
                new[name] = value

    def _repeats(self, person_id: int, name: str, value: Any, recorded: Any) -> bool:
        one = self._by_hand.of(person_id).get(name)
        return one is not None and repeats_corrected(value, recorded, one.now, one.former)

    def _kept(self, at: At, name: str, value: Any, recorded: Any) -> None:
        words = {
            "name": at.row.name, "fact": str(FACT_TITLES[name]), "old": _shown(name, value),
            "new": _shown(name, recorded),
        }  # fmt: skip
        problem = at.problem(placing.FACT_CORRECTED, name, words["old"], **words)
        self._report.problems.append(problem)

    def _emptied_by_hand(self, person_id: int, name: str) -> bool:
        one = self._by_hand.of(person_id).get(name)
        return one is not None and not one.now


def _shown(name: str, value: Any) -> str:
    if name == "phone":
        return masked(value) or "—"
    return (str(value)[:7] if name == "birth_month" else str(value)) if value else "—"

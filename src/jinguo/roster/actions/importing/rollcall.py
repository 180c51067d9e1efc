"""The roll call: whom each row of a unit's list names, each woman once."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from jinguo.roster.actions.importing.byhand import ByHand, called_rightly
from jinguo.roster.actions.importing.describing import At, Describer
from jinguo.roster.actions.importing.identity import Identifier
from jinguo.roster.actions.importing.placing import UnitList
from jinguo.roster.actions.importing.plan import Plan
from jinguo.roster.actions.importing.request import Report
from jinguo.roster.errors import Problem, placing
from jinguo.roster.queries.state import Held, State, body_of
from jinguo.roster.readers import RosterRow, RosterSheet
from jinguo.roster.rules.matching import Evidence, Known, Verdict, weigh, within_list

_LEFT = re.compile(r"已?(离任|离职|辞职|调离|调走|去世|病故|已免|免职)")


@dataclass(frozen=True, slots=True)
class Called:
    """A unit's list with the person of each row; not ``clear`` where a row raised a problem."""

    federation_id: int
    unit_list: UnitList
    rows: list[tuple[At, int]]
    clear: bool

    @property
    def as_of(self) -> date:
        """The day of the list."""
        return self.unit_list.as_of

    @property
    def size(self) -> int:
        """How many rows it has."""
        return len(self.unit_list.rows)

    @property
    def partial(self) -> bool:
        """Whether it names only some of the unit's people."""
        return self.unit_list.partial


class RollCall:
    """Calls the lists of one day. What it says of people is gathered over all their rows."""

    def __init__(
        self,
        state: State,
        identifier: Identifier,
        report: Report,
        plan: Plan,
        new_person_id: Callable[[], int],
        *,
        ask_renamed: bool = True,
    ) -> None:
        """``ask_renamed``: a list of the whole unit may have somebody under another name."""
        self._state = state
        self._who = identifier
        self._report = report
        self._plan = plan
        self._new_person_id = new_person_id
        self._ask_renamed = ask_renamed
        self._by_hand = ByHand(state)
        self._describe = Describer(state, report, plan, self._by_hand)

    def call(self, unit_list: UnitList, federation_id: int) -> Called:
        """Find the person of each row; rows that cannot be counted are listed as problems."""
        said = self._said
        held = self._state.held.get(federation_id, ())
        in_unit = self._recorded_by_name(held, unit_list.as_of)
        absent = self._absent(in_unit, unit_list) if self._ask_renamed else []
        seen: dict[tuple[int, str], At] = {}
        rows: list[tuple[At, int]] = []
        for file, sheet, row in _surest_first(unit_list.rows, in_unit):
            at = At(file, sheet, row)
            if row.starts_on and row.starts_on > unit_list.as_of:
                words = {"as_of": unit_list.as_of}
                self._say(at.problem(placing.STARTS_LATER, "starts_on", row.starts_on, **words))
                continue
            former = self._formerly(row, in_unit, unit_list)
            person_id = self._person(at, in_unit, former, absent, seen)
            if person_id is not None:
                if _LEFT.search(row.remark):
                    self._say(at.problem(placing.REMARK_LEFT, "remark", row.remark, name=row.name))
                self._describe(person_id, at, unit_list.as_of)
                rows.append((at, person_id))
        return Called(federation_id, unit_list, rows, clear=self._said == said)

    @property
    def _said(self) -> int:
        return len(self._report.problems) + len(self._who.problems)

    def _recorded_by_name(self, held: Iterable[Held], as_of: date) -> dict[str, list[Known]]:
        sits: dict[int, bool] = {}
        for one in held:
            sits[one.person_id] = sits.get(one.person_id, False) or one.sits_on(as_of)
        by_name: dict[str, list[Known]] = defaultdict(list)
        for person_id, sitting in sits.items():
            known = self._who.known[person_id]
            known.sits = sitting
            by_name[known.name].append(known)
        return by_name

    def _absent(self, in_unit: dict[str, list[Known]], unit_list: UnitList) -> list[Known]:
        """Those who sit in the unit and whose name is on no row of its list."""
        listed = {row.name for _file, _sheet, row in unit_list.rows}
        return [
            known
            for name, namesakes in in_unit.items()
            for known in namesakes
            if name not in listed and known.sits
        ]

    def _formerly(
        self, row: RosterRow, in_unit: dict[str, list[Known]], unit_list: UnitList
    ) -> list[Known]:
        """Those of the unit who had the row's name till it was corrected by hand."""
        found = self._by_hand.formerly(row, in_unit)
        if not found:
            return found
        body = body_of(row.post)
        rows = [other for _file, _sheet, other in unit_list.rows]
        return [one for one in found if not called_rightly(one, rows, body)]

    def _person(
        self,
        at: At,
        in_unit: dict[str, list[Known]],
        former: list[Known],
        absent: list[Known],
        seen: dict[tuple[int, str], At],
    ) -> int | None:
        """The person of a row, or ``None`` where the row cannot be counted (with a problem)."""
        row = at.row
        body = body_of(row.post)
        namesakes = [*in_unit.get(row.name, ()), *former]
        if numbered := _numbered(row, namesakes):
            return self._called(at, numbered, body, seen)
        free = []
        for known in namesakes:
            first = seen.get((known.person_id, body))
            if first is None:
                free.append(known)
            elif not self._another_woman(at, first, known):
                return None
        missing = (one for one in absent if (one.person_id, body) not in seen)
        person = self._who.find(at.file, at.sheet, row, free, missing)
        if person is None:
            person = self._who.add_new(self._new_person_id(), *at)
            self._plan.new_people[person.person_id] = row
        if person not in free and (person.person_id, body) not in seen:
            in_unit[row.name].append(person)
        return self._called(at, person, body, seen)

    def _called(
        self, at: At, person: Known, body: str, seen: dict[tuple[int, str], At]
    ) -> int | None:
        """Remember that she was called; twice in one body cannot be."""
        key = (person.person_id, body)
        if key in seen:
            self._twice(at, seen[key])
            return None
        seen[key] = at
        return person.person_id

    def _another_woman(self, at: At, first: At, known: Known) -> bool:
        row, other = at.row, first.row
        verdict = within_list(other.birth_month, other.phone, row.birth_month, row.phone)
        apart: bool | None = verdict is Verdict.NEW
        if verdict is Verdict.ASK:
            apart = self._who.another_woman(at.file, at.sheet, row, known, first.shown_from(at))
        if apart is False:
            self._twice(at, first)
        return bool(apart)

    def _twice(self, at: At, first: At) -> None:
        words = {"first": first.shown_from(at)}
        if (at.row.post, at.row.kind) == (first.row.post, first.row.kind):
            self._say(at.problem(placing.PERSON_TWICE, "name", at.row.name, **words))
        else:
            self._say(at.problem(placing.PERSON_TWICE_POSTS, "name", at.row.name, **words))

    def _say(self, problem: Problem) -> None:
        self._report.problems.append(problem)


def _numbered(row: RosterRow, namesakes: Iterable[Known]) -> Known | None:
    """Her whose number an export gave; a number that is nobody's of this name here says nothing."""
    if not row.person_number:
        return None
    return next((one for one in namesakes if one.person_id == row.person_number), None)


def _surest_first(
    rows: list[tuple[str, RosterSheet, RosterRow]], in_unit: dict[str, list[Known]]
) -> list[tuple[str, RosterSheet, RosterRow]]:
    """Of rows of one name, those that surely speak of somebody recorded claim her first."""
    if not in_unit:
        return rows
    times = Counter(row.name for _file, _sheet, row in rows)
    repeated = {name for name, count in times.items() if count > 1 and name in in_unit}
    if not repeated:
        return rows

    def unsure(listed: tuple[str, RosterSheet, RosterRow]) -> bool:
        row = listed[2]
        return row.name in repeated and not any(
            weigh(known, row.birth_month, row.phone) is Evidence.STRONG
            for known in in_unit[row.name]
        )

    return sorted(rows, key=unsure)

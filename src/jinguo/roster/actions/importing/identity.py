"""Whose row it is: each row finds a person recorded before, one named earlier, or a new one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from jinguo.roster.actions.importing.request import Question, cell_key
from jinguo.roster.errors import Fault, Problem, placing
from jinguo.roster.queries.state import Recorded
from jinguo.roster.readers import RosterRow, RosterSheet
from jinguo.roster.rules.matching import Known, Verdict, elsewhere, renamed, within_unit


class Identifier:
    """Finds people for rows. Doubts become problems with a question; nothing is merged silently."""

    def __init__(self, answers: Mapping[str, str]) -> None:
        self._answers = answers
        self.problems: list[Problem] = []
        self.questions: list[Question] = []
        self.known: dict[int, Known] = {}
        self._named_at: dict[int, tuple[str, RosterSheet, RosterRow]] = {}
        self._by_phone: dict[tuple[str, str], Known] = {}
        self._by_birth: dict[tuple[str, date], list[Known]] = defaultdict(list)

    def learn(self, people: Iterable[Recorded]) -> None:
        """Add people already recorded."""
        for person in people:
            if person.person_id not in self.known:
                self._add(
                    Known(person.person_id, person.name, person["birth_month"], person["phone"])
                )

    def add_new(self, person_id: int, file: str, sheet: RosterSheet, row: RosterRow) -> Known:
        """Remember somebody whom this row names for the first time."""
        known = Known(person_id, row.name, row.birth_month, row.phone)
        self._add(known)
        self._named_at[person_id] = (file, sheet, row)
        return known

    def _ref(self, known: Known) -> str:
        """Her name in an answer: her number, or the cell that first named her."""
        if known.person_id not in self._named_at:
            return str(known.person_id)
        file, sheet, row = self._named_at[known.person_id]
        return cell_key(file, sheet.name, sheet.cell("name", row.row))

    def _add(self, known: Known) -> None:
        self.known[known.person_id] = known
        if known.phone:
            self._by_phone.setdefault((known.name, known.phone), known)
        if known.birth:
            self._by_birth[known.name, known.birth].append(known)

    def find(
        self,
        file: str,
        sheet: RosterSheet,
        row: RosterRow,
        in_unit: list[Known],
        absent: Iterable[Known] = (),
    ) -> Known | None:
        """The person a row speaks of; ``None`` for somebody new (or in doubt, with a problem).

        ``in_unit`` are those of her name in the unit, ``absent`` those of it who are not listed.
        """
        verdict, candidates = (
            within_unit(in_unit, row.birth_month, row.phone) if in_unit else (Verdict.NEW, ())
        )
        fault = placing.PERSON_DOUBTFUL
        if verdict is Verdict.NEW:
            verdict, candidates = self._elsewhere(row, in_unit)
            fault = placing.PERSON_MAYBE
        if verdict is Verdict.NEW:
            candidates = renamed(absent, row.name, row.birth_month, row.phone)
            verdict = Verdict.ASK if candidates else Verdict.NEW
            fault = placing.PERSON_RENAMED
        if verdict is Verdict.NEW:
            return None
        if verdict is Verdict.ASK:
            return self._ask(fault, file, sheet, row, candidates)
        self._remark(verdict, file, sheet, row, candidates[0])
        return candidates[0]

    def _elsewhere(self, row: RosterRow, in_unit: list[Known]) -> tuple[Verdict, tuple[Known, ...]]:
        by_phone = self._by_phone.get((row.name, row.phone)) if row.phone else None
        by_birth = self._by_birth.get((row.name, row.birth_month), ()) if row.birth_month else ()
        if by_phone is not None or by_birth:
            verdict, candidates = elsewhere(
                [by_phone] if by_phone else [],
                [one for one in by_birth if one not in in_unit],
                row.phone,
            )
            if verdict is not Verdict.NEW:
                return verdict, candidates
        # A name-sake who sits here and is on no other row: birth and phone differ, but ask.
        sitting = tuple(one for one in in_unit if one.sits)
        return (Verdict.ASK, sitting) if sitting else (Verdict.NEW, ())

    def another_woman(
        self, file: str, sheet: RosterSheet, row: RosterRow, first: Known, first_at: str
    ) -> bool | None:
        """Whether two unclear rows of one name are two women; ``None`` while nobody has said."""
        cell = sheet.cell("name", row.row)
        key = cell_key(file, sheet.name, cell)
        answer = self._answers.get(key)
        candidates = ((self._ref(first), label(first.name, first.birth, first.phone)),)
        self.questions.append(Question(key, file, sheet.name, cell, row.name, candidates))
        if answer is not None:
            return answer == "new"
        self.problems.append(
            Problem(
                placing.NAMESAKES_UNCLEAR, file, sheet.name, cell, row.name, {"first": first_at}
            )
        )
        return None

    def _ask(
        self,
        fault: Fault,
        file: str,
        sheet: RosterSheet,
        row: RosterRow,
        candidates: tuple[Known, ...],
    ) -> Known | None:
        cell = sheet.cell("name", row.row)
        key = cell_key(file, sheet.name, cell)
        answer = self._answers.get(key)
        labels = [label(one.name, one.birth, one.phone) for one in candidates]
        refs = tuple((self._ref(one), text) for one, text in zip(candidates, labels, strict=True))
        self.questions.append(Question(key, file, sheet.name, cell, row.name, refs))
        for known in candidates:
            if self._ref(known) == answer:
                return known
        if answer != "new":
            self.problems.append(
                Problem(fault, file, sheet.name, cell, row.name, {"known": "、".join(labels)})
            )
        return None

    def _remark(
        self, verdict: Verdict, file: str, sheet: RosterSheet, row: RosterRow, known: Known
    ) -> None:
        if verdict is Verdict.BY_NAME:
            cell = sheet.cell("name", row.row)
            self.problems.append(Problem(placing.MATCHED_BY_NAME, file, sheet.name, cell, row.name))
        elif row.birth_month and known.birth and row.birth_month != known.birth:
            cell = sheet.cell("birth_month", row.row)
            words = {"recorded": f"{known.birth:%Y-%m}", "listed": f"{row.birth_month:%Y-%m}"}
            self.problems.append(
                Problem(placing.BIRTH_DIFFERS, file, sheet.name, cell, row.name, words)
            )


def label(name: str, birth: date | None, phone: str) -> str:
    """A person told from her name-sakes without giving her phone away: 李梅 1985.02 ***0001."""
    parts = [name]
    if birth:
        parts.append(f"{birth:%Y.%m}")
    if phone:
        parts.append(f"***{phone[-4:]}")
    return " ".join(parts)

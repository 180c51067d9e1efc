"""What was corrected by hand of the people of a day's lists."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from jinguo.roster.queries.corrections import Corrected, corrections_in_force
from jinguo.roster.queries.state import State, body_of
from jinguo.roster.readers import RosterRow
from jinguo.roster.rules.corrected import as_listed
from jinguo.roster.rules.matching import Evidence, Known, weigh


class ByHand:
    """Corrections in force; asked for everybody at once, when one first matters."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._found: dict[int, dict[str, Corrected]] | None = None
        self._once_called: dict[str, set[int]] = defaultdict(set)

    def of(self, person_id: int) -> dict[str, Corrected]:
        """Fact → what was corrected of her."""
        return self._all().get(person_id, {})

    def formerly(self, row: RosterRow, unit: Mapping[str, Iterable[Known]]) -> list[Known]:
        """Those of the unit who were called by the name of this row before it was corrected.

        Where the row repeats more of what was corrected, they are shown as it has them.
        """
        if _sure(row, unit.get(row.name, ())):
            return []
        self._all()
        numbers = self._once_called.get(row.name)
        if not numbers:
            return []
        people = {one.person_id: one for namesakes in unit.values() for one in namesakes}
        hers = [people[number] for number in sorted(numbers & people.keys())]
        return [self._as_listed(one, row) for one in hers if one.name != row.name]

    def _as_listed(self, known: Known, row: RosterRow) -> Known:
        facts = self.of(known.person_id)
        birth, phone = facts.get("birth_month"), facts.get("phone")
        return replace(
            known,
            birth=as_listed(row.birth_month, known.birth, birth.former if birth else ()),
            phone=as_listed(row.phone, known.phone, phone.former if phone else ()),
        )

    def _all(self) -> dict[int, dict[str, Corrected]]:
        if self._found is None:
            self._found = corrections_in_force(list(self._state.people))
            for person_id, facts in self._found.items():
                name = facts.get("name")
                if name and name.now == self._state.people[person_id].name:
                    for former in name.former - {name.now, None}:
                        self._once_called[former].add(person_id)
        return self._found


def called_rightly(known: Known, rows: Iterable[RosterRow], body: str) -> bool:
    """Whether a list has her under the name she has now: then its old name is somebody else's."""
    return any(
        row.name == known.name
        and body_of(row.post) == body
        and weigh(known, row.birth_month, row.phone) is not Evidence.AGAINST
        for row in rows
    )


def _sure(row: RosterRow, namesakes: Iterable[Known]) -> bool:
    """Whether the row surely speaks of somebody who has its name now."""
    for known in namesakes:
        evidence = weigh(known, row.birth_month, row.phone)
        if evidence is Evidence.STRONG or (evidence is Evidence.OPEN and known.sits):
            return True
    return False

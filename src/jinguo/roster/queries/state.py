"""What is recorded for some units, as an import needs it: set-based, a fixed number of queries."""

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from django.db import connection

from jinguo.roster.enums import COMMITTEE_POSTS
from jinguo.roster.errors.decisions import PersonUnknown
from jinguo.roster.rules.facts import PERSON_FACTS
from jinguo.roster.rules.timeline import ListDay
from jinguo.sealing.ring import ring

COMMITTEE = frozenset(str(post.value) for post in COMMITTEE_POSTS)


def body_of(post: str) -> str:
    """The seat a post fills: one for the whole committee, one for each other post."""
    return "committee" if post in COMMITTEE else post


@dataclass(slots=True)
class Recorded:
    """What is recorded about a person; ``facts`` in the order of ``PERSON_FACTS``."""

    person_id: int
    name: str
    described_on: date | None
    facts: tuple[Any, ...]

    def __getitem__(self, fact: str) -> Any:
        return self.name if fact == "name" else self.facts[PERSON_FACTS.index(fact)]


@dataclass(slots=True)
class Held:
    """One recorded appointment."""

    id: int
    person_id: int
    federation_id: int
    post: str
    kind: str
    categories: list[str]
    sector: str
    origin: str
    remark: str
    starts_on: date
    ends_on: date | None
    dated: bool
    started_by_id: int | None
    ended_by_id: int | None

    def sits_on(self, day: date) -> bool:
        """Whether the appointment covers the day."""
        return self.starts_on <= day and (self.ends_on is None or day < self.ends_on)


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision by hand: from ``day`` on she sits, or no longer."""

    day: date
    begins: bool


class State:
    """Appointments of the units in an import, and everybody they name.

    ``decided`` is by unit, body and person.
    """

    def __init__(self) -> None:
        self.people: dict[int, Recorded] = {}
        self.held: dict[int, list[Held]] = defaultdict(list)
        self.decided: dict[tuple[int, str, int], list[Decided]] = defaultdict(list)
        self._lists: dict[tuple[int, str], list[ListDay]] = defaultdict(list)

    def lists(self, federation_id: int, body: str) -> list[ListDay]:
        """The lists of a unit's body that were applied."""
        return self._lists.get((federation_id, body), [])

    def add_list(self, federation_id: int, body: str, one: ListDay) -> None:
        """Remember a list that was applied."""
        self._lists[federation_id, body].append(one)


_PERSON = ", ".join(f"p.{name}" for name in ("id", "name", "described_on", *PERSON_FACTS))
_PHONE = 3 + PERSON_FACTS.index("phone")
_SEAT = ", ".join(f"a.{one.name}" for one in fields(Held))


def load_state(federation_ids: Sequence[int]) -> State:
    """Everything recorded for these units: four queries, however many units."""
    state = State()
    ids = list(federation_ids)
    for row in _rows(
        f"select {_SEAT} from roster_appointment a"  # noqa: S608  constant columns
        " where a.federation_id = any(%s)"
        " order by a.federation_id, a.starts_on, a.id",
        [ids],
    ):
        held = Held(*row)
        state.held[held.federation_id].append(held)
    opening = ring().open_contact
    for row in _rows(
        f"select {_PERSON} from people_person p where p.id in"  # noqa: S608  constant columns
        " (select person_id from roster_appointment where federation_id = any(%s))",
        [ids],
    ):
        state.people[row[0]] = _recorded(row, opening)
    for federation_id, body, as_of, latest in _rows(
        "select distinct on (federation_id, body, as_of) federation_id, body, as_of, latest"
        " from roster_listday where federation_id = any(%s)"
        " order by federation_id, body, as_of, batch_id desc",
        [ids],
    ):
        state.add_list(federation_id, body, ListDay(as_of, latest))
    for federation_id, body, person_id, day, begins in _rows(
        "select federation_id, body, person_id, day, begins from roster_decision"
        " where federation_id = any(%s) order by day, id",
        [ids],
    ):
        state.decided[federation_id, body, person_id].append(Decided(day, begins))
    return state


def recorded(person_id: int) -> Recorded:
    """What is recorded about one person. Raises ``PersonUnknown``."""
    found = _rows(f"select {_PERSON} from people_person p where p.id = %s", [person_id])  # noqa: S608  constant columns
    if not found:
        raise PersonUnknown(person=person_id)
    return _recorded(found[0], ring().open_contact)


def digests(federation_ids: Sequence[int], day: date) -> dict[tuple[int, str], str]:
    """What the list of a day said, by unit and body, where it raised no question."""
    return {
        (federation_id, body): digest
        for federation_id, body, digest in _rows(
            "select distinct on (federation_id, body) federation_id, body, digest"
            " from roster_listday where as_of = %s and federation_id = any(%s)"
            " order by federation_id, body, batch_id desc",
            [day, list(federation_ids)],
        )
        if digest
    }


def people_on(federation_ids: Sequence[int], day: date) -> set[int]:
    """Everybody who holds a post in these units on a day."""
    found = _rows(
        "select distinct person_id from roster_appointment where federation_id = any(%s)"
        " and starts_on <= %s and (ends_on is null or ends_on > %s)",
        [list(federation_ids), day, day],
    )
    return {person_id for (person_id,) in found}


def described_later(person_ids: Collection[int], day: date) -> dict[int, date]:
    """Person → the last day after ``day`` on which a list had her.

    A list that says nothing new of her leaves no mark on her record; her seat and the days of the
    lists tell it.
    """
    return dict(
        _rows(
            "select a.person_id, max(l.as_of) from roster_listday l"
            " join roster_appointment a on a.federation_id = l.federation_id"
            " and case when a.post = any(%s) then 'committee' else a.post end = l.body"
            " and a.starts_on <= l.as_of and (a.ends_on is null or a.ends_on > l.as_of)"
            " where l.as_of > %s and a.person_id = any(%s) group by a.person_id",
            [list(COMMITTEE), day, list(person_ids)],
        )
    )


def namesakes_elsewhere(
    names: Collection[str],
    phones: Collection[str],
    lowest: str,
    highest: str,
    federation_ids: Sequence[int],
) -> list[Recorded]:
    """People of these names who have one of these phones anywhere, or sit in units whose
    code today is ``lowest`` ≤ code < ``highest``; without those of the given units.
    """
    if not names:
        return []
    marks = ring().ending_marks(phones)
    found = _rows(
        f"select {_PERSON}, near from people_person p"  # noqa: S608  constant columns
        " cross join lateral (select exists (select 1 from roster_appointment a"
        " join federations_federation f on f.id = a.federation_id"
        " join divisions_version v on v.division_id = f.division_id"
        " where a.person_id = p.id and v.valid_until is null"
        " and v.code >= %s and v.code < %s) as near) c"
        " where p.name = any(%s::text[])"
        " and (near or p.phone <> '' and split_part(p.phone, ':', 2) = any(%s::text[]))"
        " and not exists (select 1 from roster_appointment known"
        " where known.person_id = p.id and known.federation_id = any(%s))",
        [lowest, highest, text_array(names), text_array(marks), list(federation_ids)],
    )
    people = [(_recorded(row[:-1], ring().open_contact), row[-1]) for row in found]
    return [person for person, near in people if near or person["phone"] in phones]


def text_array(texts: Collection[str]) -> str:
    """Texts as PostgreSQL writes an array: much faster than adapting them one by one."""
    if not texts:
        return "{}"
    joined = "\0".join(texts)  # PostgreSQL has no text with a NUL in it
    escaped = joined.replace("\\", "\\\\").replace('"', '\\"')
    return '{"' + escaped.replace("\0", '","') + '"}'


def _recorded(row: tuple[Any, ...], opening: Callable[[str], str]) -> Recorded:
    phone = opening(row[_PHONE])
    return Recorded(row[0], row[1], row[2], (*row[3:_PHONE], phone, *row[_PHONE + 1 :]))


def _rows(sql: str, parameters: list[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found

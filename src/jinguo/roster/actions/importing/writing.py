"""Writing a plan: COPY for the new, one statement for the rewritten, before-images of both."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.backends.utils import CursorWrapper
from psycopg.types.json import Jsonb

from jinguo.database.copying import allocate_ids, copy_rows, guarded_rows_arriving
from jinguo.people.models import Person
from jinguo.roster.actions.importing.comparing import facts_of
from jinguo.roster.actions.importing.plan import Plan
from jinguo.roster.enums import Kind, Post
from jinguo.roster.models import Appointment, Change, ListDay
from jinguo.roster.queries.state import Held, Recorded, State, text_array
from jinguo.roster.rules.facts import PERSON_FACTS, SEAT_FACTS
from jinguo.sealing.ring import ring


class IdSource:
    """Ids for new people, fetched in growing blocks so that few imports ask more than once."""

    def __init__(self, cursor: CursorWrapper, table: str) -> None:
        self._cursor = cursor
        self._table = table
        self._block = 64
        self._ids: Iterator[int] = iter(())

    def __call__(self) -> int:
        number = next(self._ids, None)
        if number is not None:
            return number
        self._block = min(self._block * 4, 20_000)
        self._ids = iter(allocate_ids(self._cursor, self._table, self._block))
        return next(self._ids)


def write(plan: Plan, state: State, *, batch_id: int, as_of: date) -> None:
    """Write a plan without lists within the caller's transaction, new people and all."""
    with new_people_arriving(plan, batch_id=batch_id, as_of=as_of):
        pass  # nothing else to do meanwhile
    write_rest(plan, state, batch_id=batch_id, as_of=as_of)


def write_rest(plan: Plan, state: State, *, batch_id: int, as_of: date) -> None:
    """Write what refers to people who are there by now."""
    with connection.cursor() as cursor:
        _described(cursor, plan, state, batch_id, as_of)
        _voided(plan, batch_id)
        _rewritten(cursor, plan, batch_id)
        _appointments(cursor, plan, batch_id)


_PHONE = PERSON_FACTS.index("phone")


@contextmanager
def new_people_arriving(plan: Plan, *, batch_id: int, as_of: date) -> Iterator[None]:
    """Write the new people of a plan while the block, which asks the database nothing, goes on."""
    if not plan.new_people:
        yield
        return
    columns = ("id", "name", *PERSON_FACTS, "described_on", "recorded_in")
    rows = ((number, row.name, facts_of(row)) for number, row in plan.new_people.items())
    day, seal = as_of.isoformat(), ring().seal_contact
    stored = (
        (
            number,
            name,
            *_texts(facts[:_PHONE]),
            seal(facts[_PHONE]),
            *facts[_PHONE + 1 :],
            day,
            batch_id,
        )
        for number, name, facts in rows
    )
    with (
        connection.cursor() as cursor,
        guarded_rows_arriving(cursor, "people_person", columns, stored),
    ):
        yield


def _described(cursor: CursorWrapper, plan: Plan, state: State, batch_id: int, as_of: date) -> None:
    """Facts of people that the list states anew, with what stood there before."""
    changes: list[tuple[Any, ...]] = []
    people: list[Person] = []
    for person_id, new in plan.described.items():
        if not new:
            continue
        known = state.people[person_id]
        before = {name: _json(known[name]) for name in new}
        before["described_on"] = _json(known.described_on)
        after = {name: _json(value) for name, value in new.items()}
        changes.append((batch_id, "person", person_id, _sealed(before), _sealed(after)))
        people.append(_person(known, new, max(known.described_on or as_of, as_of)))
    _log(cursor, changes)
    if people:
        Person.objects.bulk_update(people, ["name", *PERSON_FACTS, "described_on"], batch_size=2000)


def _sealed(facts: dict[str, Any]) -> Jsonb:
    return Jsonb(_BEFORE.seal(facts))


_BEFORE = Change._meta.get_field("before")


def _person(known: Recorded, new: dict[str, Any], day: date) -> Person:
    facts = {"name": known.name, **dict(zip(PERSON_FACTS, known.facts, strict=True)), **new}
    return Person(pk=known.person_id, described_on=day, **facts)


def _voided(plan: Plan, batch_id: int) -> None:
    """Appointments that a corrected list of the same day shows never to have been."""
    if not plan.voided:
        return
    with connection.cursor() as cursor:
        _log(
            cursor,
            [
                (batch_id, "appointment", one.id, Jsonb(image(one)), Jsonb(None))
                for one in plan.voided
            ],
        )
    Appointment.objects.filter(pk__in=[one.id for one in plan.voided]).delete()


def _rewritten(cursor: CursorWrapper, plan: Plan, batch_id: int) -> None:
    """One UPDATE for all: every column is given, changed or not."""
    if not plan.rewritten:
        return
    changes = []
    seats = []
    for held, after in plan.rewritten:
        before = {name: _json(getattr(held, name)) for name in after}
        if "ends_on" in after:
            before["ended_by"] = held.ended_by_id
        changes.append(
            (
                batch_id, "appointment", held.id, Jsonb(before),
                Jsonb({name: _json(value) for name, value in after.items()}),
            )
        )  # fmt: skip
        value = {**{name: getattr(held, name) for name in _SEAT_COLUMNS}, **after}
        ended_by = held.ended_by_id
        if "ends_on" in after:
            ended_by = batch_id if after["ends_on"] else None
        seats.append((held.id, *(value[name] for name in _SEAT_COLUMNS), ended_by))
    _log(cursor, changes)
    columns = (*_SEAT_COLUMNS, "ended_by_id")
    cursor.execute(
        "create temporary table seat_rewritten on commit drop as select * from roster_appointment"
        " with no data"
    )
    copy_rows(cursor, "seat_rewritten", ("id", *columns), seats)
    values = ", ".join(f"{name} = s.{name}" for name in columns)
    cursor.execute(
        f"update roster_appointment a set {values} from seat_rewritten s where s.id = a.id"  # noqa: S608  our columns
    )
    cursor.execute("drop table seat_rewritten")


_SEAT_COLUMNS = (*SEAT_FACTS, "starts_on", "ends_on", "dated")


def _appointments(cursor: CursorWrapper, plan: Plan, batch_id: int) -> None:
    copy_rows(
        cursor,
        "roster_appointment",
        (
            "person_id",
            "federation_id",
            *SEAT_FACTS,
            "starts_on",
            "ends_on",
            "dated",
            "started_by_id",
        ),
        (
            (
                person_id,
                federation_id,
                *_texts((*seat.facts, seat.starts_on, seat.ends_on)),
                seat.dated,
                batch_id,
            )
            for person_id, federation_id, seat in plan.appointments
        ),
    )


def _texts(facts: Iterable[Any]) -> list[Any]:
    """Facts as COPY takes them soonest: as texts, as most of them are."""
    return [form(one) if (form := _FORMS.get(type(one))) else one for one in facts]


_FORMS: dict[type, Callable[[Any], str]] = {
    date: lru_cache(maxsize=4096)(str),  # few days occur, each in many rows; so it is with
    tuple: lru_cache(maxsize=4096)(text_array),  # combinations of categories
    Post: str,
    Kind: str,
}


def write_lists(plan: Plan, digests: Iterable[str], *, batch_id: int) -> None:
    """Write which lists are known from now on; ``digests`` are theirs, in their order."""
    columns = ("batch_id", "federation_id", "body", "as_of", "latest", "digest")
    rows = (
        (batch_id, federation_id, body, one.as_of, one.latest, digest)
        for (federation_id, body, one, _said), digest in zip(plan.lists, digests, strict=True)
    )
    with connection.cursor() as cursor:
        copy_rows(cursor, ListDay._meta.db_table, columns, rows)


def image(held: Held) -> dict[str, Any]:
    """A whole appointment as JSON, from which undoing can make it again."""
    return {
        "person": held.person_id,
        "federation": held.federation_id,
        "starts_on": held.starts_on.isoformat(),
        "started_by": held.started_by_id,
        "ended_by": held.ended_by_id,
        **{name: _json(getattr(held, name)) for name in _SEAT_COLUMNS},
    }


def _log(cursor: CursorWrapper, changes: list[tuple[Any, ...]]) -> None:
    columns = ("batch_id", "subject", "subject_id", "before", "after")
    copy_rows(cursor, Change._meta.db_table, columns, changes)


def _json(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value

"""Writing a plan: COPY for the new, one statement for the rewritten, before-images of both."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.backends.utils import CursorWrapper
from psycopg.types.json import Jsonb

from jinguo.database.copying import allocate_ids, copy_guarded_rows, copy_rows
from jinguo.people.models import Person
from jinguo.roster.actions.importing.comparing import facts_of
from jinguo.roster.actions.importing.plan import Plan
from jinguo.roster.enums import Kind, Post
from jinguo.roster.models import Appointment, Change, ListDay
from jinguo.roster.queries.state import Held, Recorded, State, text_array
from jinguo.roster.rules.facts import PERSON_FACTS, SEAT_FACTS
from jinguo.sealing.ring import ring

_categories = lru_cache(maxsize=4096)(text_array)
"""Few combinations of categories occur, each in many rows."""


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
    """Write a plan within the caller's transaction."""
    with connection.cursor() as cursor:
        _new_people(cursor, plan, batch_id, as_of)
        _described(cursor, plan, state, batch_id, as_of)
        _voided(plan, batch_id)
        _rewritten(cursor, plan, batch_id)
        _appointments(cursor, plan, batch_id)
        _lists(cursor, plan, batch_id)


_PHONE = PERSON_FACTS.index("phone")


def _new_people(cursor: CursorWrapper, plan: Plan, batch_id: int, as_of: date) -> None:
    seal = ring().seal_contact
    rows = ((number, row.name, facts_of(row)) for number, row in plan.new_people.items())
    if not plan.new_people:
        return
    copy_guarded_rows(
        cursor,
        "people_person",
        ("id", "name", *PERSON_FACTS, "described_on", "recorded_in"),
        (
            (
                number,
                name,
                *facts[:_PHONE],
                plan.sealed.get(facts[_PHONE]) or seal(facts[_PHONE]),
                *facts[_PHONE + 1 :],
                as_of,
                batch_id,
            )
            for number, name, facts in rows
        ),
    )


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
                *map(_stored, seat.facts),
                seat.starts_on,
                seat.ends_on,
                seat.dated,
                batch_id,
            )
            for person_id, federation_id, seat in plan.appointments
        ),
    )


def _stored(fact: Any) -> Any:
    """A fact as COPY takes it soonest; most are plain texts."""
    form = _FORMS.get(type(fact))
    return form(fact) if form else fact


_FORMS: dict[type, Callable[[Any], Any]] = {
    tuple: _categories,
    list: lambda fact: _categories(tuple(fact)),
    Post: str,
    Kind: str,
}


def _lists(cursor: CursorWrapper, plan: Plan, batch_id: int) -> None:
    copy_rows(
        cursor,
        ListDay._meta.db_table,
        ("batch_id", "federation_id", "body", "as_of", "latest", "digest"),
        (
            (batch_id, federation_id, body, one.as_of, one.latest, digest)
            for federation_id, body, one, digest in plan.lists
        ),
    )


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

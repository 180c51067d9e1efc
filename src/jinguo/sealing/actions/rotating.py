"""A new key in the place of the old: everything is sealed again, while others work.

The new key is put beside the old first. From then on whoever writes seals by it, and both open;
so it can break off at any moment and be taken up again. The old key leaves when nothing is
sealed by it any more and nobody who began before the change is still at work.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from time import monotonic, sleep

from django.apps import apps
from django.db import connection, transaction
from django.db.models.functions import Now

from jinguo.audit.actions import record
from jinguo.database.scope import whole_tree
from jinguo.kernel.actor import Actor
from jinguo.sealing.cipher import fingerprint
from jinguo.sealing.errors import KeyFromOutside, KeyMissing, RotationRuns, RotationWaits
from jinguo.sealing.fields import Sealed
from jinguo.sealing.keyfile import (
    Keys,
    from_outside,
    keep,
    new_key,
    read_keys,
    set_aside,
    where,
)
from jinguo.sealing.models import SealingKey
from jinguo.sealing.queries import check_keys
from jinguo.sealing.ring import ring

LOCK = 0x6B657973  # "keys"
PATIENCE = 60.0

Told = Callable[[str, int], None]
"""Hears the name of a table and how many more of its rows are sealed anew."""


@dataclass(frozen=True, slots=True)
class Rotation:
    """What was done: the number and fingerprint of the key now, and how many records it seals."""

    number: int
    fingerprint: str
    records: int


def rotate(
    *, by: Actor, told: Told = lambda _table, _rows: None, patience: float = PATIENCE
) -> Rotation:
    """Seal everything by a new key; where that was begun before, go on with it.

    ``told`` hears of each portion. Raises ``KeyMissing`` or ``KeyWrong`` first of all,
    ``KeyFromOutside`` where the new key is not given yet, ``RotationRuns``, and ``RotationWaits``
    where somebody who began before goes on for longer than ``patience`` seconds.
    """
    check_keys()
    with _alone(), whole_tree():
        keys = _with_new_key()
        _know(keys, by)
        began = _now()
        records = _seal_all(told)
        _wait_for_those_before(began, patience)
        records += _seal_all(told)
        newest = max(keys)
        _retire(newest, records, by)
        if not from_outside():
            set_aside()
            keep({newest: keys[newest]})
        return Rotation(newest, fingerprint(keys[newest]), records)


@contextmanager
def _alone() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("select pg_try_advisory_lock(%s)", [LOCK])
        if not cursor.fetchone()[0]:
            raise RotationRuns
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("select pg_advisory_unlock(%s)", [LOCK])


def _with_new_key() -> Keys:
    keys = read_keys()
    if not keys:
        raise KeyMissing(where=where(), key="1")
    if len(keys) == 1:
        if from_outside():
            raise KeyFromOutside(where=where(), number=max(keys), next=max(keys) + 1)
        keys = {**keys, max(keys) + 1: new_key()}
        keep(keys)
    return keys


@transaction.atomic
def _know(keys: Keys, by: Actor) -> None:
    newest, mark = max(keys), fingerprint(keys[max(keys)])
    _key, new = SealingKey.objects.update_or_create(
        number=newest, defaults={"fingerprint": mark, "retired_at": None}
    )
    if new:
        record(by=by, verb="key.added", subject="key", subject_id=newest, fingerprint=mark)


@transaction.atomic
def _retire(newest: int, records: int, by: Actor) -> None:
    older = SealingKey.objects.exclude(number=newest).filter(retired_at__isnull=True)
    for one in older:
        record(by=by, verb="key.retired", subject="key", subject_id=one.number, records=records)
    older.update(retired_at=Now())


def _now() -> datetime:
    with connection.cursor() as cursor:
        cursor.execute("select clock_timestamp()")
        moment: datetime = cursor.fetchone()[0]
        return moment


def _wait_for_those_before(began: datetime, patience: float) -> None:
    """Whoever began earlier may still write what he sealed by the old key."""
    until = monotonic() + patience
    while _older_transactions(began):
        if monotonic() > until:
            raise RotationWaits(seconds=int(patience))
        sleep(0.1)


def _older_transactions(began: datetime) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "select exists (select 1 from pg_stat_activity where datname = current_database()"
            " and pid <> pg_backend_pid() and backend_type = 'client backend'"
            " and xact_start < %s)",
            [began],
        )
        return bool(cursor.fetchone()[0])


def sealed_columns() -> list[tuple[str, str, Sealed]]:
    """Table, column and field of everything that is sealed; every table of ours has an ``id``."""
    return [
        (model._meta.db_table, str(field.column), field)
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, Sealed)
    ]


def _seal_all(told: Told) -> int:
    total = 0
    for table, column, field in sealed_columns():
        last = 0
        while numbers := _seal_some(table, column, field, last):
            last = numbers[-1]
            total += len(numbers)
            told(table, len(numbers))
    return total


@transaction.atomic
def _seal_some(table: str, column: str, field: Sealed, last: int) -> list[int]:
    """A portion of what older keys sealed, by ids after ``last``; each whole, or as it was."""
    keys = ring()
    stale, words = field.stale(column, keys.newest)
    with connection.cursor() as cursor:
        cursor.execute(
            f"select id, {column} from {table} where id > %s and ({stale})"  # noqa: S608  ours
            f" order by id limit {field.at_once} for update",
            [last, *words],
        )
        rows = cursor.fetchall()
        numbers = [number for number, _value in rows]
        if rows:
            cursor.execute(
                f"update {table} t set {column} = s.value"  # noqa: S608  ours
                f" from unnest(%s::bigint[], %s::{field.array_of}[]) s(id, value)"
                " where s.id = t.id",
                [numbers, [field.sealed_anew(value, keys) for _number, value in rows]],
            )
    return numbers

"""Bulk writing into a guarded table, and the database working while Python goes on."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from jinguo.database.beside import busy_with, references_being_checked
from jinguo.database.copying import guarded_rows_arriving
from jinguo.database.scope import whole_tree
from jinguo.people.models import Person
from jinguo.roster.models import Appointment

COLUMNS = ("id", "name", "gender", "ethnicity", "political_status", "education",
           "occupation", "phone", "skills")  # fmt: skip


def _rows(count: int, first: int = 10**9) -> Iterator[tuple[Any, ...]]:
    return ((first + i, f"女{i}", *[""] * 7) for i in range(count))


@pytest.mark.parametrize("count", [1, 3, 20_003])
def test_every_row_has_arrived_when_the_block_ends(db: None, count: int) -> None:
    with whole_tree(), transaction.atomic(), connection.cursor() as cursor:
        before = Person.objects.count()
        with guarded_rows_arriving(cursor, "people_person", COLUMNS, _rows(count)):
            pass

        assert Person.objects.count() == before + count


def test_what_the_block_asks_waits_until_the_rows_are_there(db: None) -> None:
    with whole_tree(), transaction.atomic(), connection.cursor() as cursor:
        arriving = guarded_rows_arriving(cursor, "people_person", COLUMNS, _rows(3))
        with arriving:
            seen = Person.objects.filter(pk__gte=10**9).count()

    assert seen == 3


def test_a_row_refused_is_told_when_the_block_ends_and_nothing_is_left(db: None) -> None:
    rows = [*_rows(2), next(_rows(1))]

    with whole_tree(), pytest.raises(IntegrityError):
        _arrive(rows)

    with whole_tree():
        assert not Person.objects.filter(pk__gte=10**9).exists()


def test_an_error_of_the_block_itself_comes_through(db: None) -> None:
    with pytest.raises(ZeroDivisionError):
        _fail_meanwhile()


def test_a_reference_to_nobody_is_found_before_the_commit(db: None) -> None:
    with whole_tree(), pytest.raises(IntegrityError):
        _refer_to_nobody()


@transaction.atomic
def _arrive(rows: list[tuple[Any, ...]]) -> None:
    with connection.cursor() as cursor:
        arriving = guarded_rows_arriving(cursor, "people_person", COLUMNS, rows)
        with arriving:
            pass


@transaction.atomic
def _fail_meanwhile() -> None:
    with connection.cursor() as cursor, busy_with(cursor, "select pg_sleep(0.05)"):
        raise ZeroDivisionError


@transaction.atomic
def _refer_to_nobody() -> None:
    Appointment.objects.create(
        person_id=-1, federation_id=-1, post="executive", kind="", starts_on=date(2017, 1, 1)
    )
    with connection.cursor() as cursor, references_being_checked(cursor):
        pass

"""One run of each peer: bytes in, committed rows out."""

import io

import python_calamine
from django.db import connection, transaction
from import_export.resources import ModelResource

from benchmarks.peer.models import Line, Unit
from benchmarks.peer.resources import RosterFormat
from jinguo.database.copying import copy_rows


def prepare(units: list[tuple[str, str]]) -> None:
    """The units (code, text), as part of the set-up."""
    Unit.objects.bulk_create(Unit(code=code, text=text) for code, text in units)


def import_with(resource: type[ModelResource], content: bytes) -> None:
    """Read and import. Raises the first error: nothing is half done."""
    dataset = RosterFormat().create_dataset(content)
    resource().import_data(dataset, raise_errors=True)


COLUMNS = [field.column for field in Line._meta.concrete_fields if not field.primary_key]


def read_and_copy(content: bytes) -> None:
    """The floor: calamine, then one COPY of every row as it stands, unchecked."""
    rows = python_calamine.load_workbook(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    with transaction.atomic(), connection.cursor() as cursor:
        copy_rows(cursor, Line._meta.db_table, COLUMNS, rows[3:-1])

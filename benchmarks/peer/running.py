"""One run of each peer: bytes in, committed rows out."""

import io

import python_calamine
from django.db import connection, transaction
from import_export.resources import ModelResource
from psycopg import sql

from benchmarks.peer.models import Unit
from benchmarks.peer.resources import TITLE_ROWS, RosterFormat
from benchmarks.wording import HEADINGS
from jinguo.database.copying import copy_rows
from jinguo.database.owner import as_owner
from jinguo.database.roles import roles_of


def prepare(units: list[tuple[str, str]]) -> None:
    """The units (code, text), and the right to set sequences, which the peer does at its end."""
    Unit.objects.bulk_create(Unit(code=code, text=text) for code, text in units)
    app = sql.Identifier(roles_of(connection).app)
    with as_owner(), connection.cursor() as cursor:
        grant = sql.SQL(
            "grant update on sequence peer_person_id_seq, peer_seat_id_seq to {}"
        ).format(app)
        cursor.execute(grant.as_string())


def import_with(resource: type[ModelResource], content: bytes) -> None:
    """Read and import. Raises the first error: nothing is half done."""
    dataset = RosterFormat().create_dataset(content)
    resource().import_data(dataset, raise_errors=True)


def read_and_copy(content: bytes) -> None:
    """The floor: calamine, then one COPY of every row as it stands, unchecked."""
    sheet = python_calamine.load_workbook(io.BytesIO(content)).get_sheet_by_index(0)
    rows = sheet.to_python(skip_empty_area=False)[TITLE_ROWS + 1 : -2]
    with transaction.atomic(), connection.cursor() as cursor:
        copy_rows(cursor, "peer_line", [f"c{at}" for at in range(len(HEADINGS))], rows)

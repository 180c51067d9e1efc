"""Exports as tests ask for them, and what importing them again would do."""

import io
from datetime import date, datetime
from typing import Any

import openpyxl

from jinguo.divisions.queries import place
from jinguo.kernel.actor import Actor, system
from jinguo.kernel.clock import ZONE
from jinguo.roster.actions.exporting import Export, ExportRequest, export
from jinguo.roster.actions.importing import Report
from tests.factories.counties import LINSHAN
from tests.factories.imports import bring

TAKEN = datetime(2021, 3, 1, 9, 30, tzinfo=ZONE)


def take(code: str, day: str, *, by: Actor | None = None, **how: Any) -> Export:
    """The roster of the unit with this code on a day."""
    on = date.fromisoformat(day)
    return export(ExportRequest(place(code, on), on, TAKEN, **how), by=by or system("test"))


def again(taken: Export, *, into: str = LINSHAN) -> Report:
    """What importing an export would do."""
    return bring((taken.name, taken.content), into=into, apply=False)


def moves(report: Report) -> tuple[int, int, int]:
    """Joined, left, changed."""
    return report.joined, report.left, report.changed


def cells(taken: Export) -> list[list[list[str]]]:
    """The texts of each sheet, row by row."""
    book = openpyxl.load_workbook(io.BytesIO(taken.content))
    return [
        [[str(value or "") for value in row] for row in sheet.iter_rows(values_only=True)]
        for sheet in book.worksheets
    ]

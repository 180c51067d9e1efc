"""What a roster says, row by row, with the place of everything in its file."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from jinguo.roster.enums import Kind, Post
from jinguo.roster.errors import Problem
from jinguo.roster.readers.sheet import cell_name


class RosterRow(NamedTuple):
    """One person in one unit, as the roster states it.

    ``row`` counts from 1. ``unit`` is folded text, empty where only the title, the sheet or the
    file names it; ``unit_cell`` is the cell that does. ``birth_month`` is the first of the month.
    ``categories`` are slugs; an unknown one is its text behind a ``?``. ``phone`` is digits, an
    area code with its dash. ``starts_on`` is None where the roster gives no date.
    ``person_number`` is there only where an export had to tell name-sakes apart.
    """

    sheet_index: int
    row: int
    unit: str
    unit_cell: str
    name: str
    gender: str
    ethnicity: str
    birth_month: datetime.date | None
    political_status: str
    education: str
    post: Post
    kind: Kind
    categories: tuple[str, ...]
    occupation: str
    phone: str
    starts_on: datetime.date | None
    remark: str
    sector: str
    origin: str
    skills: str
    person_number: int = 0


@dataclass(slots=True)
class RosterSheet:
    """One sheet with a list of people: what its title says, its columns, its rows.

    ``header_rows`` are row numbers from 1, ``columns`` field → column from 0. Where a second
    row of headings orders the columns anew, ``later_columns`` holds (row from 1, columns).
    ``above`` are the lines above the headings that may name the unit. A ``partial`` list has only
    some of its units' people: whom it leaves out goes on.
    """

    name: str
    index: int
    title: str
    reporting_unit: str
    reported_on: datetime.date | None
    header_rows: tuple[int, ...]
    columns: Mapping[str, int]
    visible: bool = True
    rows: list[RosterRow] = field(default_factory=list)
    above: tuple[str, ...] = ()
    partial: bool = False
    later_columns: list[tuple[int, Mapping[str, int]]] = field(default_factory=list)

    def cell(self, field: str, row: int) -> str:
        """The name of the cell that holds a field in a row, like H12; empty without a column."""
        columns = self.columns
        for start, later in self.later_columns:
            if row >= start:
                columns = later
        return cell_name(row, columns[field]) if field in columns else ""


@dataclass(slots=True)
class RosterFile:
    """One file: its sheets with lists of people, and every problem found while reading."""

    name: str
    digest: str
    sheets: list[RosterSheet] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

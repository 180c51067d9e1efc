"""Reading one list of people: the sheet around it and the people on it."""

import re

from jinguo.kernel.text import fold
from jinguo.roster.errors import files as faults
from jinguo.roster.readers.cells.levels import level_of
from jinguo.roster.readers.fields import Fields
from jinguo.roster.readers.layout.header import Header
from jinguo.roster.readers.layout.headings import scores
from jinguo.roster.readers.layout.sections import section_unit
from jinguo.roster.readers.layout.title import (
    day_of,
    names_some_only,
    reporting_unit_of,
    title_of,
    unit_in_title,
)
from jinguo.roster.readers.listing import Listing, ranges
from jinguo.roster.readers.people import Interpreter
from jinguo.roster.readers.roster import RosterSheet
from jinguo.roster.readers.sheet import Cell, Sheet, cell_name, display
from jinguo.roster.readers.walking import Walk

_LEAVING = re.compile(r"离任|卸任|免职|离职|退出|终止")


def read_list(sheet: Sheet, header: Header, fields: Fields, listing: Listing) -> RosterSheet:
    """The sheet with its people; its problems go to ``listing``."""
    above = sheet.rows[: header.first]
    title = title_of(above)
    walk = Walk(sheet, header, title, fields, listing)
    walk.run()
    _name_first_unit(sheet, header, walk)
    below = [sheet.rows[at] for at in reversed(walk.others)]
    result = RosterSheet(
        name=sheet.name,
        index=sheet.index,
        title=title,
        reporting_unit=reporting_unit_of(above),
        reported_on=day_of(above) or day_of(below),
        header_rows=tuple(range(header.first + 1, header.last + 2)),
        columns=header.columns.fields,
        visible=sheet.visible,
        above=_units_above(above),
        partial=names_some_only(title),
    )
    _list_columns(header, listing)
    day = fields.as_of or result.reported_on
    level = level_of(unit_in_title(title)) or level_of(result.reporting_unit)
    for block in walk.blocks:
        people = Interpreter(sheet, block, fields, listing, day, level).people()
        result.rows += people
        if block is not walk.blocks[0] and block.rows:
            result.later_columns.append((block.rows[0] + 1, block.columns))
    _list_hidden(sheet, walk, listing)
    return result


def _units_above(rows: list[list[Cell]]) -> tuple[str, ...]:
    """Lines above the headings that name a unit, not those that merely speak of one."""
    texts = (display(cell) for row in rows for cell in row if isinstance(cell, str))
    return tuple(text for text in texts if fold(text) and section_unit([fold(text)]))


def _name_first_unit(sheet: Sheet, header: Header, walk: Walk) -> None:
    """In a sheet of several sections the first one's name stands above the headings."""
    block = walk.blocks[0]
    if not walk.sections or "unit" in block.columns:
        return
    for at in range(header.first - 1, -1, -1):
        words = [(i, fold(display(cell))) for i, cell in enumerate(sheet.rows[at])]
        words = [(column, text) for column, text in words if text]
        texts = [text for _, text in words]
        if texts and (unit := section_unit(texts)):
            for i, row in enumerate(block.rows):
                if row < walk.sections[0]:
                    block.units[i] = unit
                    block.unit_cells[i] = cell_name(at + 1, words[0][0])
            return


def _list_columns(header: Header, listing: Listing) -> None:
    for column, heading in header.columns.left_out:
        listing.add(faults.COLUMN_LEFT_OUT, header.last, column, heading)
    for column, heading in header.columns.unknown:
        twice = "name" in dict(scores(heading))
        fault = faults.HEADING_TWICE if twice else faults.COLUMN_UNKNOWN
        if _LEAVING.search(fold(heading)):
            fault = faults.COLUMN_LEAVING
        listing.add(fault, header.last, column, heading)


def _list_hidden(sheet: Sheet, walk: Walk, listing: Listing) -> None:
    people = {at + 1 for block in walk.blocks for at in block.rows}
    if not people:
        listing.add(faults.SHEET_WITHOUT_PEOPLE, sheet=sheet.name)
    if not sheet.visible:
        listing.add(faults.SHEET_HIDDEN, sheet=sheet.name, count=len(people))
    if hidden := people & sheet.hidden_rows:
        listing.add(faults.ROWS_HIDDEN, min(hidden) - 1, 0, rows=ranges(hidden))

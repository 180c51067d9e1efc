"""Reading a file: its sheets, the lists of people on them, and whatever is wrong."""

import datetime
import hashlib
from collections.abc import Callable, Mapping

from jinguo.roster.errors import files as faults
from jinguo.roster.errors.files import UnreadableFile
from jinguo.roster.readers.cells.categories import Vocabulary
from jinguo.roster.readers.fields import Fields
from jinguo.roster.readers.layout.header import Header, find_header
from jinguo.roster.readers.layout.sitting import not_sitting, only_added
from jinguo.roster.readers.listing import Listing
from jinguo.roster.readers.lists import read_list
from jinguo.roster.readers.opening import open_sheets
from jinguo.roster.readers.pausing import no_collection
from jinguo.roster.readers.roster import RosterFile, RosterSheet
from jinguo.roster.readers.sheet import Sheet, display, without_id_numbers

_REQUIRED = {"name": "姓名", "post": "妇联职务"}


def read_roster(
    name: str,
    content: bytes,
    vocabulary: Vocabulary,
    corrections: Mapping[tuple[str, str], str] | None = None,
    as_of: datetime.date | None = None,
) -> RosterFile:
    """Everything a file says, and every problem in it; it never raises for what is in it.

    ``corrections`` are (sheet, cell like H12) → the text that replaces the cell beforehand.
    ``as_of`` is the day the lists describe where it is not the one they give themselves.
    A file that cannot be opened has no sheets and one problem, which refuses it.
    """
    file = RosterFile(name, hashlib.sha256(content).hexdigest())
    fields = Fields(vocabulary, as_of)
    passed_over: list[tuple[Sheet, Header | None]] = []
    try:
        with no_collection():
            for sheet in open_sheets(name, content):
                sheet.correct(corrections or {})
                _take_sheet(file, sheet, fields, passed_over)
    except UnreadableFile as refusal:
        return RosterFile(name, file.digest, [], [refusal.as_problem(name)])
    _leave_out_others(file)
    _list_passed_over(file, passed_over)
    return file


def read_grid(name: str, content: bytes) -> list[Sheet]:
    """The sheets as read, every cell as text, identity-card numbers blotted out.

    Raises ``UnreadableFile`` if the file cannot be opened.
    """
    sheets = list(open_sheets(name, content))
    for sheet in sheets:
        for row in sheet.rows:
            row[:] = [without_id_numbers(display(cell)) for cell in row]
    return sheets


def _take_sheet(
    file: RosterFile,
    sheet: Sheet,
    fields: Fields,
    passed_over: list[tuple[Sheet, Header | None]],
) -> None:
    header = find_header(sheet, fields.categories)
    if _is_empty(sheet):
        listing = Listing(file.name, sheet.name, len(file.problems))
        listing.add(faults.SHEET_EMPTY, sheet=sheet.name)
        file.problems += listing.problems()
    elif header and "name" in header.columns.fields:
        _take_list(file, sheet, header, fields)
    else:
        sheet.rows.clear()
        passed_over.append((sheet, header))


def _take_list(file: RosterFile, sheet: Sheet, header: Header, fields: Fields) -> None:
    listing = Listing(file.name, sheet.name, len(file.problems))
    if "post" in header.columns.fields:
        file.sheets.append(read_list(sheet, header, fields, listing))
    else:
        _add_missing(listing, header)
    file.problems += listing.problems()


def _leave_out_others(file: RosterFile) -> None:
    """Lists of people who left or stand for election are no committees that sit."""
    headings = {sheet.name: _heading_of(sheet, not_sitting) for sheet in file.sheets}
    current = [sheet for sheet in file.sheets if sheet.rows and not headings[sheet.name]]
    for sheet in file.sheets:
        listing = Listing(file.name, sheet.name, len(file.problems))
        if heading := headings[sheet.name]:
            fault = faults.SHEET_NOT_SITTING if current else faults.LIST_NOT_SITTING
            listing.add(fault, -1, 0, heading, count=len(sheet.rows))
            if current:
                file.problems = [one for one in file.problems if one.sheet != sheet.name]
                sheet.rows.clear()
        elif added := _heading_of(sheet, only_added):
            listing.add(faults.LIST_OF_ADDED, -1, 0, added)
        file.problems += listing.problems()


def _heading_of(sheet: RosterSheet, fits: Callable[[str], bool]) -> str:
    return next((text for text in (sheet.title, sheet.name) if fits(text)), "")


def _list_passed_over(file: RosterFile, passed_over: list[tuple[Sheet, Header | None]]) -> None:
    """Sheets without a list are a warning beside one that has it, else a refusal."""
    for sheet, header in passed_over:
        listing = Listing(file.name, sheet.name)
        if file.sheets:
            listing.add(faults.SHEET_WITHOUT_ROSTER, sheet=sheet.name)
        elif header:
            _add_missing(listing, header)
        else:
            listing.add(faults.NO_ROSTER)
        file.problems += listing.problems()
    if not file.sheets and all(problem.severity != "refuse" for problem in file.problems):
        listing = Listing(file.name, "")
        listing.add(faults.NO_ROSTER)
        file.problems += listing.problems()


def _add_missing(listing: Listing, header: Header) -> None:
    columns = header.columns
    found = "、".join(columns.headings)
    for field, heading in _REQUIRED.items():
        if field not in columns.fields:
            listing.add(faults.HEADING_MISSING, header.last, 0, heading=heading, found=found)


def _is_empty(sheet: Sheet) -> bool:
    return not any(
        cell != "" and (not isinstance(cell, str) or cell.strip())
        for row in sheet.rows
        for cell in row
    )

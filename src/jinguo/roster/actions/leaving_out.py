"""Leaving a file, or one row of a sheet, out of an import that is being prepared.

Both stand among the corrections of the draft: a file under its name alone, a row under its number
together with the cells of the row, which are read as empty. The file itself is not touched.
"""

from django.db import transaction

from jinguo.files.queries import content
from jinguo.kernel.actor import Actor
from jinguo.roster.actions.importing import SEPARATOR, cell_key
from jinguo.roster.errors.files import UnreadableFile
from jinguo.roster.models import Draft
from jinguo.roster.queries.drafts import draft_files
from jinguo.roster.readers.layout.header import find_header
from jinguo.roster.readers.opening import open_sheets
from jinguo.roster.readers.sheet import Sheet, cell_name

STAYING = ("unit", "township")
"""Columns that also speak for the rows below, so they stay when a row is left out."""


@transaction.atomic
def leave_file(*, draft_id: int, file: str, out: bool, by: Actor) -> None:
    """Leave a file out as a whole, or take it in again."""
    draft = Draft.objects.select_for_update().get(pk=draft_id, owner_id=by.id, batch__isnull=True)
    key = cell_key(file, "", "")
    if out and any(name == file for name, _digest in draft_files(draft)):
        draft.corrections[key] = ""
    else:
        draft.corrections.pop(key, None)
    draft.save(update_fields=["corrections"])


@transaction.atomic
def leave_row(*, draft_id: int, file: str, sheet: str, row: int, out: bool, by: Actor) -> None:
    """Leave a row of a sheet out, or take it in again; a row that is not there is passed over."""
    draft = Draft.objects.select_for_update().get(pk=draft_id, owner_id=by.id, batch__isnull=True)
    prefix = cell_key(file, sheet, "")
    mark = f"{prefix}{row}"
    if out and mark not in draft.corrections:
        found = _sheet(draft, file, sheet)
        if found is None or not 0 < row <= len(found.rows):
            return
        emptied = {f"{prefix}{name}": "" for name in _cells(found, row)}
        draft.corrections |= {mark: "", **emptied}
    elif not out and draft.corrections.pop(mark, None) is not None:
        draft.corrections = {
            key: text
            for key, text in draft.corrections.items()
            if text or not (key.startswith(prefix) and _row_of(key) == row)
        }
    draft.save(update_fields=["corrections"])


def is_left_out(draft: Draft, file: str) -> bool:
    """Whether a file as a whole is left out."""
    return cell_key(file, "", "") in draft.corrections


def rows_left_out(draft: Draft) -> list[tuple[str, str, int]]:
    """File, sheet and number of each row that is left out."""
    places = (key.split(SEPARATOR) for key in draft.corrections)
    return [(file, sheet, int(row)) for file, sheet, row in places if row.isdecimal()]


def _row_of(key: str) -> int:
    digits = key.rpartition(SEPARATOR)[2].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return int(digits) if digits.isdecimal() else 0


def _sheet(draft: Draft, file: str, name: str) -> Sheet | None:
    digest = dict(draft_files(draft)).get(file)
    if digest is None:
        return None
    try:
        return next((one for one in open_sheets(file, content(digest)) if one.name == name), None)
    except UnreadableFile:
        return None


def _cells(sheet: Sheet, row: int) -> list[str]:
    """The filled cells of a row, without those of the columns that stay."""
    header = find_header(sheet)
    fields = header.columns.fields if header else {}
    staying = {fields[name] for name in STAYING if name in fields}
    return [
        cell_name(row, column)
        for column, value in enumerate(sheet.rows[row - 1])
        if value != "" and column not in staying
    ]

"""The sheets of a draft as they were read, before anything was interpreted."""

from collections.abc import Iterator

from jinguo.roster.actions.drafts import request_of
from jinguo.roster.actions.importing import corrections_of
from jinguo.roster.errors.files import UnreadableFile
from jinguo.roster.models import Draft
from jinguo.roster.readers.opening import open_sheets
from jinguo.roster.readers.sheet import Sheet


def sheet_names(draft: Draft) -> dict[str, list[str]]:
    """File → names of its sheets; a file that cannot be opened has none."""
    return {
        name: [sheet.name for sheet in _sheets(name, content)]
        for name, content in request_of(draft).files
    }


def one_sheet(draft: Draft, file_number: int, sheet_number: int) -> tuple[str, Sheet] | None:
    """A sheet with its file's name, with the draft's corrections in place."""
    files = request_of(draft).files
    if file_number >= len(files):
        return None
    name, content = files[file_number]
    for number, sheet in enumerate(_sheets(name, content)):
        if number == sheet_number:
            sheet.correct(corrections_of(draft.corrections, name))
            return name, sheet
    return None


def _sheets(name: str, content: bytes) -> Iterator[Sheet]:
    try:
        yield from open_sheets(name, content)
    except UnreadableFile:
        return

"""What kind of Office file a zip is, and which part of it holds which sheet."""

import html
import posixpath
import re

from jinguo.roster.errors import files
from jinguo.roster.errors.files import UnreadableFile
from jinguo.roster.readers.opening import limits
from jinguo.roster.readers.opening.archive import Archive
from jinguo.roster.readers.opening.volume import too_many_cells

SHARED_TEXTS = "xl/sharedstrings.xml"
"""Lower-cased: calamine finds parts whatever the case of their names."""

_SHEET = re.compile(rb"<(?:\w+:)?sheet\s([^>]*)>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s([^>]*)>")
_FROM_1904 = re.compile(rb"<(?:\w+:)?workbookPr\s[^>]*\bdate1904\s*=\s*[\"'](?:1|true)[\"']")
_ATTRIBUTE = re.compile(r"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


def refuse_other_packages(archive: Archive) -> None:
    """Refuse a zip that is no xlsx workbook, saying what it is."""
    names = archive.names
    types = archive.read("[Content_Types].xml", limits.WORKBOOK_BYTES)
    open_document = archive.read("mimetype", 200) if "mimetype" in names else b""
    if b"ms-excel.sheet.binary" in types or "xl/workbook.bin" in names:
        raise UnreadableFile(files.FILE_OTHER_WORKBOOK, kind=".xlsb")
    if b"wordprocessingml" in types or b"opendocument.text" in open_document:
        raise UnreadableFile(files.FILE_WORD)
    if b"presentationml" in types or b"opendocument.presentation" in open_document:
        raise UnreadableFile(files.FILE_SLIDES)
    if b"opendocument" in open_document:
        raise UnreadableFile(files.FILE_OTHER_WORKBOOK, kind=".ods")
    if "xl/workbook.xml" not in names:
        raise UnreadableFile(files.FILE_ARCHIVE, kind="ZIP")


def sheet_parts(archive: Archive) -> dict[str, int]:
    """Which part of the package is which sheet: path → position of the sheet, from 0."""
    relations = {}
    for found in _RELATION.finditer(
        archive.read("xl/_rels/workbook.xml.rels", limits.WORKBOOK_BYTES)
    ):
        words = _attributes(found[1])
        target = words.get("Target", "")
        path = target[1:] if target.startswith("/") else posixpath.join("xl", target)
        relations[words.get("Id", "")] = posixpath.normpath(path)
    parts = {}
    workbook = archive.read("xl/workbook.xml", limits.WORKBOOK_BYTES)
    sheets = _SHEET.findall(workbook)
    if len(workbook) == limits.WORKBOOK_BYTES or len(sheets) > limits.SHEETS:
        raise too_many_cells()
    for index, sheet in enumerate(sheets):
        words = _attributes(sheet)
        relation = next((v for k, v in words.items() if k == "id" or k.endswith(":id")), "")
        if relation in relations:
            parts[relations[relation].lower()] = index
    return parts


def counts_from_1904(archive: Archive) -> bool:
    """Whether the days of the workbook are counted from 1904 on."""
    return _FROM_1904.search(archive.read("xl/workbook.xml", limits.WORKBOOK_BYTES)) is not None


def _attributes(text: bytes) -> dict[str, str]:
    found = _ATTRIBUTE.finditer(text.decode("utf-8", "replace"))
    return {match[1]: html.unescape(match[2] or match[3] or "") for match in found}

"""One cheap pass over the parts of an xlsx before calamine sees it.

Calamine lays a sheet out as a full rectangle, so that one stray cell at XFD1048576 would ask
for hundreds of gigabytes, and it gives no word on hidden rows or cells showing an error. The
pass bounds the former and collects the latter. Regular expressions over bytes find whatever
is out of the ordinary at about 1 GB/s; only parts where they do are then read tag by tag.
"""

import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from jinguo.roster.errors import files
from jinguo.roster.errors.files import UnreadableFile
from jinguo.roster.readers.opening.archive import Archive
from jinguo.roster.readers.opening.extent import Extent, is_odd
from jinguo.roster.readers.opening.package import SHARED_TEXTS, sheet_parts
from jinguo.roster.readers.opening.shared import SharedTexts
from jinguo.roster.readers.opening.volume import Volume
from jinguo.roster.readers.sheet import column_number

_HIDDEN_ROW = re.compile(
    rb"<(?:\w+:)?row\s[^>]*?\br=\"(\d+)\"[^>]*?\b(?:hidden=\"(?:1|true)\"|ht=\"0\")"
)
_ERROR_CELL = re.compile(
    rb"<(?:\w+:)?c r=\"([A-Z]{1,3})(\d+)\"[^>]*\bt=\"e\"[^>]*>"
    rb"(?:<f[^>]*/>|<f[^>]*>[^<]*</f>)?<v>([^<]{1,20})</v>"
)
_NO_RESULT = re.compile(
    rb"<(?:\w+:)?c r=\"([A-Z]{1,3})(\d+)\"[^>/]*><f[^>]*>([^<]{1,60})[^<]*</f>"
    rb"(?:<v\s*/>|<v></v>)?</c>"
)
_NO_CELLS = ("xl/media/", "docProps/", "xl/theme/", "xl/printerSettings/")


@dataclass(slots=True)
class Part:
    """What the pass found in one sheet: rows from 1; texts by (row from 0, column from 0)."""

    hidden_rows: set[int] = field(default_factory=set)
    replaced: dict[tuple[int, int], str] = field(default_factory=dict)


def scan_parts(archive: Archive) -> dict[int, Part]:
    """Check every part of the workbook; give what was found, by position of the sheet from 0."""
    positions = sheet_parts(archive)
    shared = SharedTexts()
    for entry in archive.entries:
        if entry.filename.lower() == SHARED_TEXTS:
            shared.read(_checked(archive.chunks(entry)))
    found: dict[int, Part] = {}
    scanned: list[zipfile.ZipInfo] = []
    volume = Volume()
    for entry in archive.entries:
        if entry.filename.lower() == SHARED_TEXTS:
            continue
        if entry.filename.startswith(_NO_CELLS):
            archive.pass_over(entry)
            continue
        part = found.setdefault(positions.get(entry.filename.lower(), -1), Part())
        volume.add_cells(_scan(archive, entry, part))
        scanned.append(entry)
    if volume.cells * shared.longest > volume.TEXT_BYTES:
        for entry in scanned:
            for chunk in _whole_tags(archive.chunks(entry, again=True)):
                volume.add_text(shared.shown_in(chunk))
    return found


def _scan(archive: Archive, entry: zipfile.ZipInfo, part: Part) -> int:
    cells, odd = 0, False
    for chunk in _checked(archive.chunks(entry)):
        cells += chunk.count(b"<c ")
        odd = odd or is_odd(chunk)
        if b"hidden=" in chunk or b'ht="0"' in chunk:
            part.hidden_rows.update(int(row) for row in _HIDDEN_ROW.findall(chunk))
        if b't="e"' in chunk:
            _note_texts(_ERROR_CELL, chunk, part, "")
        if b"</f>" in chunk:
            _note_texts(_NO_RESULT, chunk, part, "=")
    if not odd:
        return cells
    extent = Extent()
    for chunk in _whole_tags(archive.chunks(entry, again=True)):
        extent.add(chunk)
    return max(cells, extent.cells)


def _note_texts(pattern: re.Pattern[bytes], chunk: bytes, part: Part, mark: str) -> None:
    for letters, row, text in pattern.findall(chunk):
        place = int(row) - 1, column_number(letters.decode())
        part.replaced[place] = mark + text.decode("utf-8", "replace")


def _checked(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Whole tags of a part, refusing definitions and encodings no Office program writes."""
    for chunk in _whole_tags(chunks):
        if b"<!DOCTYPE" in chunk or b"<!ENTITY" in chunk or chunk[:2] in (b"\xff\xfe", b"\xfe\xff"):
            raise UnreadableFile(files.FILE_DANGEROUS)
        yield chunk


def _whole_tags(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes cut in front of a row or cell, so that no such tag is in two pieces."""
    rest = b""
    for chunk in chunks:
        piece = rest + chunk if rest else chunk
        cut = max(piece.rfind(b"<row "), piece.rfind(b"<c "))
        if cut <= 0:
            cut = piece.rfind(b"<")
        if cut <= 0:
            rest = b""
            yield piece
        else:
            rest = piece[cut:]
            yield piece[:cut]
    if rest:
        yield rest

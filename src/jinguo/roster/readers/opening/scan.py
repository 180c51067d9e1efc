"""One cheap pass over the parts of an xlsx before calamine sees it.

Calamine lays a sheet out as a full rectangle, so that one stray cell at XFD1048576 would ask
for hundreds of gigabytes, and it gives no word on hidden rows or cells showing an error. The
pass bounds the former and collects the latter. Regular expressions over bytes find whatever
is out of the ordinary at about 1 GB/s; only parts where they do are then read tag by tag.
"""

import re
import zipfile

from jinguo.roster.errors import files
from jinguo.roster.errors.files import UnreadableFile
from jinguo.roster.readers.opening import limits
from jinguo.roster.readers.opening.archive import Archive
from jinguo.roster.readers.opening.extent import Extent, is_odd
from jinguo.roster.readers.opening.package import SHARED_TEXTS, counts_from_1904, sheet_parts
from jinguo.roster.readers.opening.part import Part
from jinguo.roster.readers.opening.pieces import checked, whole_tags
from jinguo.roster.readers.opening.shared import SharedTexts
from jinguo.roster.readers.opening.volume import Volume
from jinguo.roster.readers.sheet import column_number

_HIDDEN_ROW = re.compile(
    rb"<(?:\w+:)?row\s[^>]*?\br=\"(\d{1,7})\"[^>]*?\b(?:hidden=\"(?:1|true)\"|ht=\"0\")"
)
_ERROR_CELL = re.compile(
    rb"<(?:\w+:)?c r=\"([A-Z]{1,3})(\d{1,7})\"[^>]*\bt=\"e\"[^>]*>"
    rb"(?:<f[^>]*/>|<f[^>]*>[^<]*</f>)?<v>([^<]{1,20})</v>"
)
_NO_RESULT = re.compile(
    rb"<(?:\w+:)?c r=\"([A-Z]{1,3})(\d{1,7})\"[^>/]*><f[^>]*>([^<]{1,60})[^<]*</f>"
    rb"(?:<v\s*/>|<v></v>)?</c>"
)
_NO_CELLS = ("xl/media/", "docProps/", "xl/theme/", "xl/printerSettings/", "xl/drawings/")
_INLINE_MARKUP = 60
"""Bytes of tags around a text that stands in its cell."""


def scan_parts(archive: Archive) -> dict[int, Part]:
    """Check every part of the workbook; give what was found, by position of the sheet from 0."""
    scan = _Scan(archive)
    scan.run()
    return scan.parts


class _Scan:
    def __init__(self, archive: Archive) -> None:
        self.parts: dict[int, Part] = {}
        self._archive = archive
        self._positions = sheet_parts(archive)
        self._from_1904 = counts_from_1904(archive)
        self._volume = Volume()
        self._scanned: list[zipfile.ZipInfo] = []

    def run(self) -> None:
        shared = SharedTexts()
        for entry in self._archive.entries:
            if entry.filename.lower() == SHARED_TEXTS:
                shared.read(checked(self._archive.chunks(entry)))
            elif entry.filename.startswith(_NO_CELLS):
                self._archive.pass_over(entry)
            else:
                self._scan(entry)
        if self._volume.cells * shared.longest > limits.TEXT_BYTES:
            self._weigh(shared)

    def _scan(self, entry: zipfile.ZipInfo) -> None:
        position = self._positions.get(entry.filename.lower(), -1)
        part = self.parts.setdefault(position, Part(from_1904=self._from_1904))
        cells, odd, in_table = 0, False, False
        for chunk in checked(self._archive.chunks(entry)):
            count = chunk.count(b"<c ")
            cells += count
            odd = odd or is_odd(chunk)
            if in_table and not count and len(chunk) > limits.STRETCH and b"row" not in chunk:
                raise UnreadableFile(files.FILE_TOO_MUCH_TEXT)
            in_table = (in_table or b"<sheetData" in chunk) and b"</sheetData" not in chunk
            self._note(chunk, count, part)
        if odd:
            extent = Extent()
            for chunk in whole_tags(self._archive.chunks(entry, again=True)):
                extent.add(chunk)
            cells = max(cells, extent.cells)
        self._volume.add_cells(cells)
        self._scanned.append(entry)

    def _note(self, chunk: bytes, cells: int, part: Part) -> None:
        if b"hidden=" in chunk or b'ht="0"' in chunk:
            for row in _HIDDEN_ROW.findall(chunk):
                part.hide(int(row))
        if b't="e"' in chunk:
            _replace(_ERROR_CELL, chunk, part, "")
        if b"</f>" in chunk:
            _replace(_NO_RESULT, chunk, part, "=")
        if b"inlineStr" in chunk or b't="str"' in chunk:
            self._volume.add_text(max(0, len(chunk) - cells * _INLINE_MARKUP))
        if b"mergeCell" in chunk:
            self._volume.add_merged(chunk.count(b"mergeCell "))

    def _weigh(self, shared: SharedTexts) -> None:
        for entry in self._scanned:
            for chunk in whole_tags(self._archive.chunks(entry, again=True)):
                self._volume.add_text(shared.shown_in(chunk))


def _replace(pattern: re.Pattern[bytes], chunk: bytes, part: Part, mark: str) -> None:
    for letters, row, text in pattern.findall(chunk):
        column = column_number(letters.decode())
        part.replace(int(row) - 1, column, mark + text.decode("utf-8", "replace"))

"""One pass over the records of an .xls (BIFF) before calamine sees it.

It finds passwords, hidden rows and error values, and bounds area and text: calamine lays a
sheet out as a full rectangle and copies a shared text into every cell that shows it.
Source: [MS-XLS], sections 2.4 (records) and 2.5.240 (shared texts).
"""

import struct
from collections.abc import Iterator

from jinguo.roster.errors import files
from jinguo.roster.errors.files import UnreadableFile
from jinguo.roster.readers.opening.part import Part
from jinguo.roster.readers.opening.texts import shared_lengths
from jinguo.roster.readers.opening.volume import Volume, check_area

_FILEPASS, _SST, _CONTINUE, _SHEET, _ROW, _BOOLERR = 0x2F, 0xFC, 0x3C, 0x85, 0x208, 0x205
_MERGED, _DATE_SYSTEM = 0xE5, 0x22
_BOF, _FORMULA, _LABELSST, _MULRK, _MULBLANK = 0x809, 0x06, 0xFD, 0xBD, 0xBE
_CELLS = {0x203, _LABELSST, 0x27E, 0x204, _MULRK, 0x201, _MULBLANK, _FORMULA, _BOOLERR, 0xD6}
_HIDDEN = 0x20
_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}


def scan_records(stream: bytes) -> dict[int, Part]:
    """Check the workbook stream; give what was found, by position of the sheet from 0."""
    scan = _Scan()
    for at, kind, body in _records(stream):
        scan.take(at, kind, body)
    scan.close_sheet()
    return scan.parts


def _records(stream: bytes) -> Iterator[tuple[int, int, memoryview]]:
    at, end, view = 0, len(stream), memoryview(stream)
    while at + 4 <= end:
        kind, size = struct.unpack_from("<HH", stream, at)
        if at + 4 + size > end:
            raise UnreadableFile(files.FILE_CUT_OFF)
        yield at, kind, view[at + 4 : at + 4 + size]
        at += 4 + size


class _Scan:
    def __init__(self) -> None:
        self.parts: dict[int, Part] = {}
        self._volume = Volume()
        self._starts: dict[int, int] = {}
        self._shared: list[memoryview] | None = None
        self._lengths: list[int] = []
        self._part = Part()
        self._from_1904 = False
        self._rows = self._columns = 0

    def take(self, at: int, kind: int, body: memoryview) -> None:
        if self._shared is not None and kind != _CONTINUE:
            self._lengths = shared_lengths(self._shared)
            self._shared = None
        if kind in _CELLS and len(body) >= 6:
            self._cell(kind, body)
        elif kind == _ROW and len(body) >= 16:
            row, options = struct.unpack_from("<H10xH", body)
            if options & _HIDDEN:
                self._part.hide(row + 1)
        elif kind == _FILEPASS:
            raise UnreadableFile(files.FILE_PASSWORD)
        elif kind == _SHEET and len(body) >= 6:
            self._starts[struct.unpack_from("<I", body)[0]] = len(self._starts)
        elif kind == _MERGED and len(body) >= 2:
            self._volume.add_merged(struct.unpack_from("<H", body)[0])
        elif kind == _DATE_SYSTEM and len(body) >= 2:
            self._from_1904 = body[0] == 1
        elif kind == _SST:
            self._shared = [body]
        elif kind == _CONTINUE and self._shared is not None:
            self._shared.append(body)
        elif kind == _BOF and at in self._starts:
            self.close_sheet()
            self._part = self.parts.setdefault(self._starts[at], Part(from_1904=self._from_1904))

    def close_sheet(self) -> None:
        self._volume.add_area(self._rows, self._columns)
        self._rows = self._columns = 0

    def _cell(self, kind: int, body: memoryview) -> None:
        row, column = struct.unpack_from("<HH", body)
        last = column
        if kind in (_MULRK, _MULBLANK):
            last = struct.unpack_from("<H", body, len(body) - 2)[0]
        if kind == _LABELSST and len(body) >= 10:
            text = struct.unpack_from("<I", body, 6)[0]
            if text < len(self._lengths):
                self._volume.add_text(self._lengths[text])
        elif kind in (_BOOLERR, _FORMULA):
            self._error(kind, body, row, column)
        self._volume.add_cells(1)
        if row >= self._rows or last >= self._columns:
            self._rows, self._columns = max(self._rows, row + 1), max(self._columns, last + 1)
            check_area(self._rows, self._columns)

    def _error(self, kind: int, body: memoryview, row: int, column: int) -> None:
        if kind == _BOOLERR and len(body) >= 8 and body[7]:
            code = body[6]
        elif kind == _FORMULA and len(body) >= 14 and body[6] == 2 and body[12] == body[13] == 0xFF:
            code = body[8]
        else:
            return
        self._part.replace(row, column, _ERRORS.get(code, "#N/A"))

"""How far the cells of a sheet reach, from its XML, whatever its author claims."""

import html
import re

from jinguo.roster.readers.opening.volume import check_area, too_many_cells
from jinguo.roster.readers.sheet import column_number

_ODD_CELL = re.compile(rb"<c(?! r=\"[A-Z](?:\d{1,5}|[12]\d{5})\"|[A-Za-z])")
_PREFIXED_CELL = re.compile(rb":c[\s>/]")

_UNUSUAL = re.compile(rb"<c(?! r=\"[A-Z]{1,3}\d{1,7}\"|[A-Za-z])")
_COLUMNS = re.compile(rb"<c r=\"([A-Z]{1,3})")
_ROWS = re.compile(rb"<c r=\"[A-Z]{1,3}(\d{1,7})\"")
_TAG = re.compile(rb"<(?:\w+:)?(row|c)(\s[^>]*|/)?>")
_PLACE = re.compile(r"(?:^|\s)r\s*=\s*[\"']([^\"']*)[\"']")
_NAME = re.compile(r"([A-Za-z]{0,9})(\d{0,9})")


def is_odd(chunk: bytes) -> bool:
    """Whether there is anything but cells within A1:Z299999, which is within bounds.

    Two patterns, since one that begins with a fixed string is searched for ten times faster.
    """
    if _ODD_CELL.search(chunk):
        return True
    return b":c" in chunk and _PREFIXED_CELL.search(chunk) is not None


class Extent:
    """The rectangle from A1 that holds every cell added; too large a one is refused."""

    def __init__(self) -> None:
        self.cells = 0
        self.rows = 0
        self.columns = 0
        self._row = 0
        self._column = 0

    def add(self, chunk: bytes) -> None:
        """Count in the cells of a piece of XML, cut between tags."""
        if _UNUSUAL.search(chunk) or _PREFIXED_CELL.search(chunk):
            self._add_by_tag(chunk)
        else:
            letters = set(_COLUMNS.findall(chunk))
            rows = set(_ROWS.findall(chunk))
            self.cells += chunk.count(b"<c ")
            self.columns = max(
                [self.columns, *(column_number(name.decode()) + 1 for name in letters)]
            )
            self.rows = max([self.rows, *map(int, rows)])
        check_area(self.rows, self.columns)

    def _add_by_tag(self, chunk: bytes) -> None:
        for tag in _TAG.finditer(chunk):
            found = _PLACE.search((tag[2] or b"").decode("utf-8", "replace"))
            name = _NAME.fullmatch(html.unescape(found[1]).strip()) if found else None
            if found and not name:
                raise too_many_cells()
            if tag[1] == b"row":
                self._row = int(name[2] or 0) if name else self._row + 1
                self._column = 0
            else:
                self.cells += 1
                self._column = (
                    column_number(name[1].upper()) + 1 if name and name[1] else self._column + 1
                )
                if name and name[2]:
                    self._row = int(name[2])
                self.rows = max(self.rows, self._row)
                self.columns = max(self.columns, self._column)

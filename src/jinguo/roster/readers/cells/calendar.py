"""Parts of a date as people write it, whatever the style."""

import datetime
import re
import unicodedata
from typing import NamedTuple

from jinguo.kernel.text import fold
from jinguo.roster.readers.cells.text import plain
from jinguo.roster.readers.sheet import Cell, display

_SEPARATED = re.compile(
    r"(\d{4}|\d{2})(?:年|[-./、,·])(\d{1,2})(?:(?:月|[-./、,·])(?:(\d{1,2})[日号]?)?)?"
    r"(?:\([^)]*\))?(?:[\u4e00-\u9fff(][^\d:A-Za-z?]{0,7}|[-./、,;]*)"
)
_SPACED = re.compile(r"(\d{4})\s+(\d{1,2})(?:\s+(\d{1,2}))?")
"""Without its spaces 「2017 5」 would be a serial number."""
_TIME = re.compile(r"(?:\s+|T)\d{1,2}[:：]\d{2}(?:[:：]\d{2}(?:\.\d+)?)?$")
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})?")
_YEAR = re.compile(r"(\d{4})年?")
_SERIAL = re.compile(r"[1-7]\d{4}")
_YEAR_AND_MONTH = re.compile(r"(19[3-9]\d|20[0-2]\d)([1-9])")
_CHINESE = re.compile(
    r"([〇零○O一二三四五六七八九]{2}|[〇零○O一二三四五六七八九]{4})年([〇零一二三四五六七八九十]{1,3})月"
    r"(?:([〇零一二三四五六七八九十]{1,3})[日号])?"
)
_DASHES = str.maketrans(dict.fromkeys("—–‐−~～_", "-") | {"。": ".", "\\": "/"})
_DIGITS = str.maketrans("〇零○O一二三四五六七八九", "0000123456789")
_LOOKALIKES = str.maketrans("OoQlI|", "000111")
_EPOCH, _EPOCH_1904 = datetime.date(1899, 12, 30), datetime.date(1904, 1, 1)


class Parts(NamedTuple):
    """Year, month and day as written; a missing part is 0. ``short`` marks a two-digit year."""

    year: int
    month: int = 0
    day: int = 0
    short: bool = False


def parts_of(cell: Cell) -> Parts | None:
    """What the cell says of a date, impossible or not; None if it is no date at all."""
    if isinstance(cell, datetime.date):
        return Parts(cell.year, cell.month, cell.day)
    if isinstance(cell, bool | datetime.time | datetime.timedelta):
        return None
    shown = plain(cell)
    if found := _SPACED.fullmatch(unicodedata.normalize("NFKC", shown)):
        year, month, day = found.groups()
        return Parts(int(year), int(month), int(day or 0))
    text = fold(_TIME.sub("", shown)).translate(_DASHES)
    if found := _SEPARATED.fullmatch(text):
        year, month, day = found.groups()
        return Parts(int(year), int(month), int(day or 0), len(year) == 2)
    if found := _COMPACT.fullmatch(text):
        return Parts(int(found[1]), int(found[2]), int(found[3] or 0))
    if found := _YEAR.fullmatch(text):
        return Parts(int(found[1]))
    if _SERIAL.fullmatch(text):
        counted = _EPOCH + datetime.timedelta(days=int(text))
        return Parts(counted.year, counted.month, counted.day)
    if found := _CHINESE.fullmatch(text):
        year, month, day = found.groups()
        return Parts(
            int(year.translate(_DIGITS)), _number(month), _number(day or "〇"), len(year) == 2
        )
    return None


def two_readings(cell: Cell) -> tuple[Parts, Parts] | None:
    """「20175」 is May 2017 or the 20175th day of Excel's count, which fell in 1955."""
    found = _YEAR_AND_MONTH.fullmatch(plain(cell)) if isinstance(cell, str | int | float) else None
    counted = parts_of(cell) if found else None
    return (Parts(int(found[1]), int(found[2])), counted) if found and counted else None


def mended(cell: Cell) -> Parts | None:
    """What the cell says if its letters O and l are meant as digits: 「1985.1O」."""
    return parts_of(plain(cell).translate(_LOOKALIKES)) if isinstance(cell, str) else None


def counted_from_1904(cell: Cell) -> Cell:
    """The day that a bare number means in a workbook whose dates begin with 1904."""
    if not isinstance(cell, int | float) or two_readings(cell):
        return cell
    days = _SERIAL.fullmatch(display(cell))
    return _EPOCH_1904 + datetime.timedelta(days=int(days[0])) if days else cell


def _number(text: str) -> int:
    """「二十一」 → 21, 「十」 → 10, 「〇六」 → 6."""
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return int(ones.translate(_DIGITS))
    return int(tens.translate(_DIGITS) or 1) * 10 + int(ones.translate(_DIGITS) or 0)

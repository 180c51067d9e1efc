"""Reading division lists from CSV, streamed: any encoding an office's program writes."""

import codecs
import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from io import BytesIO, TextIOWrapper
from itertools import chain
from pathlib import Path
from typing import BinaryIO, NamedTuple
from unicodedata import is_normalized

from jinguo.divisions.errors import (
    ColumnsMissing,
    CutOff,
    EmptyFile,
    NotText,
    WrongCode,
    WrongDay,
    WrongLevel,
    WrongName,
    WrongParent,
)
from jinguo.divisions.models import Level
from jinguo.divisions.rules.codes import full, level_of, parent_of
from jinguo.kernel.text import fold

COLUMNS = {
    "vintage": "vintage",
    "年份": "vintage",
    "as_of": "as_of",
    "截止日期": "as_of",
    "截至日期": "as_of",
    "code": "code",
    "代码": "code",
    "区划代码": "code",
    "统计用区划代码": "code",
    "level": "level",
    "级别": "level",
    "层级": "level",
    "name": "name",
    "名称": "name",
    "区划名称": "name",
    "parent_code": "parent_code",
    "上级代码": "parent_code",
}
"""Headings a list may use, and the column each of them is."""

NEEDED = ("as_of", "code", "name")
LONGEST_NAME = 100
_LEVELS = ("", "1", "2", "3", "4", "5")
FIRST_YEAR, LAST_YEAR = 1949, 2100
CHUNK = 1 << 20
ENOUGH = 2
"""Chinese characters that came out of the bytes by chance at most."""
EXCERPT = 60
"""Characters of a broken line that a message quotes."""


@dataclass(frozen=True, slots=True)
class ListFile:
    """A list to read: its name for messages, and how to open it (each time from the start)."""

    name: str
    open: Callable[[], BinaryIO]

    @classmethod
    def at(cls, path: Path) -> "ListFile":
        """The file at a path."""
        return cls(path.name, lambda: path.open("rb"))

    @classmethod
    def of(cls, name: str, content: bytes) -> "ListFile":
        """A file already in memory."""
        return cls(name, lambda: BytesIO(content))


class Row(NamedTuple):
    """One place of a list; ``has_parent`` where the file names the parent itself."""

    line: int
    as_of: date
    code: str
    level: int
    name: str
    has_parent: bool


def rows(file: ListFile) -> Iterator[Row]:
    """The places of a list, one by one. Raises ``ListRefused`` at the first line that is wrong."""
    lines = _numbered(file, _text(file))
    first = next(lines, None)
    if first is None:
        raise EmptyFile(file=file.name)
    columns = _columns(file, first[1])
    read = _RowReader(file, columns, len(first[1]))
    empty = True
    for number, cells in lines:
        empty = False
        yield read(number, cells)
    if empty:
        raise EmptyFile(file=file.name)


class _RowReader:
    """Cells to a row, with the columns of one file."""

    def __init__(self, file: ListFile, columns: Mapping[str, int], width: int) -> None:
        self._file = file.name
        self._width = width
        self._as_of, self._code, self._name = (columns[name] for name in NEEDED)
        self._level = columns.get("level")
        self._parent = columns.get("parent_code")

    def __call__(self, line: int, cells: list[str]) -> Row:
        if len(cells) < self._width:
            raise CutOff(file=self._file, line=line, value=",".join(cells)[:EXCERPT])
        code = full(cells[self._code])
        if code is None:
            raise WrongCode(file=self._file, line=line, value=cells[self._code])
        as_of = _day(cells[self._as_of])
        if as_of is None:
            raise WrongDay(file=self._file, line=line, value=cells[self._as_of])
        name = _name(cells[self._name])
        if name is None:
            raise WrongName(file=self._file, line=line, value=cells[self._name])
        level = level_of(code)
        if self._level is not None:
            self._check_level(line, cells[self._level].strip(), code, level)
        has_parent = False
        if self._parent is not None:
            has_parent = self._names_parent(line, cells[self._parent].strip(), code, level)
        return Row(line, as_of, code, level, name, has_parent)

    def _check_level(self, line: int, value: str, code: str, level: int) -> None:
        if value == _LEVELS[level] or not value:
            return
        if value == "3" and level == Level.CITY:
            return  # a city without counties stands for its own county
        raise WrongLevel(file=self._file, line=line, value=value, place=code, level=level)

    def _names_parent(self, line: int, value: str, code: str, level: int) -> bool:
        right = parent_of(code, level)
        if value == right:
            return True
        if value in ("", "0", code):
            return False
        if full(value.ljust(6, "0") if len(value) in (2, 4) else value) == right:
            return True
        raise WrongParent(file=self._file, line=line, value=value, place=code, right=right or "—")


def _columns(file: ListFile, header: list[str]) -> dict[str, int]:
    folded = [fold(cell).lower() for cell in header]
    columns = {COLUMNS[cell]: place for place, cell in enumerate(folded) if cell in COLUMNS}
    missing = [name for name in NEEDED if name not in columns]
    if missing:
        found = ", ".join(cell for cell in header if cell.strip())[: 3 * EXCERPT]
        raise ColumnsMissing(file=file.name, missing=", ".join(missing), found=found or "—")
    return columns


def _numbered(file: ListFile, text: Iterator[str]) -> Iterator[tuple[int, list[str]]]:
    """Lines as cells with the number of the line, blank lines left out."""
    first = last = next(text, "")
    delimiter = max(",;\t", key=first.count)

    def remembered() -> Iterator[str]:
        nonlocal last
        for line in chain([first], text):
            last = line
            yield line

    reader = csv.reader(remembered(), delimiter=delimiter, strict=True)
    try:
        for cells in reader:
            if any(cells) and any(map(str.strip, cells)):
                yield reader.line_num, cells
    except csv.Error as error:
        raise CutOff(file=file.name, line=reader.line_num, value=last.strip()[-EXCERPT:]) from error


def _text(file: ListFile) -> Iterator[str]:
    """The lines of a file in the encoding it is written in."""
    encoding = _encoding(file)
    with TextIOWrapper(file.open(), encoding, newline="") as reader:
        yield from reader


def _encoding(file: ListFile) -> str:
    """Which encoding the whole file can be read in; refuses what is no text."""
    with file.open() as stream:
        start = stream.read(4)
    if not start:
        raise EmptyFile(file=file.name)
    if start in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"):
        raise NotText(file=file.name, line=1, value="Excel")
    for encoding in ("utf-8-sig", "gb18030"):
        fault = _first_fault(file, encoding)
        if fault is None:
            return encoding
        if fault.chinese > ENOUGH:  # the right encoding, but the file is broken
            break
    if fault.value:
        raise NotText(file=file.name, line=fault.line, value=fault.value)
    raise CutOff(file=file.name, line=fault.line, value=fault.tail)


@dataclass(frozen=True, slots=True)
class _Fault:
    """The first bytes that are no text (none at the end of the file), and what stood before."""

    line: int
    value: str
    chinese: int
    tail: str = ""


def _first_fault(file: ListFile, encoding: str) -> _Fault | None:
    decoder = codecs.getincrementaldecoder(encoding)()
    line, chinese, text = 1, 0, ""
    with file.open() as stream:
        while chunk := stream.read(CHUNK):
            try:
                text = decoder.decode(chunk)
            except UnicodeDecodeError as error:
                good = error.object[: error.start].decode(encoding, "ignore")
                value = error.object[error.start : error.end].hex(" ")
                return _Fault(line + good.count("\n"), value, chinese + _chinese(good))
            if "\x00" in text:
                return _Fault(line + text[: text.index("\x00")].count("\n"), "00", 0)
            line += text.count("\n")
            if chinese <= ENOUGH:
                chinese += _chinese(text)
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return _Fault(line, "", chinese, text.rpartition("\n")[2][-EXCERPT:])
    return None


def _chinese(text: str) -> int:
    return sum("\u4e00" <= character <= "\u9fff" for character in text)


@lru_cache(maxsize=1024)
def _day(text: str) -> date | None:
    text = fold(text)
    for form in ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日", "%Y%m%d"):
        try:
            day = datetime.strptime(text, form).date()  # noqa: DTZ007  a day, not a moment
        except ValueError:
            continue
        return day if FIRST_YEAR <= day.year <= LAST_YEAR else None
    return None


def _name(text: str) -> str | None:
    plain = text.isalnum() and is_normalized("NFKC", text)
    name = text if plain else fold(text)
    if not name or len(name) > LONGEST_NAME or not name.isprintable() or "\ufffd" in name:
        return None
    return name


def read_all(files: Iterable[ListFile]) -> Iterator[tuple[int, Row]]:
    """Every row of every file, with the number of its file."""
    for number, file in enumerate(files):
        for row in rows(file):
            yield number, row

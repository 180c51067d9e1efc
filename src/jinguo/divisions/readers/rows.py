"""The places of a list, row by row, each checked for itself."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import lru_cache
from itertools import chain
from typing import NamedTuple
from unicodedata import is_normalized

from jinguo.divisions.errors import (
    ColumnsMissing,
    ColumnTwice,
    CutOff,
    EmptyFile,
    ListRefused,
    StrayQuote,
    TooManyCells,
    WrongCharacter,
    WrongCode,
    WrongDay,
    WrongLevel,
    WrongName,
    WrongParent,
)
from jinguo.divisions.models import Level
from jinguo.divisions.readers.opening import EXCERPT, ListFile, text
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
    lines = _Lines(file)
    first = next(lines, None)
    if first is None:
        raise EmptyFile(file=file.name)
    read = _RowReader(file, _columns(file, first[1]), len(first[1]))
    named_parent, row = False, None
    for number, cells in lines:
        try:
            row = read(number, cells)
        except ListRefused as refusal:
            if lines.unfinished and refusal.data.get("value") == cells[-1]:
                raise lines.cut_off(number) from refusal
            raise
        if named_parent and not row.has_parent and lines.unfinished:
            raise lines.cut_off(number)
        named_parent = row.has_parent
        yield row
    if row is None:
        raise EmptyFile(file=file.name)


class _Lines:
    """Lines as cells with the number of the line, blank ones left out."""

    def __init__(self, file: ListFile) -> None:
        self._file = file
        self._last = ""
        self._begun, self._begun_with = 0, ""
        self._cells = self._read()

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        return self._cells

    def __next__(self) -> tuple[int, list[str]]:
        return next(self._cells)

    @property
    def unfinished(self) -> bool:
        """Whether the line read last has no end: it is the file's last, and perhaps cut off."""
        return not self._last.endswith(("\n", "\r"))

    def cut_off(self, number: int) -> CutOff:
        """The refusal of a line that ends too early."""
        return CutOff(file=self._file.name, line=number, value=self._last.strip()[-EXCERPT:])

    def _read(self) -> Iterator[tuple[int, list[str]]]:
        lines = text(self._file)
        first = next(lines, "")
        delimiter = max(",;\t", key=first.count)
        reader = csv.reader(self._remembered(first, lines), delimiter=delimiter, strict=True)
        try:
            for cells in reader:
                number, self._begun = self._begun, 0
                if any(cells) and any(map(str.strip, cells)):
                    yield number, cells
        except csv.Error as error:
            if self._begun == reader.line_num and self.unfinished:
                raise self.cut_off(reader.line_num) from error
            quoted = self._begun_with.strip()[:EXCERPT]
            raise StrayQuote(file=self._file.name, line=self._begun, value=quoted) from error

    def _remembered(self, first: str, rest: Iterator[str]) -> Iterator[str]:
        """The lines, with a note of the last and of where the row being read began."""
        for number, line in enumerate(chain([first], rest), 1):
            self._last = line
            if not self._begun:
                self._begun, self._begun_with = number, line
            yield line


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
        beyond = "".join(cells[self._width :]).strip()
        if beyond:
            raise TooManyCells(file=self._file, line=line, value=beyond[:EXCERPT])
        code = full(cells[self._code])
        if code is None:
            raise WrongCode(file=self._file, line=line, value=cells[self._code])
        as_of = _day(cells[self._as_of])
        if as_of is None:
            raise WrongDay(file=self._file, line=line, value=cells[self._as_of])
        name = self._read_name(line, cells[self._name])
        level = level_of(code)
        if self._level is not None:
            self._check_level(line, cells[self._level].strip(), code, level)
        has_parent = False
        if self._parent is not None:
            has_parent = self._names_parent(line, cells[self._parent].strip(), code, level)
        return Row(line, as_of, code, level, name, has_parent)

    def _read_name(self, line: int, cell: str) -> str:
        name = cell if cell.isalnum() and is_normalized("NFKC", cell) else fold(cell)
        if not name or len(name) > LONGEST_NAME:
            raise WrongName(file=self._file, line=line, value=cell)
        for character in name:
            if not character.isprintable() or character == "\ufffd":
                shown = f"U+{ord(character):04X}"
                raise WrongCharacter(file=self._file, line=line, value=name, character=shown)
        return name

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
    known = [COLUMNS[cell] for cell in folded if cell in COLUMNS]
    for column in columns:
        if known.count(column) > 1:
            same = [cell for cell in header if COLUMNS.get(fold(cell).lower()) == column]
            raise ColumnTwice(file=file.name, value=column, found=", ".join(same))
    missing = [name for name in NEEDED if name not in columns]
    if missing:
        found = ", ".join(cell for cell in header if cell.strip())[: 3 * EXCERPT]
        raise ColumnsMissing(file=file.name, missing=", ".join(missing), found=found or "—")
    return columns


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


def read_all(files: Iterable[ListFile]) -> Iterator[tuple[int, Row]]:
    """Every row of every file, with the number of its file."""
    for number, file in enumerate(files):
        for row in rows(file):
            yield number, row

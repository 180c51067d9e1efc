"""CSV and TSV in the encodings Excel and WPS write: UTF-8, UTF-16 with mark, GB18030."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from jinguo.roster.errors import files
from jinguo.roster.errors.files import UnreadableFile
from jinguo.roster.readers.opening.volume import Volume
from jinguo.roster.readers.sheet import Cell, Sheet

_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
_DELIMITERS = ",;\t|，；、"
_SAMPLE = 64 * 1024


def read_delimited(name: str, content: bytes) -> Sheet:
    """The one sheet of a text file, named after the file."""
    content = content.removesuffix(b"\x1a")
    encoding = _encoding_of(content)
    text = io.TextIOWrapper(io.BytesIO(content), encoding, newline="")
    delimiter = _delimiter_of(text.read(_SAMPLE))
    text.seek(0)
    volume = Volume()
    rows: list[list[Cell]] = []
    width = 0
    lines = _Lines(text)
    try:
        for fields in csv.reader(lines, delimiter=delimiter):
            if len(lines.since) > 1:
                _refuse_open_quote(lines, delimiter, fields, width)
            lines.since.clear()
            volume.add_cells(len(fields) or 1)
            width = max(width, len(fields))
            rows.append(list(fields))
    except csv.Error as error:
        if len(lines.since) > 1:
            raise lines.refusal() from error
        raise UnreadableFile(files.FILE_NO_TABLE) from error
    volume.add_area(len(rows), width)
    for row in rows:
        row.extend([""] * (width - len(row)))
    return Sheet(name=PurePath(name).stem, index=0, rows=rows)


class _Lines:
    """The lines of a text; ``since`` are those of the record being read."""

    def __init__(self, text: Iterable[str]) -> None:
        self._lines = iter(text)
        self._count = 0
        self.since: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self._count += 1
        self.since.append(line)
        return line

    def refusal(self) -> UnreadableFile:
        """A quotation mark in the record's first line swallowed the lines below it."""
        first = self._count - len(self.since) + 1
        return UnreadableFile(files.FILE_QUOTE_OPEN, line=first)


def _refuse_open_quote(lines: _Lines, delimiter: str, fields: list[str], width: int) -> None:
    """A cell of several lines must be closed, and not look like several rows itself."""
    try:
        list(csv.reader(lines.since, delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise lines.refusal() from error
    inner = (line for field in fields for line in field.splitlines()[1:])
    if max((line.count(delimiter) for line in inner), default=0) >= max(2, (width - 1) // 2):
        raise lines.refusal()


def _encoding_of(content: bytes) -> str:
    candidates: tuple[str, ...]
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        candidates = ("utf-16",)
    elif _CONTROL.search(content):
        raise UnreadableFile(files.FILE_NO_TABLE)
    else:
        candidates = ("utf-8-sig", "gb18030")
    for encoding in candidates:
        try:
            codecs.decode(content, encoding)
        except UnicodeDecodeError as error:
            _refuse_cut_off(content, error)
            continue
        return encoding
    raise UnreadableFile(files.FILE_NO_TABLE)


def _refuse_cut_off(content: bytes, error: UnicodeDecodeError) -> None:
    """UTF-8 that fails at its very last character was cut there."""
    at_end = error.reason == "unexpected end of data"
    if error.encoding == "utf-8" and at_end and not content[: error.start].isascii():
        raise UnreadableFile(files.FILE_CUT_OFF) from error


def _delimiter_of(sample: str) -> str:
    """The delimiter that stands in most lines equally often."""
    best, most = ",", 0
    for delimiter in _DELIMITERS:
        counts = Counter(line.count(delimiter) for line in sample.splitlines() if line.strip())
        counts.pop(0, None)
        score = max((often * count for count, often in counts.items()), default=0)
        if score > most:
            best, most = delimiter, score
    return best

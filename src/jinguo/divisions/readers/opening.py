"""Files of lists: opened, and read as text in whatever encoding an office's program writes."""

import codecs
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import BinaryIO

from jinguo.divisions.errors import CutOff, EmptyFile, NotText

CHUNK = 1 << 20
EXCERPT = 60
"""Characters of a broken line that a message quotes."""
ENOUGH = 2
"""Chinese characters that come out of the wrong encoding by chance, at most."""


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


def text(file: ListFile) -> Iterator[str]:
    """The lines of a file, read in the encoding it is written in.

    Raises ``EmptyFile``, ``NotText`` or ``CutOff``.
    """
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
    fault = _first_fault(file, "utf-8-sig")
    if fault is None:
        return "utf-8-sig"
    if fault.chinese <= ENOUGH:  # else UTF-8 is right, but the file is broken
        fault = _first_fault(file, "gb18030")
        if fault is None:
            return "gb18030"
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

"""Compound files (OLE), the container of .xls and of password-protected .xlsx.

Source: [MS-CFB], sections 2.2 (header), 2.3 to 2.5 (FAT), 2.6 (directory entries).
"""

import struct
from array import array

from jinguo.roster.errors import files
from jinguo.roster.errors.files import UnreadableFile

_NO_SECTOR = 0xFFFFFFFA
_HEADER = struct.Struct("<30xHH14xI4xII4xI")
_ENTRY = struct.Struct("<64sHB49xIQ")
_STREAM, _ROOT = 2, 5


class Compound:
    """The streams of a compound file. A chain that leaves the file means it was cut off."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        try:
            shift, small_shift, directory, small_below, small, more = _HEADER.unpack_from(content)
        except struct.error as error:
            raise UnreadableFile(files.FILE_CUT_OFF) from error
        if shift not in (9, 12) or small_shift != 6:
            raise UnreadableFile(files.FILE_CUT_OFF)
        self._size = 1 << shift
        self._small_below = small_below
        self._fat = self._read_fat(more)
        self._entries = self._read_directory(directory)
        self._small_fat = _numbers(self._chain(small))

    @property
    def names(self) -> set[str]:
        """The names of all streams, in lower case."""
        return set(self._entries)

    def stream(self, name: str) -> bytes:
        """The bytes of a stream."""
        kind, start, size = self._entries[name]
        if kind != _STREAM or size >= self._small_below:
            return self._chain(start)[:size]
        root = next((e for e in self._entries.values() if e[0] == _ROOT), None)
        container = self._chain(root[1]) if root else b""
        sectors = _follow(self._small_fat, start)
        return b"".join(container[at * 64 : at * 64 + 64] for at in sectors)[:size]

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        sector = self._content[start : start + self._size]
        if not sector:
            raise UnreadableFile(files.FILE_CUT_OFF)
        return sector

    def _chain(self, start: int) -> bytes:
        return b"".join(self._sector(number) for number in _follow(self._fat, start))

    def _read_fat(self, more: int) -> "array[int]":
        listed = _numbers(self._content[76:512])
        seen = 0
        while more < _NO_SECTOR and seen * self._size < len(self._content):
            sector = _numbers(self._sector(more))
            listed.extend(sector[:-1])
            more, seen = sector[-1], seen + 1
        return _numbers(b"".join(self._sector(at) for at in listed if at < _NO_SECTOR))

    def _read_directory(self, start: int) -> dict[str, tuple[int, int, int]]:
        entries = {}
        raw = self._chain(start)
        for at in range(0, len(raw) - 127, 128):
            name, length, kind, first, size = _ENTRY.unpack_from(raw, at)
            if kind in (_STREAM, _ROOT):
                text = name[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
                entries[text.lower()] = (kind, first, size & 0xFFFFFFFF)
        return entries


def _numbers(raw: bytes) -> "array[int]":
    numbers = array("I")
    numbers.frombytes(raw[: len(raw) // 4 * 4])
    return numbers


def _follow(table: "array[int]", start: int) -> list[int]:
    """The sectors of a chain; one that runs in circles or out of the table is damaged."""
    sectors: list[int] = []
    at = start
    while at < _NO_SECTOR:
        if at >= len(table) or len(sectors) > len(table):
            raise UnreadableFile(files.FILE_CUT_OFF)
        sectors.append(at)
        at = table[at]
    return sectors

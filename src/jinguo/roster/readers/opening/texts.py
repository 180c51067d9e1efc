"""Lengths of the shared texts of an .xls, whose bytes run on over several records."""

import struct

_SCATTERED = 32767
"""Excel's longest text, assumed for every text that cannot be measured."""


def shared_lengths(records: list[memoryview]) -> list[int]:
    """Bytes that each shared text takes up at most, in order ([MS-XLS] 2.4.265 and 2.5.293)."""
    if len(records[0]) < 8:
        return []
    count = min(struct.unpack_from("<I", records[0], 4)[0], sum(map(len, records)) // 3)
    reader = _Reader(records)
    lengths: list[int] = []
    try:
        lengths.extend(reader.text() for _ in range(count))
    except (struct.error, IndexError):
        lengths.extend([_SCATTERED] * (count - len(lengths)))
    return lengths


class _Reader:
    def __init__(self, records: list[memoryview]) -> None:
        self._records = records
        self._record = 0
        self._at = 8

    def text(self) -> int:
        """Skip one text and give its size."""
        if self._at >= len(self._records[self._record]):
            self._next()
        body = self._records[self._record]
        letters, flags = struct.unpack_from("<HB", body, self._at)
        self._at += 3
        extra = 0
        if flags & 8:
            extra += 4 * struct.unpack_from("<H", body, self._at)[0]
            self._at += 2
        if flags & 4:
            extra += struct.unpack_from("<I", body, self._at)[0]
            self._at += 4
        self._letters(letters, 2 if flags & 1 else 1)
        self._skip(extra)
        return 3 * int(letters)

    def _letters(self, left: int, width: int) -> None:
        while left:
            room = (len(self._records[self._record]) - self._at) // width
            if left <= room:
                self._at += left * width
                return
            left -= room
            self._next()
            width = 2 if self._records[self._record][0] & 1 else 1
            self._at = 1

    def _skip(self, left: int) -> None:
        while left > len(self._records[self._record]) - self._at:
            left -= len(self._records[self._record]) - self._at
            self._next()
        self._at += left

    def _next(self) -> None:
        self._record += 1
        self._at = 0
        len(self._records[self._record])

"""Unpacking a zip with a hand on the brake: real bytes are counted, headers are not believed."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from jinguo.roster.errors import files
from jinguo.roster.errors.files import UnreadableFile
from jinguo.roster.readers.opening import limits

_CHUNK = 1024 * 1024
_LOCAL_HEADER = struct.Struct("<4s22xHH")
_ENCRYPTED = 0x1


class Archive:
    """The entries of a zip file, unpacked in chunks; all of them share one budget of bytes."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._left = limits.UNPACKED_BYTES
        if content.count(b"PK\x01\x02") > limits.ENTRIES:
            raise _bomb()
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as directory:
                self.entries = directory.infolist()
        except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error) as error:
            raise UnreadableFile(files.FILE_CUT_OFF) from error
        if any(entry.flag_bits & _ENCRYPTED for entry in self.entries):
            raise UnreadableFile(files.FILE_PASSWORD)

    @property
    def names(self) -> set[str]:
        """The names of all entries."""
        return {entry.filename for entry in self.entries}

    def read(self, name: str, at_most: int) -> bytes:
        """One small entry whole, cut at ``at_most`` bytes; empty if there is none."""
        found = [entry for entry in self.entries if entry.filename == name]
        parts, size = [], 0
        for chunk in self.chunks(found[-1]) if found else ():
            parts.append(chunk)
            size += len(chunk)
            if size >= at_most:
                break
        return b"".join(parts)[:at_most]

    def chunks(self, entry: zipfile.ZipInfo, *, again: bool = False) -> Iterator[bytes]:
        """The unpacked bytes of an entry, piece by piece; ``again`` leaves the budget alone."""
        packed = self._packed(entry)
        pieces: Iterator[bytes]
        if entry.compress_type == zipfile.ZIP_STORED:
            pieces = (bytes(packed[at : at + _CHUNK]) for at in range(0, len(packed), _CHUNK))
        elif entry.compress_type == zipfile.ZIP_DEFLATED:
            pieces = _inflate(packed)
        else:
            raise UnreadableFile(files.FILE_CUT_OFF)
        for piece in pieces:
            if not again:
                self._spend(len(piece))
            yield piece

    def pass_over(self, entry: zipfile.ZipInfo) -> None:
        """Unpack an entry nobody reads, so that its bytes are counted."""
        for _ in self.chunks(entry):
            pass

    def _packed(self, entry: zipfile.ZipInfo) -> memoryview:
        try:
            mark, name, extra = _LOCAL_HEADER.unpack_from(self._content, entry.header_offset)
        except struct.error as error:
            raise UnreadableFile(files.FILE_CUT_OFF) from error
        start = entry.header_offset + 30 + name + extra
        packed = memoryview(self._content)[start : start + entry.compress_size]
        if mark != b"PK\x03\x04" or len(packed) != entry.compress_size:
            raise UnreadableFile(files.FILE_CUT_OFF)
        return packed

    def _spend(self, size: int) -> None:
        self._left -= size
        if self._left < 0:
            raise _bomb()


def _bomb() -> UnreadableFile:
    return UnreadableFile(files.FILE_BOMB, limit=limits.UNPACKED_BYTES // limits.MEGABYTE)


def _inflate(packed: memoryview) -> Iterator[bytes]:
    stream = zlib.decompressobj(-15)
    for start in range(0, len(packed), _CHUNK):
        rest: bytes | memoryview = packed[start : start + _CHUNK]
        while rest:
            try:
                piece = stream.decompress(rest, _CHUNK)
            except zlib.error as error:
                raise UnreadableFile(files.FILE_CUT_OFF) from error
            rest = stream.unconsumed_tail
            if piece:
                yield piece
            elif stream.eof:
                return
    piece = stream.flush()
    if piece:
        yield piece
    if not stream.eof and len(packed):
        raise UnreadableFile(files.FILE_CUT_OFF)

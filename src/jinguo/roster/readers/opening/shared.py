"""The shared texts of an xlsx: one long text shown by a million cells is a bomb of its own."""

import re
from array import array
from collections.abc import Iterable

from jinguo.roster.errors import files
from jinguo.roster.errors.files import UnreadableFile
from jinguo.roster.readers.opening import limits

_TAG = re.compile(rb"<[^>]*>")
_END = b"</si>"
_PREFIXED_END = re.compile(rb"</\w+:si\s*>|</si\s+>")
_NUMBER = re.compile(rb">\s*(\d{1,9})\s*<")
_ESCAPED_NUMBER = re.compile(rb"<(?:\w+:)?v>[^<]*&")
_LONGEST = 1024 * 1024
_WITH_MARKUP = 200


class SharedTexts:
    """Lengths of the shared texts in bytes, in their order."""

    def __init__(self) -> None:
        self._lengths = array("I")
        self.longest = 0

    def read(self, chunks: Iterable[bytes]) -> None:
        """Measure the part that holds the shared texts."""
        rest = b""
        for chunk in chunks:
            texts = _PREFIXED_END.sub(_END, rest + chunk).split(_END)
            rest = texts.pop()
            self._lengths.extend(_length(text) for text in texts)
            if len(rest) > _LONGEST or len(self._lengths) > limits.CELLS:
                raise UnreadableFile(files.FILE_TOO_MUCH_TEXT)
        self.longest = max(self._lengths, default=0)

    def shown_in(self, chunk: bytes) -> int:
        """Bytes of shared text that a piece of sheet shows, rather too many than too few."""
        if _ESCAPED_NUMBER.search(chunk):
            raise UnreadableFile(files.FILE_DANGEROUS)
        lengths, count = self._lengths, len(self._lengths)
        return sum(lengths[n] for n in map(int, _NUMBER.findall(chunk)) if n < count)


def _length(text: bytes) -> int:
    return len(text) if len(text) < _WITH_MARKUP else len(_TAG.sub(b"", text))

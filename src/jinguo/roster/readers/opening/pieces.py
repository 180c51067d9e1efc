"""Pieces of XML cut where they may be cut, and refused where no Office program wrote them."""

from collections.abc import Iterable, Iterator

from jinguo.roster.errors import files
from jinguo.roster.errors.files import UnreadableFile
from jinguo.roster.readers.opening import limits


def checked(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Whole tags of a part, refusing definitions, other encodings and endless texts."""
    for chunk in whole_tags(chunks):
        if b"<!DOCTYPE" in chunk or b"<!ENTITY" in chunk or chunk[:2] in (b"\xff\xfe", b"\xfe\xff"):
            raise UnreadableFile(files.FILE_DANGEROUS)
        if len(chunk) > limits.STRETCH and b"<" not in chunk[: limits.STRETCH]:
            raise UnreadableFile(files.FILE_TOO_MUCH_TEXT)
        yield chunk


def whole_tags(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes cut in front of a row or cell, so that no such tag is in two pieces."""
    rest = b""
    for chunk in chunks:
        piece = rest + chunk if rest else chunk
        cut = max(piece.rfind(b"<row "), piece.rfind(b"<c "))
        if cut <= 0:
            cut = piece.rfind(b"<")
        if cut <= 0:
            rest = b""
            yield piece
        else:
            rest = piece[cut:]
            yield piece[:cut]
    if rest:
        yield rest

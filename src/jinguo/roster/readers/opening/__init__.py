"""Opening a file: what it is, whether it is safe to read, and its sheets cell by cell."""

from collections.abc import Iterator

from jinguo.roster.errors import files
from jinguo.roster.errors.files import UnreadableFile
from jinguo.roster.readers.opening import limits
from jinguo.roster.readers.opening.delimited import read_delimited
from jinguo.roster.readers.opening.kinds import Kind, kind_of
from jinguo.roster.readers.opening.workbook import read_compound, read_packed
from jinguo.roster.readers.sheet import Sheet

__all__ = ["open_sheets", "too_large"]


def too_large(size: int) -> UnreadableFile:
    """The refusal of a file of so many bytes."""
    return UnreadableFile(
        files.FILE_TOO_LARGE,
        size=-(-size // limits.MEGABYTE),
        limit=limits.FILE_BYTES // limits.MEGABYTE,
    )


def open_sheets(name: str, content: bytes) -> Iterator[Sheet]:
    """The sheets of a file one after the other, so that only one need be kept.

    Raises ``UnreadableFile`` with the reason, at once or while going through the sheets.
    """
    if len(content) > limits.FILE_BYTES:
        raise too_large(len(content))
    kind = kind_of(content)
    if kind is Kind.PACKED:
        return read_packed(content)
    if kind is Kind.COMPOUND:
        return read_compound(content)
    return iter([read_delimited(name, content)])

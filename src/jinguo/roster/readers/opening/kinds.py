"""What a file is, told from its first bytes and never from its name."""

import re
from enum import Enum

from jinguo.roster.errors import files
from jinguo.roster.errors.files import UnreadableFile


class Kind(Enum):
    """The kinds of file that may hold a roster."""

    PACKED = "zip"
    COMPOUND = "ole"
    TEXT = "text"


_PICTURES = (
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
)
_ARCHIVES = (
    (b"Rar!\x1a\x07", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "GZIP"),
    (b"BZh", "BZIP2"),
    (b"\xfd7zXZ\x00", "XZ"),
)
_WEB_PAGE = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*(?:<\?xml|<!doctype|<html|<head|<table|<meta|<style|<body|<div|"
    rb"mime-version:|content-type:)",
    re.IGNORECASE | re.DOTALL,
)


def kind_of(content: bytes) -> Kind:
    """The kind of file, or a refusal that names what it is instead."""
    if not content:
        raise UnreadableFile(files.FILE_EMPTY)
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return Kind.PACKED
    if content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return Kind.COMPOUND
    _refuse_pictures(content)
    _refuse_documents(content)
    return Kind.TEXT


def _refuse_pictures(content: bytes) -> None:
    for start, kind in _PICTURES:
        if content.startswith(start):
            raise UnreadableFile(files.FILE_PICTURE, kind=kind)
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        raise UnreadableFile(files.FILE_PICTURE, kind="WebP")
    if content[:2] == b"BM" and content[6:10] == b"\0\0\0\0":
        raise UnreadableFile(files.FILE_PICTURE, kind="BMP")
    if content[4:8] == b"ftyp" and content[8:12] in (b"heic", b"heix", b"mif1", b"msf1", b"avif"):
        raise UnreadableFile(files.FILE_PICTURE, kind="HEIC")


def _refuse_documents(content: bytes) -> None:
    for start, kind in _ARCHIVES:
        if content.startswith(start):
            raise UnreadableFile(files.FILE_ARCHIVE, kind=kind)
    head = content[:2048]
    if b"%PDF-" in head[:1024]:
        raise UnreadableFile(files.FILE_PDF)
    if head.startswith(b"{\\rtf"):
        raise UnreadableFile(files.FILE_WORD)
    if _WEB_PAGE.match(_narrow(head)):
        raise UnreadableFile(files.FILE_WEB_PAGE)


def _narrow(head: bytes) -> bytes:
    """The start of a text file without byte-order mark, UTF-16 brought to one byte a letter."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[2:].replace(b"\0", b"")
    return head.removeprefix(b"\xef\xbb\xbf")

"""Verifying a file of entries that were moved out: the same walk as over the table."""

import hashlib
import json
from typing import IO, Any

from jinguo.audit.enums import Wrong
from jinguo.audit.errors import AnchorForged, AnchorUnreadable, ArchiveUnreadable
from jinguo.audit.queries.verifying import moved_into
from jinguo.audit.queries.walking import Walk, sealed
from jinguo.audit.rules.anchor import Anchor, read_anchor
from jinguo.audit.rules.verdict import Problem, Verdict

FORM = "jinguo-record-1"
_BYTES = (2, 3, 7)
"""Parts of a line that are bytes: previous hash, hash, signature of the entry."""


def verify_archive(file: IO[bytes], name: str) -> tuple[Verdict, str]:
    """What is wrong with the entries of a file, and the file's SHA-256.

    Its last line, an anchor, shows a cut-off end; whether the record knows of the file is not
    asked here. Raises ``ArchiveUnreadable``.
    """
    digest, verdict = hashlib.sha256(), Verdict()
    walk, anchor, number = None, None, 0
    for number, line in enumerate(file, 1):
        digest.update(line)
        parts = _parts(line, name, number)
        if walk is None:
            walk = Walk(verdict, _head(parts, name))
        elif isinstance(parts, dict):
            anchor = _anchor(line, name, number)
        else:
            walk.step(sealed(_row(parts, name, number)))
    if walk is None or anchor is None:
        raise ArchiveUnreadable(name=name, line=number)
    walk.finish(anchor)
    return verdict, digest.hexdigest()


def _parts(line: bytes, name: str, number: int) -> Any:
    try:
        return json.loads(line)
    except ValueError as error:
        raise ArchiveUnreadable(name=name, line=number) from error


def _head(parts: Any, name: str) -> tuple[int, bytes]:
    try:
        if parts["form"] != FORM:
            raise ArchiveUnreadable(name=name, line=1)
        return int(parts["after"]), bytes.fromhex(parts["hash"])
    except (TypeError, KeyError, ValueError) as error:
        raise ArchiveUnreadable(name=name, line=1) from error


def _anchor(line: bytes, name: str, number: int) -> Anchor:
    try:
        return read_anchor(line.decode(), name)
    except (AnchorUnreadable, AnchorForged, UnicodeDecodeError) as error:
        raise ArchiveUnreadable(name=name, line=number) from error


def _row(parts: Any, name: str, number: int) -> list[Any]:
    try:
        row = list(parts)
        for at in _BYTES:
            row[at] = bytes.fromhex(row[at]) if row[at] is not None else None
        if len(row) != 19:
            raise ArchiveUnreadable(name=name, line=number)
    except (TypeError, IndexError, ValueError) as error:
        raise ArchiveUnreadable(name=name, line=number) from error
    return row


def verify_moved_out(file: IO[bytes], name: str) -> Verdict:
    """The same, and whether it is the very file that entries of this record were moved into."""
    verdict, digest = verify_archive(file, name)
    if not moved_into(digest):
        verdict.add(Problem(Wrong.OTHER_FILE, verdict.ends, None, ""))
    return verdict

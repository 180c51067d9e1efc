"""Seals and entries as a file: a line each, as they are signed, and an anchor at the end."""

import hashlib
import json
from collections.abc import Iterator
from typing import IO

from jinguo.audit.queries.walking import Row, rows
from jinguo.audit.rules.anchor import Anchor, anchor_text

FORM = "jinguo-record-1"


def write_archive(
    file: IO[bytes], *, begins_after: tuple[int, bytes], anchor: Anchor
) -> tuple[int, str]:
    """Write everything up to the anchor; returns how many entries, and the file's SHA-256."""
    digest, lines = hashlib.sha256(), 0
    for line in _lines(begins_after, anchor):
        content = line.encode() + b"\n"
        file.write(content)
        digest.update(content)
        lines += 1
    return lines - len(("head", "anchor")), digest.hexdigest()


def _lines(begins_after: tuple[int, bytes], anchor: Anchor) -> Iterator[str]:
    """A head, a line an entry, the anchor."""
    position, hash_ = begins_after
    yield json.dumps({"form": FORM, "after": position, "hash": hash_.hex()})
    for row in rows(upto=anchor.position):
        yield json.dumps(_plain(row), ensure_ascii=False)
    yield json.dumps(json.loads(anchor_text(anchor)))


def _plain(row: Row) -> list[object]:
    return [bytes(one).hex() if isinstance(one, bytes | memoryview) else one for one in row]

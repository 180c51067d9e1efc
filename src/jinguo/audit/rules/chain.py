"""What is signed of an entry when it is written, and of its place in the order when it is sealed.

An entry carries a signature over its content (``mac``), made by the program that wrote it: a row
that somebody put into the table otherwise has none that fits. Its seal carries a signature over
position, time of sealing, the seal before it, number and time of the entry, and its content
(``hash``): what is taken out, altered or put elsewhere afterwards no longer fits.
"""

from dataclasses import dataclass
from typing import Any, NamedTuple

from jinguo.audit.rules.canonical import written_out
from jinguo.audit.rules.signing import SIZE, signature

ENTRY_FORM = "jinguo-entry-1"
SEAL_FORM = "jinguo-seal-1"
NOTHING_BEFORE = bytes(SIZE)


class Content(NamedTuple):
    """An entry without what the database gives it (number and time), in the order it is signed.

    ``before``, ``after`` and ``data`` as ``canonical.read_json`` reads them.
    """

    nonce: str
    actor_id: int
    actor_name: str
    verb: str
    subject: str
    subject_id: str
    unit_code: str
    origin: str
    before: object
    after: object
    data: object


@dataclass(frozen=True, slots=True)
class Numbered:
    """An entry as it stands in the table; ``at`` in microseconds since 1970."""

    id: int
    at: str
    mac: bytes
    content: Content


@dataclass(frozen=True, slots=True)
class Link:
    """The place of an entry in the order, and when it got it (microseconds since 1970)."""

    position: int
    sealed_at: str
    previous: bytes


def mac_of(content: Content) -> bytes:
    """The signature of a content."""
    return signature(content_text(content))


def content_text(content: Content) -> bytes:
    """What is signed of a content."""
    return written_out([ENTRY_FORM, *map(_told, content)])


def hash_of(link: Link, entry: Numbered) -> bytes:
    """The signature of an entry at its place."""
    return signature(
        written_out(
            [
                SEAL_FORM, str(link.position), link.sealed_at, link.previous.hex(),
                str(entry.id), entry.at, entry.mac.hex(), content_text(entry.content).decode(),
            ]
        )
    )  # fmt: skip


def _told(part: Any) -> object:
    """Whole numbers of our own as text; everything else is text or read JSON already."""
    return str(part) if isinstance(part, int) else part

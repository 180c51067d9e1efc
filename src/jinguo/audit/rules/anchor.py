"""An anchor: how far the record reached, and what its end was. Kept elsewhere, it shows a cut."""

import json
from dataclasses import dataclass
from typing import Any

from jinguo.audit.errors import AnchorForged, AnchorUnreadable
from jinguo.audit.rules.canonical import written_out
from jinguo.audit.rules.signing import SIZE, signature, signed

FORM = "jinguo-anchor-1"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Position and hash of the newest seal, and when it was sealed (microseconds since 1970)."""

    position: int
    hash: bytes
    sealed_at: str


def anchor_text(anchor: Anchor) -> str:
    """An anchor as a file, signed with the key."""
    parts = {
        "form": FORM,
        "position": anchor.position,
        "hash": anchor.hash.hex(),
        "sealed_at": anchor.sealed_at,
    }
    return json.dumps({**parts, "signature": signature(_message(anchor)).hex()}, indent=1) + "\n"


def read_anchor(text: str, name: str) -> Anchor:
    """The anchor of a file. Raises ``AnchorUnreadable`` and ``AnchorForged``, which name it."""
    try:
        parts: dict[str, Any] = json.loads(text)
        anchor = Anchor(
            int(parts["position"]), bytes.fromhex(parts["hash"]), str(parts["sealed_at"])
        )
        given = bytes.fromhex(parts["signature"])
        known = parts["form"] == FORM and len(anchor.hash) == SIZE
    except (ValueError, KeyError, TypeError) as error:
        raise AnchorUnreadable(name=name) from error
    if not known:
        raise AnchorUnreadable(name=name)
    if not signed(_message(anchor), given):
        raise AnchorForged(name=name)
    return anchor


def _message(anchor: Anchor) -> bytes:
    return written_out([FORM, str(anchor.position), anchor.hash.hex(), anchor.sealed_at])

"""Whether the keys at hand are those that the database needs."""

from dataclasses import dataclass
from datetime import datetime

from jinguo.sealing.cipher import fingerprint
from jinguo.sealing.errors import KeyMissing, KeyWrong
from jinguo.sealing.keyfile import read_keys, where
from jinguo.sealing.models import SealingKey


@dataclass(frozen=True, slots=True)
class KeyLine:
    """A key that the database needs, or that is at hand, or both."""

    number: int
    fingerprint: str
    needed: bool
    here: bool
    made_at: datetime | None

    def __str__(self) -> str:
        return f"{self.number} ({self.fingerprint})"


def key_lines() -> list[KeyLine]:
    """Every key that is needed or at hand, newest first."""
    here = {(number, fingerprint(secret)) for number, secret in read_keys().items()}
    needed = {
        (one.number, one.fingerprint): one.made_at
        for one in SealingKey.objects.filter(retired_at__isnull=True)
    }
    return [
        KeyLine(*one, needed=one in needed, here=one in here, made_at=needed.get(one))
        for one in sorted(here | set(needed), reverse=True)
    ]


def check_keys() -> None:
    """Raises ``KeyMissing`` or ``KeyWrong`` unless every key the database needs is at hand."""
    lines = key_lines()
    lacking = [one for one in lines if one.needed and not one.here]
    if not lacking:
        return
    found = [one for one in lines if one.here]
    words = {"where": where(), "key": "、".join(map(str, lacking))}
    if not found:
        raise KeyMissing(**words)
    raise KeyWrong(**words, found="、".join(map(str, found)))

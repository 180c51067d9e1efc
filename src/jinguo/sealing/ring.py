"""The keys at hand, ready to seal and to open.

Everything is sealed under the newest key; older ones open what is not yet re-sealed.
"""

from collections.abc import Iterable
from functools import lru_cache

from jinguo.sealing.cipher import ENDING, Contacts, Files, Texts, derived, keyed_digest
from jinguo.sealing.errors import KeyMissing, SealBroken
from jinguo.sealing.keyfile import Keys, read_keys, signature, where


class Ring:
    """All keys at hand; raises ``SealBroken`` where none of them opens something."""

    def __init__(self, keys: Keys) -> None:
        self.newest = max(keys)
        self.numbers = sorted(keys, reverse=True)
        self._contacts = {number: Contacts(number, secret) for number, secret in keys.items()}
        self._texts = {number: Texts(number, secret) for number, secret in keys.items()}
        self._files = {number: Files(number, secret) for number, secret in keys.items()}
        self._digests = derived(keys[self.newest], "digest", 32)
        self.seal_contact = self._contacts[self.newest].seal
        self.seal_text = self._texts[self.newest].seal
        self.seal_file = self._files[self.newest].seal

    def open_contact(self, sealed: str) -> str:
        """The number; empty is empty."""
        if not sealed:
            return ""
        number = number_of(sealed)
        try:
            return self._contacts[number].open(sealed)
        except (KeyError, ValueError) as error:
            raise SealBroken(number=number or "?") from error

    def open_text(self, sealed: str) -> str:
        """The text."""
        number = number_of(sealed)
        try:
            return self._texts[number].open(sealed)
        except (KeyError, ValueError) as error:
            raise SealBroken(number=number or "?") from error

    def open_file(self, sealed: bytes) -> bytes:
        """The bytes of a file."""
        number = number_of(sealed[:12].decode("latin-1"))
        try:
            return self._files[number].open(sealed)
        except (KeyError, ValueError) as error:
            raise SealBroken(number=number or "?") from error

    def older_forms(self, phones: Iterable[str]) -> list[str]:
        """What these numbers may still be in the database: sealed under keys before the newest."""
        older = [self._contacts[key] for key in self.numbers[1:]]
        return [key.seal(phone) for key in older for phone in phones]

    def ending_marks(self, phones: Iterable[str]) -> set[str]:
        """The marks that stand between the colons of these numbers and of all that end alike."""
        endings = {phone[-ENDING:] for phone in phones}
        return {key.mark(ending) for key in self._contacts.values() for ending in endings}

    def ending_heads(self, ending: str) -> list[str]:
        """What sealed numbers with this ending may begin with."""
        return [self._contacts[key].head(ending) for key in self.numbers]

    def digest(self, text: str) -> str:
        """32 digits that are the same for the same text, and tell nobody without the key."""
        return keyed_digest(self._digests, text)


def number_of(sealed: str) -> int:
    """The number of the key something was sealed by; 0 where it is not sealed."""
    head, colon, _rest = sealed.partition(":")
    return int(head[1:]) if colon and head[:1] == "s" and head[1:].isdecimal() else 0


def ring() -> Ring:
    """The keys at hand, read again where they changed. Raises ``KeyMissing``."""
    return _ring(signature())


@lru_cache(maxsize=4)
def _ring(_signature: tuple[object, ...]) -> Ring:
    keys = read_keys()
    if not keys:
        raise KeyMissing(where=where(), key="1")
    return Ring(keys)

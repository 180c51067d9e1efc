"""SM4-GCM under keys derived for each purpose from the key of the office.

The nonce is not random but taken from a keyed digest (HMAC-SM3) of what is sealed, so that equal
numbers are equal bytes: the database compares and joins them without opening any.
"""

from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from binascii import b2a_base64
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.hashes import SM3
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

NONCE, TAG = 12, 16
ENDING = 4
"""How many last characters of a number may be searched for."""
_MARK = 6
"""Bytes of the mark by which an ending is found again."""


def derived(secret: bytes, purpose: str, length: int) -> bytes:
    """A key for one purpose (HKDF with SM3), by which no other can be found."""
    return HKDF(SM3(), length, None, f"jinguo {purpose}".encode()).derive(secret)


class Box:
    """Seals and opens the bytes of one purpose under one key."""

    def __init__(self, secret: bytes, purpose: str) -> None:
        self._algorithm = algorithms.SM4(derived(secret, f"{purpose} sealing", 16))
        self._nonces = HMAC(derived(secret, f"{purpose} nonce", 32), SM3())

    def seal(self, plain: bytes) -> bytes:
        """Nonce, what was sealed, and the tag that proves it whole."""
        digest = self._nonces.copy()
        digest.update(plain)
        nonce = digest.finalize()[:NONCE]
        sealing = Cipher(self._algorithm, modes.GCM(nonce)).encryptor()
        inside = sealing.update(plain)
        sealing.finalize()  # nothing is left over: this mode does not fill up
        return nonce + inside + sealing.tag

    def open(self, sealed: bytes) -> bytes:
        """What was sealed. Raises ``ValueError`` where it is not whole or not of this key."""
        if len(sealed) < NONCE + TAG:
            raise ValueError
        mode = modes.GCM(sealed[:NONCE], sealed[-TAG:])
        opening = Cipher(self._algorithm, mode).decryptor()
        plain = opening.update(sealed[NONCE:-TAG])
        try:
            return plain + opening.finalize()
        except InvalidTag as error:
            raise ValueError from error


class Contacts:
    """Telephone numbers as texts: ``s1:`` + mark of the ending + ``:`` + the sealed number.

    The mark finds numbers by their last four characters and says nothing else of them.
    """

    def __init__(self, number: int, secret: bytes) -> None:
        self._head = f"s{number}:"
        self._box = Box(secret, "contact")
        self._endings = HMAC(derived(secret, "contact ending", 32), SM3())
        self.mark = lru_cache(maxsize=10_000)(self._mark)
        """The mark of an ending."""

    def seal(self, phone: str) -> str:
        """The number sealed; an empty one stays empty. Some 6 µs each."""
        if not phone:
            return ""
        sealed = b2a_base64(self._box.seal(phone.encode()), newline=False).decode("ascii")
        return f"{self._head}{self.mark(phone[-ENDING:])}:{sealed}"

    def head(self, ending: str) -> str:
        """What every sealed number with this ending begins with."""
        return f"{self._head}{self.mark(ending)}:"

    def _mark(self, ending: str) -> str:
        digest = self._endings.copy()
        digest.update(ending.encode())
        return b64encode(digest.finalize()[:_MARK], b"-_").decode("ascii")

    def open(self, sealed: str) -> str:
        """The number. Raises ``ValueError``."""
        return self._box.open(_bytes(sealed.rpartition(":")[2])).decode()


class Texts:
    """Whole texts: ``s1:`` and the sealed text."""

    def __init__(self, number: int, secret: bytes) -> None:
        self._head = f"s{number}:"
        self._box = Box(secret, "text")

    def seal(self, text: str) -> str:
        """The text sealed."""
        return self._head + b64encode(self._box.seal(text.encode())).decode("ascii")

    def open(self, sealed: str) -> str:
        """The text. Raises ``ValueError``."""
        return self._box.open(_bytes(sealed.rpartition(":")[2])).decode()


class Files:
    """Bytes of files: ``s1:`` and the sealed bytes."""

    def __init__(self, number: int, secret: bytes) -> None:
        self._head = f"s{number}:".encode()
        self._box = Box(secret, "file")

    def seal(self, content: bytes) -> bytes:
        """The bytes sealed."""
        return self._head + self._box.seal(content)

    def open(self, sealed: bytes) -> bytes:
        """The bytes. Raises ``ValueError``."""
        return self._box.open(sealed.partition(b":")[2])


def fingerprint(secret: bytes) -> str:
    """Sixteen letters and digits by which a key is told from another without showing it."""
    text = derived(secret, "fingerprint", 8).hex()
    return "-".join(text[at : at + 4] for at in range(0, 16, 4))


def keyed_digest(secret: bytes, text: str) -> str:
    """32 digits that say whether two texts are equal, to whoever has the key only."""
    digest = HMAC(secret, SM3())
    digest.update(text.encode())
    return digest.finalize().hex()[:32]


def _bytes(text: str) -> bytes:
    try:
        return b64decode(text, validate=True)
    except NotBase64 as error:
        raise ValueError from error

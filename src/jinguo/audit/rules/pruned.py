"""Where the record begins after its oldest entries were moved out, signed like an anchor."""

from dataclasses import dataclass

from jinguo.audit.rules.canonical import written_out
from jinguo.audit.rules.signing import signature, signed

FORM = "jinguo-pruned-1"


@dataclass(frozen=True, slots=True)
class Pruned:
    """The last position that was moved out and its hash, how many entries went, into which file.

    ``digest`` is the SHA-256 of the file, in hexadecimal.
    """

    position: int
    hash: bytes
    entries: int
    digest: str

    @property
    def mac(self) -> bytes:
        """The signature of all this."""
        return signature(self._message)

    def fits(self, mac: bytes) -> bool:
        """Whether it was signed like this."""
        return signed(self._message, mac)

    @property
    def _message(self) -> bytes:
        return written_out(
            [FORM, str(self.position), self.hash.hex(), str(self.entries), self.digest]
        )

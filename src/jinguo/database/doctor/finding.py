"""One finding of the doctor."""

from dataclasses import dataclass

from jinguo.kernel.errors import JinguoError


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, whether it is well, what was seen, and what to do if it is not."""

    name: str
    ok: bool
    sentence: str
    remedy: str = ""


def failed(name: str, error: JinguoError) -> Finding:
    """The finding that a refusal is, with its own remedy."""
    return Finding(name, False, str(error.message) % error.data, str(error.remedy) % error.data)

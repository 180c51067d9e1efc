"""One finding of the doctor."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, whether it is well, what was seen, and what to do if it is not."""

    name: str
    ok: bool
    sentence: str
    remedy: str = ""

"""Twelve-digit codes: level, parent and range are in the digits."""

from jinguo.divisions.models import Level

DIGITS = {
    Level.PROVINCE: 2,
    Level.CITY: 4,
    Level.COUNTY: 6,
    Level.TOWNSHIP: 9,
    Level.VILLAGE: 12,
}
"""How many digits of a code are a level's own."""

_ABOVE = (0, 0, 2, 4, 6, 9)
"""By level: how many digits it shares with the place above."""


def full(code: str) -> str | None:
    """The code with twelve digits: 6 and 9 are filled up with zeros. None where it is no code."""
    code = code.strip()
    if len(code) in (6, 9, 12) and code.isascii() and code.isdigit() and code[:2] != "00":
        return code.ljust(12, "0")
    return None


def level_of(code: str) -> int:
    """The level a code is of, by the zeros it ends in."""
    if code[9:] != "000":
        return 5
    if code[6:] != "000000":
        return 4
    if code[4:] != "00000000":
        return 3
    return 2 if code[2:] != "0000000000" else 1


def prefix_of(code: str, level: int) -> str:
    """The significant digits of a code."""
    return code[: DIGITS[Level(level)]]


def parent_of(code: str, level: int) -> str | None:
    """The code of the place above; None for a province."""
    return code[: _ABOVE[level]].ljust(12, "0") if level > Level.PROVINCE.value else None


def bounds(prefix: str) -> tuple[str, str]:
    """The half-open range of codes that begin with ``prefix``."""
    return prefix.ljust(12, "0"), f"{prefix}:"  # ":" follows "9"


def above(code: str) -> list[str]:
    """The codes of all places above, top first."""
    level = level_of(code)
    return [code[: _ABOVE[below]].ljust(12, "0") for below in range(2, level + 1)]

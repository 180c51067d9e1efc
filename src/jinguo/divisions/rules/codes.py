"""Twelve-digit codes: level, parent and range are in the digits."""

from functools import lru_cache

from jinguo.divisions.models import Level

DIGITS = {
    Level.PROVINCE: 2,
    Level.CITY: 4,
    Level.COUNTY: 6,
    Level.TOWNSHIP: 9,
    Level.VILLAGE: 12,
}
"""How many digits of a code are a level's own."""


def full(code: str) -> str | None:
    """The code with twelve digits: 6 and 9 are filled up with zeros. None where it is no code."""
    code = code.strip()
    if len(code) not in (6, 9, 12) or not (code.isascii() and code.isdigit()) or code[:2] == "00":
        return None
    return code.ljust(12, "0")


def level_of(code: str) -> Level:
    """The level a code is of, by the zeros it ends in."""
    for level in (Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWNSHIP):
        digits = DIGITS[level]
        if code.endswith("0" * (12 - digits)):
            return level
    return Level.VILLAGE


def prefix_of(code: str, level: int) -> str:
    """The significant digits of a code."""
    return code[: DIGITS[Level(level)]]


@lru_cache(maxsize=65536)
def _padded(prefix: str) -> str:
    return prefix.ljust(12, "0")


def parent_of(code: str, level: int) -> str | None:
    """The code of the place above; None for a province."""
    if level == Level.PROVINCE:
        return None
    return _padded(code[: DIGITS[Level(level - 1)]])


def bounds(prefix: str) -> tuple[str, str]:
    """The half-open range of codes that begin with ``prefix``."""
    return prefix.ljust(12, "0"), prefix.ljust(12, ":")  # ":" follows "9"


def above(code: str) -> list[str]:
    """The codes of all places above, top first."""
    level = level_of(code)
    return [_padded(code[: DIGITS[Level(upper)]]) for upper in range(1, level)]

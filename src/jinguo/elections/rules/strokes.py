"""Names in the order of the strokes of the surname (姓氏笔画).

First the strokes of the surname's first character; of as many strokes, the order of the strokes
themselves (横竖撇点折, stroke by stroke); then the second character of a compound surname; of one
surname, a given name of one character before one of two; then the given name, likewise.

``strokes.txt`` covers some 1,100 characters: those of common surnames and of common given names.
A name with a character it lacks stands after the others and is named by ``unplaced``, so that
somebody puts it where it belongs.
"""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from jinguo.kernel.text import fold

_COMPOUND = (
    "欧阳司马上官诸葛东方皇甫尉迟公孙令狐宇文长孙慕容司徒司空夏侯端木轩辕独孤"
    "南宫西门钟离闾丘太叔申屠赫连澹台淳于百里呼延左丘万俟闻人拓跋鲜于"
)
COMPOUND = frozenset(_COMPOUND[at : at + 2] for at in range(0, len(_COMPOUND), 2))
"""Surnames of two characters."""

_LAST = 10_000


@cache
def _counts() -> dict[str, int]:
    """Character → number of strokes, in the order of strokes."""
    text = files(__package__).joinpath("strokes.txt").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {character: int(number) for number, row in rows for character in row}


@cache
def _places() -> dict[str, int]:
    return {character: place for place, character in enumerate(_counts())}


def strokes(character: str) -> int | None:
    """How many strokes a character has; ``None`` where the table does not cover it."""
    return _counts().get(character)


def surname(name: str) -> str:
    """The surname of a name: 欧阳兰 → 欧阳, 李梅 → 李."""
    bare = _bare(name)
    return bare[:2] if bare[:2] in COMPOUND and len(bare) > 2 else bare[:1]


def place(name: str) -> tuple[object, ...]:
    """Where a name stands among others: sort by it."""
    bare = _bare(name)
    family = surname(name)
    given = bare[len(family) :]
    return (_order(family), len(given) > 1, _order(given), name)


def in_order(names: Iterable[str]) -> list[str]:
    """Names by strokes of the surname."""
    return sorted(names, key=place)


def unplaced(names: Iterable[str]) -> list[str]:
    """Names whose surname has a character that the table does not cover."""
    known = _places()
    return [name for name in names if any(one not in known for one in surname(name))]


def _order(text: str) -> tuple[tuple[int, str], ...]:
    known = _places()
    return tuple((known.get(one, _LAST), "" if one in known else one) for one in text)


def _bare(name: str) -> str:
    """The name without what stands in brackets to tell her from a namesake."""
    return fold(name).partition("(")[0]

"""Categories of the 5+N, by name, by mark, or by both."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import NamedTuple

from jinguo.kernel.text import fold
from jinguo.roster.errors import cells as faults
from jinguo.roster.readers.cells.memo import Findings
from jinguo.roster.readers.cells.text import is_nothing, plain
from jinguo.roster.readers.sheet import Cell


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The categories of a county: folded name or synonym → slug, and mark (①) → slug.

    A mark is also understood as 1, (1), 1., ⑴, ❶ or 一.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    markers: Mapping[str, str] = field(default_factory=dict)


class _Token(NamedTuple):
    kind: str
    text: str
    number: int = 0


_OPEN, _CLOSE = "\ue000", "\ue001"
_CIRCLED = {
    first + i: f"{_OPEN}{i + 1}{_CLOSE}"
    for first, count in (
        (0x2460, 20),
        (0x2474, 20),
        (0x2488, 20),
        (0x24F5, 10),
        (0x2776, 10),
        (0x2780, 10),
        (0x278A, 10),
        (0x3220, 10),
        (0x3280, 10),
    )
    for i in range(count)
}
"""Circled, bracketed and dotted numbers, which folding would turn into plain digits."""

_HAN = "一二三四五六七八九十"
_MOST_COMPARED, _LONGEST_COMPARED = 500, 30
"""Comparing is slow; whoever has more unknown categories than that has another list."""

_UP_TO = {"-", "~", "—", "–", "至"}
_LABELS = {".", ":", "-"}
"""What may stand between a mark and the name it belongs to; 、 would list two categories."""


class CategoryReader:
    """Reads cells of categories with the words of one county."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._slugs = {fold(name): slug for name, slug in vocabulary.names.items() if fold(name)}
        self._compared = 0
        self._names = {slug: name for name, slug in reversed(list(self._slugs.items()))}
        self._marks = {_mark_number(mark): slug for mark, slug in vocabulary.markers.items()}
        names = sorted(self._slugs, key=len, reverse=True)
        name = "|".join(map(re.escape, names)) or "(?!)"
        between = r"[、,;/.。+&|:\\~—–-]|和|及|至"
        self._token = re.compile(
            rf"(?P<rule>5\+[nN]\d*)|(?P<name>{name})"
            rf"|\(?{_OPEN}(?P<circled>\d+){_CLOSE}[号类]?\)?"
            rf"|\((?P<bracketed>\d{{1,2}}|[{_HAN}])\)"
            rf"|(?P<bare>\d{{1,11}}|[{_HAN}])[号类]?(?={between}|{name}|{_OPEN}|$)"
            rf"|(?P<between>(?:{between})+)"
        )

    def __call__(self, cell: Cell, found: Findings) -> tuple[str, ...]:
        """Slugs in the order of the cell; what is unknown stays as ``?text``."""
        text = plain(cell).translate(_CIRCLED)
        if is_nothing(fold(text)):
            return ()
        tokens = list(self._tokens(fold(text)))
        if any(token.kind == "unknown" for token in tokens) and len(text.split()) > 1:
            tokens = list(self._tokens(fold("、".join(text.split()))))
        return self._slugs_of(tokens, found)

    def _tokens(self, text: str) -> Iterator[_Token]:
        at, unknown = 0, ""
        while at < len(text):
            found = self._token.match(text, at)
            if found is None or (unknown and found["bare"]):
                unknown += text[at]
                at += 1
                continue
            if unknown:
                yield _Token("unknown", unknown)
                unknown = ""
            at = found.end()
            yield from self._token_of(found)
        if unknown:
            yield _Token("unknown", unknown)

    def _token_of(self, found: re.Match[str]) -> Iterator[_Token]:
        if found["rule"]:
            yield _Token("unknown", found[0])
            return
        if found["name"] or found["between"]:
            yield _Token("name" if found["name"] else "between", found[0])
            return
        number = found["circled"] or found["bracketed"] or found["bare"]
        digits = [int(digit) for digit in number] if number.isdigit() else []
        whole = int(number) if digits else _HAN.index(number) + 1
        if found["bare"] and whole not in self._marks and len(digits) > 1:
            if not all(digit in self._marks for digit in digits):
                yield _Token("unknown", number)
                return
            yield from (_Token("mark", str(digit), digit) for digit in digits)
        else:
            yield _Token("mark", number, whole)

    def _slugs_of(self, tokens: list[_Token], found: Findings) -> tuple[str, ...]:
        slugs: list[str] = []
        for at, token in enumerate(tokens):
            if token.kind == "name":
                slugs.append(self._slugs[token.text])
            elif token.kind == "unknown":
                slugs.append(f"?{token.text}")
                self._warn_unknown(token.text, found)
            elif token.kind == "mark":
                slugs.extend(self._slug_of_mark(tokens, at, found))
            elif token.text in _UP_TO:
                slugs.extend(self._slugs_between(tokens[at - 1 : at + 2]))
        return tuple(dict.fromkeys(slugs))

    def _slugs_between(self, tokens: list[_Token]) -> Iterator[str]:
        """What 「①-③」 passes over."""
        if [token.kind for token in tokens] == ["mark", "between", "mark"]:
            between = range(tokens[0].number + 1, tokens[2].number)
            yield from (self._marks[number] for number in between if number in self._marks)

    def _slug_of_mark(self, tokens: list[_Token], at: int, found: Findings) -> tuple[str, ...]:
        slug = self._marks.get(tokens[at].number)
        shown = _shown(tokens[at].number)
        names = _labelled_names(tokens, at)
        if names:
            if slug is not None and all(slug != self._slugs[name] for name in names):
                options = (names[0],)
                found.add(faults.CATEGORY_DIFFERS, mark=shown, name=names[0], options=options)
            return ()
        if slug is None:
            self._warn_unknown(shown, found)
            return (f"?{shown}",)
        return (slug,)

    def _warn_unknown(self, text: str, found: Findings) -> None:
        self._compared += 1
        near: tuple[str, ...] = ()
        if self._compared <= _MOST_COMPARED and len(text) <= _LONGEST_COMPARED:
            near = tuple(get_close_matches(text, self._slugs, n=3, cutoff=0.5))
        names = "、".join(near or list(self._names.values())[:3])
        found.add(faults.CATEGORY_UNKNOWN, category=text, names=names, options=near)


_TICKS = {"√", "✓", "✔", "☑", "是", "有", "1", "y", "yes", "v", "true", "对", "●", "■"}
_CROSSES = {"否", "×", "✗", "✘", "x", "0", "n", "no", "false", "○", "□"}


def read_tick(cell: Cell, found: Findings) -> bool:
    """Whether a cell below the name of a category says that it is hers."""
    text = fold(plain(cell)).lower()
    if text not in _TICKS and text not in _CROSSES and not is_nothing(text):
        found.add(faults.TICK_UNKNOWN, options=("√", ""))
    return text in _TICKS


def _labelled_names(tokens: list[_Token], at: int) -> list[str]:
    """The names a mark may stand for: the one directly behind it, the one directly before."""
    behind = tokens[at + 1 : at + 3]
    if behind and behind[0].kind == "between" and behind[0].text in _LABELS:
        behind = behind[1:]
    before = tokens[at - 1 : at] if at else []
    if behind and behind[0].kind == "mark":
        before = []
    return [token.text for token in (*behind[:1], *before) if token.kind == "name"]


def _shown(number: int) -> str:
    return chr(0x245F + number) if 1 <= number <= 20 else str(number)


def _mark_number(mark: str) -> int:
    digits = fold(mark).strip("().、")
    if digits in _HAN and digits:
        return _HAN.index(digits) + 1
    return int(digits) if digits.isdecimal() else int(unicodedata.numeric(mark[:1], 0))

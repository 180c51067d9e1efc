"""Names that look like a misspelt one."""

from collections import defaultdict
from collections.abc import Iterable
from difflib import get_close_matches

SHOWN = 3
LIKENESS = 0.4


class NearNames:
    """Names to choose from. One is compared only if it shares a telling character with the text:
    村, which most of them have, tells nothing."""

    def __init__(self, names: Iterable[str]) -> None:
        known = set(names)
        having: dict[str, set[str]] = defaultdict(set)
        for name in known:
            for character in name:
                having[character].add(name)
        self._having = {
            character: found for character, found in having.items() if len(found) * 2 <= len(known)
        }

    def to(self, text: str) -> list[str]:
        """Those most like the text, best first."""
        candidates: set[str] = set()
        for character in text:
            candidates |= self._having.get(character, set())
        return get_close_matches(text, candidates, n=SHOWN, cutoff=LIKENESS)

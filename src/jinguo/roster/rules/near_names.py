"""Names that look like a misspelt one."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from difflib import get_close_matches
from heapq import nlargest
from itertools import chain

SHOWN = 3
COMPARED = 40
LIKENESS = 0.4


class NearNames:
    """Names to choose from.

    Thousands cannot be compared letter by letter for every misspelt cell. Only those are that
    share most of its telling characters: 村, which most names have, tells nothing.
    """

    def __init__(self, names: Iterable[str]) -> None:
        known = list(dict.fromkeys(names))
        having: dict[str, list[str]] = defaultdict(list)
        for name in known:
            for character in dict.fromkeys(name):
                having[character].append(name)
        most = max(1, len(known) // 2)
        self._having = {one: found for one, found in having.items() if len(found) <= most}

    def to(self, text: str) -> list[str]:
        """Those most like the text, best first."""
        telling = [self._having[one] for one in dict.fromkeys(text) if one in self._having]
        shared = Counter(chain.from_iterable(telling))
        likely = nlargest(COMPARED, shared, key=lambda name: shared[name] / (len(name) + len(text)))
        return get_close_matches(text, likely, n=SHOWN, cutoff=LIKENESS)

"""Two who write over the same thing: what stood there when each began, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Verdict:
    """Names of facts: ``write`` are hers to write, ``kept`` are what only others changed.

    Of ``clashes`` both changed the same fact to something different: somebody must choose.
    """

    write: tuple[str, ...]
    kept: tuple[str, ...]
    clashes: tuple[str, ...]


def three_ways(
    shown: Mapping[str, Any], mine: Mapping[str, Any], now: Mapping[str, Any]
) -> Verdict:
    """Compare what was shown, what she made of it, and what stands there now.

    ``now`` has every fact. What is not in ``mine`` she left alone; what is not in ``shown`` she
    saw as it is now.
    """
    write, kept, clashes = [], [], []
    for name, current in now.items():
        base = shown.get(name, current)
        own = mine.get(name, base)
        if own == current:
            continue
        if current == base:
            write.append(name)
        elif own == base:
            kept.append(name)
        else:
            clashes.append(name)
    return Verdict(tuple(write), tuple(kept), tuple(clashes))

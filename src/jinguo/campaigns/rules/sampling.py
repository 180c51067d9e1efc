"""A random sample (抽查) that anybody can draw again from its seed, with nothing but SHA-256.

Every unit of the pool gets a lot, the SHA-256 of ``seed:federation`` in hexadecimal; the lowest
lots are drawn. By township, each township first gets its share of the places by the method of the
largest remainder, then its lowest lots are drawn; between equal remainders the SHA-256 of
``seed:township`` decides (nine digits of the code).
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence

Pool = Sequence[tuple[int, str]]
"""Federations with their codes of the day, each once."""

TOWNSHIP = 9
"""Digits of a code that name the township."""


def draw(pool: Pool, *, size: int, seed: str, by_township: bool) -> list[int]:
    """The federations drawn, in the order of their lots; all of them where ``size`` is larger.

    The order of the pool does not matter.
    """
    size = min(size, len(pool))
    if not by_township:
        return _lowest((one for one, _code in pool), size, seed)
    strata: dict[str, list[int]] = defaultdict(list)
    for one, code in pool:
        strata[code[:TOWNSHIP]].append(one)
    places = shares({name: len(units) for name, units in strata.items()}, size=size, seed=seed)
    drawn = [one for name, units in strata.items() for one in _lowest(units, places[name], seed)]
    return _lowest(drawn, size, seed)


def shares(sizes: dict[str, int], *, size: int, seed: str) -> dict[str, int]:
    """How many of ``size`` places each stratum gets, in proportion, by the largest remainder."""
    whole = sum(sizes.values())
    if not whole:
        return dict.fromkeys(sizes, 0)
    found = {name: size * count // whole for name, count in sizes.items()}
    left = size - sum(found.values())
    ranked = sorted(sizes, key=lambda name: (-(size * sizes[name] % whole), _lot(seed, name)))
    for name in ranked[:left]:
        found[name] += 1
    return found


def digest(pool: Pool) -> str:
    """The SHA-256 of the pool as compact JSON, by federation."""
    text = json.dumps(sorted([one, code] for one, code in pool), separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _lowest(units: Iterable[int], size: int, seed: str) -> list[int]:
    return sorted(units, key=lambda one: _lot(seed, one))[:size]


def _lot(seed: str, what: object) -> str:
    return hashlib.sha256(f"{seed}:{what}".encode()).hexdigest()

"""Villages under a code of a township that was given to another township."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from jinguo.divisions.models import Level
from jinguo.divisions.rules.codes import parent_of
from jinguo.divisions.rules.islands import Chains, Island


def divide(chains: Chains) -> Chains:
    """The same places above, and villages whose islands end where the place above changes.

    A code and a name that go on are one village only as long as they lie under one place.
    """
    above: dict[str, list[Island]] = defaultdict(list)
    for island in sorted(chains.islands, key=_start):
        if island.level < Level.VILLAGE:
            above[island.code].append(island)
    changes = {code: list(_changes(chains, islands)) for code, islands in above.items()}
    return chains.with_villages(
        part
        for island in chains.islands
        if island.level == Level.VILLAGE
        for part in _parts(island, changes)
    )


def _changes(chains: Chains, islands: Sequence[Island]) -> Iterator[date]:
    """The days from which a code is another place's."""
    for before, after in pairwise(islands):
        if after.start and chains.first[before] is not chains.first[after]:
            yield after.start


def _parts(village: Island, changes: Mapping[str, list[date]]) -> Iterator[Island]:
    start = village.start
    for day in changes.get(parent_of(village.code, village.level) or "", ()):
        if (start or date.min) < day < (village.until or date.max):
            yield replace(village, start=start, until=day)
            start = day
    yield replace(village, start=start)


def _start(island: Island) -> date:
    return island.start or date.min

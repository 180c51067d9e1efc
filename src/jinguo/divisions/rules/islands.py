"""Islands: one code under one name over consecutive listings, and what joins them to places."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from jinguo.divisions.enums import Reason
from jinguo.divisions.models import Level
from jinguo.divisions.rules import names


@dataclass(frozen=True, slots=True)
class Island:
    """A code that kept its name over neighbouring listings; half-open, None is open."""

    code: str
    name: str
    level: int
    start: date | None
    until: date | None

    @property
    def stem(self) -> str:
        """The name without its kind."""
        return names.stem(self.name, self.level)

    @property
    def township(self) -> str:
        """The code of the township it is, or lies in."""
        return self.code[:9].ljust(12, "0")


def continuous(islands: Iterable[tuple[Island, int]]) -> Iterator[tuple[Island, int]]:
    """Neighbouring islands of one code and name that are the same place, as one.

    Each comes and goes with the number of its place.
    """
    last: tuple[Island, int] | None = None
    for island, place in sorted(islands, key=lambda one: (one[0].code, one[0].start or date.min)):
        if last is not None and last[1] == place and _goes_on(last[0], island):
            last = replace(last[0], until=island.until), place
            continue
        if last is not None:
            yield last
        last = island, place
    if last is not None:
        yield last


def _goes_on(one: Island, other: Island) -> bool:
    named_alike = (one.code, one.name) == (other.code, other.name)
    return named_alike and one.until is not None and one.until == other.start


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two neighbouring islands that may be one place."""

    old: Island
    new: Island
    reason: Reason


Fact = tuple[str, str]
"""A code and the stem it stood for."""


def fact(island: Island) -> Fact:
    """What a decision remembers of an island: later spellings of the name do not undo it."""
    return island.code, island.stem


@dataclass(frozen=True, slots=True)
class Decisions:
    """What somebody decided about pairs that were proposed."""

    same: frozenset[tuple[Fact, Fact]] = field(default=frozenset())
    different: frozenset[tuple[Fact, Fact]] = field(default=frozenset())

    def decided(self, old: Island, new: Island) -> bool:
        """Whether this pair was ever decided."""
        pair = (fact(old), fact(new))
        return pair in self.same or pair in self.different

    def forbids(self, old: Island, new: Island) -> bool:
        """Whether this pair was decided to be two places."""
        return (fact(old), fact(new)) in self.different


class Chains:
    """Islands linked to places: each has at most one successor and one predecessor."""

    def __init__(self, islands: Iterable[Island]) -> None:
        self.islands = tuple(islands)
        self.first: dict[Island, Island] = {island: island for island in self.islands}
        self.followed: dict[Island, Island] = {}
        self.facts: dict[Island, set[Fact]] = {i: {fact(i)} for i in self.islands}

    def link(self, old: Island, new: Island) -> None:
        """Make ``new`` the continuation of ``old``. Links are made in order of time."""
        first = self.first[old]
        self.first[new] = first
        self.facts[first].add(fact(new))
        self.followed[old] = new

    def with_villages(self, villages: Iterable[Island]) -> "Chains":
        """The places above the villages as they are, over these villages still unlinked."""
        above = [island for island in self.islands if island.level < Level.VILLAGE]
        other = Chains([*above, *villages])
        for island in above:
            other.first[island] = self.first[island]
            other.facts[island] = self.facts[island]
        other.followed = {old: new for old, new in self.followed.items() if old in other.first}
        return other

    def take_in(self, other: "Chains") -> None:
        """Make the places of another county stand beside these; no code is in both."""
        self.islands += other.islands
        self.first |= other.first
        self.followed |= other.followed
        self.facts |= other.facts

    def places(self) -> dict[Island, list[Island]]:
        """First island → all islands of that place, oldest first."""
        places: dict[Island, list[Island]] = {}
        for island in sorted(self.islands, key=lambda i: (i.start or date.min, i.code)):
            places.setdefault(self.first[island], []).append(island)
        return places

"""Which place keeps which identity, when the lists behind it change."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise, starmap

from jinguo.divisions.rules.islands import Chains, Island
from jinguo.kernel.periods import Period


@dataclass(frozen=True, slots=True)
class Claim:
    """A stored version: this identity had this island, or one like it.

    ``seen`` is the day of the first list that had it: what held for all time before was
    only concluded.
    """

    division_id: int
    island: Island
    seen: date

    @property
    def listed(self) -> Period:
        """The days for which a list stands."""
        return Period(self.seen, self.island.until)


@dataclass(slots=True)
class Kept:
    """First island → identity (None: a new one), and what became of the identities there were.

    ``joined`` are those that turned out to be one as (kept, gone), ``parted`` the days of an
    identity that turned out to be another place's, with that place's first island.
    """

    division_ids: dict[Island, int | None] = field(default_factory=dict)
    joined: list[tuple[int, int]] = field(default_factory=list)
    parted: list[tuple[int, Island, Period]] = field(default_factory=list)


def keep(chains: Chains, claims: Sequence[Claim]) -> Kept:
    """Give every place the oldest identity that one of its islands had.

    An identity whose islands are now several places stays with the earliest; the days of
    the others are parted from it. One whose
    islands are gone (a list was corrected) goes to the place that took its name, else
    its code, if that has none.
    """
    kept = Kept(dict.fromkeys(chains.places()))
    won: dict[Island, set[int]] = defaultdict(set)
    homeless = {claim.division_id: claim for claim in reversed(_oldest_first(claims))}
    heirs = _by_name_and_code(chains)
    for claim in _oldest_first(claims):
        found = heirs[claim.island.code, claim.island.name]
        heir = next(iter(_alive(found, claim.listed) or _alive(found, _days(claim.island))), None)
        if heir is not None and claim.division_id in homeless:
            won[chains.first[heir]].add(claim.division_id)
            del homeless[claim.division_id]
    for first, division_ids in won.items():
        kept.division_ids[first] = min(division_ids)
        kept.joined += [(min(division_ids), gone) for gone in sorted(division_ids)[1:]]
    _shelter(kept, chains, list(homeless.values()))
    kept.parted = list(_parted(kept, won, chains, claims))
    return kept


def _parted(
    kept: Kept, won: Mapping[Island, set[int]], chains: Chains, claims: Sequence[Claim]
) -> Iterator[tuple[int, Island, Period]]:
    """The days of each identity that are another place's now.

    On a day a claim is the place of its code and name; where no list has that any more,
    it stays with its identity as long as that is listed, else it is the one place of
    its name.
    """
    exact, named = _by_name_and_code(chains), _by_name(chains)
    own = _by_identity(kept, won, chains)
    for claim in claims:
        known = exact[claim.island.code, claim.island.name]
        others = named[_named(claim.island)]
        for days in _stretches(claim.island, [*known, *others]):
            heirs = _alive(known, days)
            if not heirs and not _alive(own[claim.division_id], days):
                heirs = _alive(others, days)
            places = {chains.first[heir] for heir in heirs}
            if len(places) == 1 and claim.division_id not in won[first := places.pop()]:
                yield claim.division_id, first, days


def _stretches(island: Island, others: Iterable[Island]) -> Iterator[Period]:
    """The days of an island, divided where one of the others begins or ends."""
    inside = _days(island)
    ends = {edge for other in others for edge in (other.start, other.until) if edge}
    edges = sorted(edge for edge in ends if edge in inside and edge != island.start)
    yield from starmap(Period, pairwise([island.start, *edges, island.until]))


def _alive(islands: Iterable[Island], days: Period) -> list[Island]:
    return [one for one in islands if _days(one).overlaps(days)]


def _days(island: Island) -> Period:
    return Period(island.start, island.until)


def _shelter(kept: Kept, chains: Chains, homeless: list[Claim]) -> None:
    named = _by_name(chains)
    coded: dict[str, list[Island]] = defaultdict(list)
    for island in chains.islands:
        coded[island.code].append(island)

    def same_name(claim: Claim) -> list[Island]:
        return named[_named(claim.island)]

    def same_code(claim: Claim) -> list[Island]:
        return _alive(coded[claim.island.code], _days(claim.island))

    for same in (same_name, same_code):
        for claim in list(homeless):
            places = {chains.first[island] for island in same(claim)}
            free = [first for first in places if kept.division_ids[first] is None]
            if len(free) == 1:
                kept.division_ids[free[0]] = claim.division_id
                homeless.remove(claim)


def _named(island: Island) -> tuple[str, int, str]:
    return island.code[:6], island.level, island.stem


def _oldest_first(claims: Sequence[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda c: (c.island.start or date.min, c.division_id, c.island.code))


def _by_name(chains: Chains) -> Mapping[object, list[Island]]:
    found: dict[object, list[Island]] = defaultdict(list)
    for island in chains.islands:
        found[_named(island)].append(island)
    return found


def _by_identity(
    kept: Kept, won: Mapping[Island, set[int]], chains: Chains
) -> Mapping[int, list[Island]]:
    """Identity → the islands of the place that keeps it, or that it was joined to."""
    found: dict[int, list[Island]] = defaultdict(list)
    for island in chains.islands:
        first = chains.first[island]
        had = kept.division_ids[first]
        for division_id in won[first] if had is None else {had, *won[first]}:
            found[division_id].append(island)
    return found


def _by_name_and_code(chains: Chains) -> Mapping[tuple[str, str], list[Island]]:
    found: dict[tuple[str, str], list[Island]] = defaultdict(list)
    for island in sorted(chains.islands, key=lambda i: i.start or date.min):
        found[island.code, island.name].append(island)
    return found

"""Which place keeps which identity, when the lists behind it change."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from jinguo.divisions.rules.islands import Chains, Island


@dataclass(frozen=True, slots=True)
class Claim:
    """A stored version: this identity had this island, or one like it."""

    division_id: int
    island: Island


@dataclass(slots=True)
class Kept:
    """First island → identity (None: a new one), and identities that turned out to be one."""

    division_ids: dict[Island, int | None] = field(default_factory=dict)
    joined: list[tuple[int, int]] = field(default_factory=list)


def keep(chains: Chains, claims: Sequence[Claim]) -> Kept:
    """Give every place the oldest identity that one of its islands had.

    An identity whose islands are now several places stays with the earliest. One whose
    islands are gone (a list was corrected) goes to the place that took its name, else
    its code, if that has none.
    """
    kept = Kept(dict.fromkeys(chains.places()))
    won: dict[Island, set[int]] = defaultdict(set)
    homeless = {claim.division_id: claim for claim in reversed(_oldest_first(claims))}
    heirs = _by_name_and_code(chains)
    for claim in _oldest_first(claims):
        heir = _overlapping(heirs, claim.island)
        if heir is not None and claim.division_id in homeless:
            won[chains.first[heir]].add(claim.division_id)
            del homeless[claim.division_id]
    for first, division_ids in won.items():
        kept.division_ids[first] = min(division_ids)
        kept.joined += [(min(division_ids), gone) for gone in sorted(division_ids)[1:]]
    _shelter(kept, chains, list(homeless.values()))
    return kept


def _shelter(kept: Kept, chains: Chains, homeless: list[Claim]) -> None:
    places = chains.places()
    for same in (_same_name, _same_code):
        for claim in list(homeless):
            free = [
                first
                for first, islands in places.items()
                if kept.division_ids[first] is None
                and any(same(island, claim.island) for island in islands)
            ]
            if len(free) == 1:
                kept.division_ids[free[0]] = claim.division_id
                homeless.remove(claim)


def _same_name(one: Island, other: Island) -> bool:
    return (
        one.level == other.level and one.stem == other.stem and one.township[:6] == other.code[:6]
    )


def _same_code(one: Island, other: Island) -> bool:
    return one.code == other.code and _overlap(one, other)


def _oldest_first(claims: Sequence[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda c: (c.island.start or date.min, c.division_id, c.island.code))


def _by_name_and_code(chains: Chains) -> Mapping[tuple[str, str], list[Island]]:
    found: dict[tuple[str, str], list[Island]] = defaultdict(list)
    for island in chains.islands:
        found[island.code, island.name].append(island)
    return found


def _overlapping(heirs: Mapping[tuple[str, str], list[Island]], island: Island) -> Island | None:
    """The island of the same code and name that has days in common with it."""
    for heir in heirs.get((island.code, island.name), ()):
        if _overlap(heir, island):
            return heir
    return None


def _overlap(one: Island, other: Island) -> bool:
    return (one.start or date.min) < (other.until or date.max) and (other.start or date.min) < (
        one.until or date.max
    )

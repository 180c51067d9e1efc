"""From islands to places: links, identities, and the versions that are written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.db.backends.utils import CursorWrapper

from jinguo.database.copying import allocate_ids, copy_rows
from jinguo.divisions.events import Moved
from jinguo.divisions.rules.islands import Chains, Decisions, Island, Proposal, continuous
from jinguo.divisions.rules.keeping import Claim, keep
from jinguo.divisions.rules.matching import match

BATCH = 200
"""Groups of counties looked at together: bounds the memory, not the result."""

# A county whose first list this is has nothing to be matched with. Elsewhere, townships
# where nothing ever changed need no look either.
_TO_MATCH = """
drop table if exists pg_temp.to_match, pg_temp.loose, pg_temp.resolved;
create temporary table to_match on commit drop as
select distinct i.chain from island i
where exists (select 1 from span s where s.chain = i.chain and (s.listings > 1 or not s.fresh))
union
select s.chain from touched t join divisions_version v using (code)
join span s on s.area = left(v.code, least(v.level, 3) * 2);
create temporary table loose on commit drop as
select left(i.code, 9) as township from island i
where i.valid_from is not null or i.valid_until is not null
or i.chain in (select chain from to_match)
union
select left(v.code, 9) from touched t join divisions_version v using (code)
union
select left(v.code, 9) from (select distinct area from span join to_match using (chain)) s
join divisions_version v on left(v.code, least(v.level, 3) * 2) = s.area
    and v.code >= rpad(s.area, 12, '0') and v.code < rpad(s.area, 12, ':')
where v.valid_from is not null or v.valid_until is not null;
create unique index on loose (township);
create temporary table resolved (
    code text collate "C", name text, level smallint,
    valid_from date, valid_until date, division_id bigint
) on commit drop;
analyze to_match;
analyze loose
"""

_STORED = """
select s.chain, v.code, v.name, v.level, v.valid_from, v.valid_until, v.division_id,
    exists (select 1 from touched t where t.code = v.code) as touched,
    coalesce(v.valid_from,
        (select min(l.as_of) from divisions_listing l where l.area = s.area)) as seen
from (select distinct area, chain from span where chain = any(%s)) s
join divisions_version v on left(v.code, least(v.level, 3) * 2) = s.area
    and v.code >= rpad(s.area, 12, '0') and v.code < rpad(s.area, 12, ':')
where v.level <= 4 or left(v.code, 9) in (select township from loose)
order by s.chain, v.code, v.valid_from nulls first
"""

_NEW = """
select chain, code, name, level, valid_from, valid_until from island
where chain = any(%s) and (level <= 4 or left(code, 9) in (select township from loose))
order by chain, code, valid_from nulls first
"""

_GROUPS = """
select coalesce(k.kin, m.chain) as kin, m.chain from to_match m
left join kin k on k.area = m.chain order by 1, 2
"""

Stored = list[tuple[Claim, bool]]
"""What is stored, and whether it is read anew."""


@dataclass(slots=True)
class Identified:
    """What is proposed in the counties at hand, and what became of identities there were.

    ``joined`` are (kept, gone); ``moved`` the days that are another place's now.
    """

    proposals: list[Proposal] = field(default_factory=list)
    joined: list[tuple[int, int]] = field(default_factory=list)
    moved: list[Moved] = field(default_factory=list)


def identify(cursor: CursorWrapper, decisions: Decisions) -> Identified:
    """Fill ``resolved`` with the islands whose place had to be found out."""
    cursor.execute(_TO_MATCH)
    cursor.execute(_GROUPS)
    groups = [
        [chain for _kin, chain in found]
        for _kin, found in groupby(cursor.fetchall(), key=lambda row: row[0])
    ]
    identified = Identified()
    for start in range(0, len(groups), BATCH):
        resolved: list[tuple[Any, ...]] = []
        some = groups[start : start + BATCH]
        known = _counties(cursor, [chain for group in some for chain in group])
        for group in some:
            related = _Related([known[chain] for chain in group], decisions)
            resolved += related.resolved(cursor)
            identified.proposals += related.proposals
            identified.joined += related.kept.joined
            identified.moved += related.moved()
        copy_rows(
            cursor,
            "resolved",
            ("code", "name", "level", "valid_from", "valid_until", "division_id"),
            resolved,
        )
    return identified


class _Related:
    """Chains of listings that may hold each other's identities: usually one county alone.

    Each chain is matched for itself; the identities its places had are given out to all
    together, so that none is given twice.
    """

    def __init__(
        self, counties: Sequence[tuple[list[Island], Stored]], decisions: Decisions
    ) -> None:
        stored = [one for _islands, had in counties for one in had]
        self._untouched = {(one.island, one.division_id) for one, touched in stored if not touched}
        self._chains = Chains(())
        self.proposals: list[Proposal] = []
        for islands, had in counties:
            same = continuous((one.island, 0) for one, touched in had if not touched)
            chains, proposals = match([*islands, *(island for island, _0 in same)], decisions)
            self._chains.take_in(chains)
            self.proposals += proposals
        self.kept = keep(self._chains, [one for one, _touched in stored])

    def moved(self) -> Iterator[Moved]:
        """The days that are another place's now; ``resolved`` comes first."""
        for from_id, first, days in self.kept.parted:
            to_id = self.kept.division_ids[first]
            if to_id is not None:
                yield Moved(from_id, to_id, days)

    def resolved(self, cursor: CursorWrapper) -> Iterator[tuple[Any, ...]]:
        """The islands to be written with their identities, new ones where there was none."""
        places = self.kept.division_ids
        new = [first for first, had in places.items() if had is None]
        for first, division_id in zip(
            new, allocate_ids(cursor, "divisions_division", len(new)) if new else [], strict=True
        ):
            places[first] = division_id
        first_of = self._chains.first
        found = list(continuous((one, places[first_of[one]] or 0) for one in self._chains.islands))
        same = self._untouched.intersection(found)
        changed = {island.code for island, _id in self._untouched - same}
        changed |= {island.code for island, _id in found if (island, _id) not in same}
        for island, division_id in found:
            if island.code in changed:
                yield (
                    island.code,
                    island.name,
                    island.level,
                    island.start,
                    island.until,
                    division_id,
                )


def _counties(
    cursor: CursorWrapper, chains: Sequence[str]
) -> dict[str, tuple[list[Island], Stored]]:
    """Islands and stored versions of each of these chains."""
    islands: dict[str, list[Island]] = {}
    cursor.execute(_NEW, [list(chains)])
    for chain, found in groupby(cursor.fetchall(), key=lambda row: row[0]):
        islands[chain] = [Island(*row[1:]) for row in found]
    stored: dict[str, Stored] = {}
    cursor.execute(_STORED, [list(chains)])
    for chain, found in groupby(cursor.fetchall(), key=lambda row: row[0]):
        stored[chain] = [(Claim(row[6], Island(*row[1:6]), seen=row[8]), row[7]) for row in found]
    return {chain: (islands.get(chain, []), stored.get(chain, [])) for chain in chains}

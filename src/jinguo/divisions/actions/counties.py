"""Counties that were given a new code: two areas, one chain of listings."""

from collections.abc import Iterable

from django.db.backends.utils import CursorWrapper

from jinguo.divisions.enums import Reason
from jinguo.divisions.models import Level, Succession
from jinguo.divisions.rules.codes import level_of
from jinguo.divisions.rules.islands import Decisions, Island, Proposal

_ENDS = """
select area, min(as_of), max(as_of) from (
    select area, as_of from divisions_listing union all select area, as_of from fresh
) as listing where area = any(%s) group by area
"""

# A county that is on no list any more, and one in the same province that is first
# listed after that: at least one of them among the counties at hand.
_PAIRS = """
with county as (
    select area, rpad(area, 12, '0') as code, min(as_of) as first, max(as_of) as last
    from divisions_listing where length(area) = 6 group by area
)
select a.code, o.name, o.valid_from, a.last, b.code, n.name, b.first, n.valid_until
from county a join county b on left(a.area, 2) = left(b.area, 2) and a.last < b.first
join divisions_version o on o.code = a.code and daterange(o.valid_from, o.valid_until) @> a.last
join divisions_version n on n.code = b.code and daterange(n.valid_from, n.valid_until) @> b.first
where (a.area in (select area from span) or b.area in (select area from span))
and o.division_id <> n.division_id
order by b.first, b.code, a.code
"""

# Of these pairs of counties, those where more than half of the old one's villages are in
# the new one by name.
_SHARED = """
with pair as (
    select * from unnest(%s::text[], %s::text[], %s::date[], %s::date[])
    as pair (old, new, last, first)
), village as (
    select p.*, exists (
        select 1 from divisions_version n
        where n.code >= p.new collate "C" and n.code < (left(p.new, 6) || ':') collate "C"
        and n.level = 5 and n.name = o.name
        and daterange(n.valid_from, n.valid_until) @> p.first
    ) as shared
    from pair p join divisions_version o
    on o.code >= p.old collate "C" and o.code < (left(p.old, 6) || ':') collate "C"
    and o.level = 5 and daterange(o.valid_from, o.valid_until) @> p.last
)
select old, new from village group by old, new
having 2 * count(*) filter (where shared) > count(*)
"""


def county_chains(cursor: CursorWrapper, decided: Iterable[Succession]) -> dict[str, str]:
    """Area → the area its county had first, for counties decided to be re-coded.

    A decision whose two areas overlap in time (a list came later) joins nothing, nor
    does a second one about a county that already goes on under another code.
    """
    pairs = _pairs(match for match in decided if match.verdict == Succession.Verdict.SAME)
    cursor.execute(_ENDS, [sorted({area for pair in pairs for area in pair})])
    ends = {area: (first, last) for area, first, last in cursor.fetchall()}
    known = [pair for pair in pairs if pair[0] in ends and pair[1] in ends]
    chains: dict[str, str] = {}
    followed: set[str] = set()
    for old, new in sorted(known, key=lambda pair: (ends[pair[1]][0], pair)):
        if old not in followed and new not in chains and ends[old][1] < ends[new][0]:
            chains[new] = chains.setdefault(old, old)
            followed.add(old)
    return chains


def county_kin(decided: Iterable[Succession]) -> dict[str, str]:
    """Area → the least area of all that decisions, whichever, ever related to it.

    What is one chain today may have been two before, or fall apart with the next list:
    these areas may hold each other's identities and are only ever looked at together.
    """
    kin: dict[str, str] = {}
    for old, new in _pairs(decided):
        one, other = sorted((kin.setdefault(old, old), kin.setdefault(new, new)))
        kin |= {area: one for area, least in kin.items() if least == other}
    return kin


def _pairs(decided: Iterable[Succession]) -> list[tuple[str, str]]:
    """The two areas of every decision on a county."""
    return [
        (match.old_code[:6], match.new_code[:6])
        for match in decided
        if level_of(match.new_code) == Level.COUNTY and match.old_code[:6] != match.new_code[:6]
    ]


def recoded_counties(cursor: CursorWrapper, decisions: Decisions) -> list[Proposal]:
    """Counties on no list any more that may be the ones listed since: by name or villages."""
    cursor.execute(_PAIRS)
    pairs = []
    for old_code, old_name, old_start, last, new_code, new_name, first, until in cursor.fetchall():
        old = Island(old_code, old_name, Level.COUNTY, old_start, last)
        new = Island(new_code, new_name, Level.COUNTY, first, until)
        if not decisions.decided(old, new):
            pairs.append((old, new))
    shared = _share_villages(cursor, pairs)
    return [
        Proposal(old, new, Reason.NEW_COUNTY_CODE)
        for old, new in pairs
        if old.stem == new.stem or (old.code, new.code) in shared
    ]


def _share_villages(
    cursor: CursorWrapper, pairs: list[tuple[Island, Island]]
) -> set[tuple[str, str]]:
    """Codes of the pairs in one city of which the new has most of the old's villages."""
    asked = [(old, new) for old, new in pairs if old.code[:4] == new.code[:4]]
    if not asked:
        return set()
    columns = zip(*((old.code, new.code, old.until, new.start) for old, new in asked), strict=True)
    cursor.execute(_SHARED, [list(column) for column in columns])
    return set(cursor.fetchall())

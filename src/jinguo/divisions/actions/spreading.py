"""New listings among the old: what each code was called from when until when.

A code that stays what it was in every listing is not touched at all.
"""

from collections.abc import Mapping

from django.db.backends.utils import CursorWrapper

_CHAINS = """
drop table if exists pg_temp.chain, pg_temp.span, pg_temp.touched, pg_temp.island,
    pg_temp.affected, pg_temp.kin;
create temporary table chain (area text collate "C" primary key, chain text collate "C" not null)
on commit drop;
create temporary table kin (area text collate "C" primary key, kin text collate "C" not null)
on commit drop;
create temporary table affected (area text collate "C") on commit drop
"""

# A new listing of a re-coded county also moves the ends of what its other areas list,
# and may break or mend the chain that makes them one county.
_KIN = """
insert into affected select o.area from kin o where o.kin in (
    select k.kin from kin k where k.area in (
        select area from fresh union all select area from affected
    )
)
"""

# Every listing of the counties at hand with the days it holds; a county that was
# re-coded is one chain of listings under two areas.
_SPANS = """
create temporary table span on commit drop as
with at_hand as (
    select area from fresh union select area from affected
), chains as (
    select coalesce(c.chain, a.area) as chain from at_hand a left join chain c using (area)
), areas as (
    select chain as area, chain from chains union select c.area, c.chain from chain c
    join chains using (chain)
), days as (
    select a.chain, f.area, f.as_of, true as fresh from fresh f join areas a using (area)
    union all
    select a.chain, l.area, l.as_of, false from divisions_listing l join areas a using (area)
    where not exists (select 1 from fresh f where f.area = l.area and f.as_of = l.as_of)
)
select *, row_number() over listings as n, count(*) over (partition by chain) as listings,
    case when row_number() over listings > 1 then as_of end as valid_from,
    lead(as_of) over listings as valid_until
from days window listings as (partition by chain order by as_of, area);
create index on span (area);
create index on span (chain, n);
analyze span
"""

_TOUCHED = """
create temporary table touched on commit drop as
select code from incoming i where not exists (
    select 1 from divisions_version v
    where v.code = i.code and v.name = i.name and daterange(v.valid_from, v.valid_until) @> i.as_of
) union
select v.code from span s join divisions_version v on left(v.code, least(v.level, 3) * 2) = s.area
    and v.code >= rpad(s.area, 12, '0') and v.code < rpad(s.area, 12, ':')
where s.fresh and daterange(v.valid_from, v.valid_until) @> s.as_of and not exists (
    select 1 from incoming i where i.code = v.code and i.as_of = s.as_of
) union
select v.code from affected a join divisions_version v
    on left(v.code, least(v.level, 3) * 2) = a.area
    and v.code >= rpad(a.area, 12, '0') and v.code < rpad(a.area, 12, ':');
create unique index on touched (code);
analyze touched
"""

# Gaps and islands: neighbouring listings that give a code the same name.
_ISLANDS = """
create temporary table island on commit drop as
with listed as (
    select s.chain, s.n, i.code, i.name, i.level
    from incoming i join touched using (code) join span s on s.area = i.area and s.as_of = i.as_of
    union all
    select s.chain, s.n, v.code, v.name, v.level
    from touched t join divisions_version v using (code)
    join span s on s.area = left(v.code, least(v.level, 3) * 2)
        and not s.fresh and daterange(v.valid_from, v.valid_until) @> s.as_of
), grouped as (
    select *, n - row_number() over (partition by code, name order by n) as island from listed
), islands as (
    select chain, code, name, min(level) as level, min(n) as first, max(n) as last
    from grouped group by chain, code, name, island
)
select i.chain, i.code, i.name, i.level, f.valid_from, l.valid_until,
    null::bigint as division_id
from islands i
join span f on f.chain = i.chain and f.n = i.first
join span l on l.chain = i.chain and l.n = i.last;
create index on island (chain);
analyze island
"""

_LISTINGS = """
insert into divisions_listing (area, as_of, source, digest, rows)
select area, as_of, left((%s::text[])[file + 1], 200), digest, rows from fresh order by area, as_of
on conflict (area, as_of) do update
set source = excluded.source, digest = excluded.digest, rows = excluded.rows, loaded_at = now()
"""


def spread(
    cursor: CursorWrapper,
    chains: Mapping[str, str],
    kin: Mapping[str, str],
    affected: tuple[str, ...] = (),
) -> None:
    """Make ``span``, ``touched`` and ``island`` for the listings in ``fresh``.

    ``chains`` maps the area of a re-coded county to the area it had first, ``kin`` the
    areas that are looked at together to one of them; ``affected`` are areas to be looked
    at anew although their listings are the same.
    """
    cursor.execute(_CHAINS)
    cursor.executemany("insert into chain values (%s, %s)", list(chains.items()))
    cursor.executemany("insert into kin values (%s, %s)", list(kin.items()))
    cursor.executemany("insert into affected values (%s)", [(area,) for area in affected])
    for statements in (_KIN, _SPANS, _TOUCHED, _ISLANDS):
        cursor.execute(statements)


def store_listings(cursor: CursorWrapper, sources: list[str]) -> None:
    """Remember the listings in ``fresh`` as loaded from these files."""
    cursor.execute(_LISTINGS, [sources])

"""What the new lists lack or have beside their neighbours, and when that looks cut off."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper

from jinguo.divisions.errors import TooManyLost, TownshipLost
from jinguo.divisions.readers import ListFile

MOST_LOST = 30
"""Per cent of a county's places that may vanish between two lists before it looks cut off."""

# Neighbouring listings of which one at least is new: its file and line, and how many
# places each has below the county.
_NEIGHBOURS = """
drop table if exists pg_temp.neighbour, pg_temp.missing;
create temporary table neighbour on commit drop as
select coalesce(g.file, f.file) as file, coalesce(g.line, f.line) as line, o.fresh as old_fresh,
    o.area as old_area, o.as_of as old_day, p.rows - 1 as old_rows,
    n.area as new_area, n.as_of as new_day, l.rows - 1 as new_rows
from span o join span n on n.chain = o.chain and n.n = o.n + 1
join divisions_listing p on p.area = o.area and p.as_of = o.as_of
join divisions_listing l on l.area = n.area and l.as_of = n.as_of
left join fresh f on f.area = o.area and f.as_of = o.as_of
left join fresh g on g.area = n.area and g.as_of = n.as_of
where (o.fresh or n.fresh) and length(o.area) = 6;
analyze neighbour
"""

# Places that one of two neighbours lacks; ``asked`` where a match is proposed or decided.
# ``doubtful`` where that speaks against a list: one that has lost them, or a new one that
# the next list shows to have too few.
_MISSING = """
create temporary table missing on commit drop as
with known as (
    select v.*, left(v.code, least(v.level, 3) * 2) as area from divisions_version v
    where v.level >= 4 and exists (select 1 from neighbour)
    and v.code in (select code from touched union select code from resolved)
)
select true as closed, true as doubtful, n.file, n.line, v.area, n.new_day as day,
    n.old_rows as rows, v.code, v.name, v.level, n.old_day as listed, exists (
        select 1 from divisions_succession s where s.old_code = v.code and s.as_of = n.new_day
    ) as asked
from neighbour n join known v on v.area = n.old_area and v.valid_until = n.new_day
where not exists (
    select 1 from divisions_version o where o.division_id = v.division_id
    and daterange(o.valid_from, o.valid_until) @> n.new_day
)
union all
select false, n.old_fresh, n.file, n.line, v.area, n.old_day, n.new_rows, v.code, v.name,
    v.level, n.new_day, exists (
        select 1 from divisions_succession s where s.new_code = v.code and s.as_of = n.new_day
    )
from neighbour n join known v on v.area = n.new_area and v.valid_from = n.new_day
where not exists (
    select 1 from divisions_version o where o.division_id = v.division_id
    and daterange(o.valid_from, o.valid_until) @> n.old_day
)
"""

_TOO_MANY = """
select file, line, area, day, count(*), rows, (array_agg(name order by code))[:3]
from missing where doubtful and not asked group by closed, file, line, area, day, rows
having count(*) * 100 > %s * rows order by file, line limit 1
"""

# A township without successor none of whose villages is found anywhere else.
_TOWNSHIP = """
select t.file, t.line, t.name, t.code, t.day from missing t
where t.closed and t.level = 4 and not t.asked and not exists (
    select 1 from divisions_version v
    where v.code > t.code and v.code < left(t.code, 9) || ':'
    and daterange(v.valid_from, v.valid_until) @> t.listed and not exists (
        select 1 from missing m
        where m.closed and m.code = v.code and m.day = t.day and not m.asked
    )
) order by t.file, t.line, t.code limit 1
"""

_DIFFERENCES = """
select closed, case when closed then day else listed end as day, code, name
from missing order by day, code
"""


@dataclass(frozen=True, slots=True)
class Difference:
    """A place that is closed, or new, on the day of a list."""

    day: date
    code: str
    name: str


def compare(cursor: CursorWrapper) -> tuple[tuple[Difference, ...], tuple[Difference, ...]]:
    """What is closed and what is new between the lists just written and their neighbours."""
    cursor.execute(_NEIGHBOURS)
    cursor.execute(_MISSING)
    cursor.execute(_DIFFERENCES)
    found = [(row[0], Difference(*row[1:])) for row in cursor.fetchall()]
    return (
        tuple(one for closed, one in found if closed),
        tuple(one for closed, one in found if not closed),
    )


def refuse_losses(cursor: CursorWrapper, lists: Sequence[ListFile]) -> None:
    """Refuse what looks cut off. Raises ``TooManyLost`` or ``TownshipLost``; after ``compare``."""
    cursor.execute(_TOO_MANY, [MOST_LOST])
    for file, line, area, day, lost, before, examples in cursor.fetchall():
        raise TooManyLost(
            file=lists[file].name,
            line=line,
            value=area,
            day=day,
            lost=lost,
            before=before,
            examples="、".join(examples),
        )
    cursor.execute(_TOWNSHIP)
    for file, line, name, code, day in cursor.fetchall():
        raise TownshipLost(file=lists[file].name, line=line, value=f"{name} {code}", day=day)

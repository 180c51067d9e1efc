"""Writing the versions that differ from what is stored, and nothing else."""

from collections.abc import Iterator

from django.db.backends.utils import CursorWrapper
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from jinguo.divisions.actions.identifying import Identified
from jinguo.divisions.errors import PlaceTwice, StillInUse
from jinguo.divisions.events import DivisionsJoined, DivisionsSplit, DivisionsVanishing
from jinguo.divisions.models import Division
from jinguo.kernel.events import announce

# What was matched, with everything else that is known of the same places.
_TWICE = """
with known as (
    select division_id, code, name, valid_from, valid_until from resolved
    union all
    select v.division_id, v.code, v.name, v.valid_from, v.valid_until from divisions_version v
    where v.division_id in (select division_id from resolved)
    and v.code not in (select code from touched) and v.code not in (select code from resolved)
), neighbours as (
    select *, lag(code) over place as code_before,
        lag(valid_until, 1, '-infinity') over place as place_until,
        lag(valid_until, 1, '-infinity') over code as code_until from known
    window place as (partition by division_id order by valid_from nulls first),
        code as (partition by code order by valid_from nulls first)
)
select code_before, code, name, valid_from from neighbours
where coalesce(place_until, 'infinity') > coalesce(valid_from, '-infinity')
or coalesce(code_until, 'infinity') > coalesce(valid_from, '-infinity')
order by code limit 1
"""

# What needed no matching is new: each of these codes is a place of its own.
_COMPLETE = """
insert into resolved (code, name, level, valid_from, valid_until, division_id)
select code, name, level, valid_from, valid_until,
    nextval(pg_get_serial_sequence('divisions_division', 'id'))
from (
    select i.* from island i where not exists (select 1 from resolved r where r.code = i.code)
    order by i.code
) as brand_new;
create index on resolved (code);
analyze resolved
"""

_DIVISIONS = """
insert into divisions_division (id, level)
select r.division_id, min(r.level) from resolved r
where not exists (select 1 from divisions_division d where d.id = r.division_id)
group by r.division_id
"""

_DELETE = """
drop table if exists pg_temp.dropped;
create temporary table dropped (division_id bigint, name text) on commit drop;
with gone as (
    delete from divisions_version v
    where v.code in (select code from touched union select code from resolved)
    and not exists (
        select 1 from resolved r
        where r.code = v.code and r.name = v.name and r.division_id = v.division_id
        and r.valid_from is not distinct from v.valid_from
        and r.valid_until is not distinct from v.valid_until
    ) returning division_id, name || ' ' || code as name
) insert into dropped select * from gone
"""

_INSERT = """
insert into divisions_version (division_id, code, name, level, valid_from, valid_until)
select r.division_id, r.code, r.name, r.level, r.valid_from, r.valid_until from resolved r
where not exists (
    select 1 from divisions_version v
    where v.code = r.code and v.valid_from is not distinct from r.valid_from
) order by r.code, r.valid_from nulls first
"""

_ORPHANS = """
select d.division_id, min(d.name) from dropped d
where not exists (select 1 from divisions_version v where v.division_id = d.division_id)
group by d.division_id
"""


def write(cursor: CursorWrapper, found: Identified) -> int:
    """Bring the stored versions in line with ``resolved``; returns how many were written.

    Announces the identities that were split and joined, and removes those no list
    mentions any more. Raises ``StillInUse`` where records stand on one of them, and ``PlaceTwice``.
    """
    _refuse_twice(cursor)
    for statement in (_COMPLETE, _DIVISIONS, _DELETE, _INSERT):
        cursor.execute(statement)
    written: int = cursor.rowcount
    if found.moved:
        announce(DivisionsSplit(tuple(found.moved)))
    for kept_id, gone_id in found.joined:
        announce(DivisionsJoined(kept_id, gone_id))
    cursor.execute(_ORPHANS)
    _remove(dict(cursor.fetchall()))
    return written


def _remove(orphans: dict[int, str]) -> None:
    if not orphans:
        return
    announce(DivisionsVanishing(tuple(orphans)))
    try:
        Division.objects.filter(pk__in=orphans).delete()
    except ProtectedError as error:
        names = {orphans[held] for held in _held(error) if held in orphans}
        raise StillInUse(value="、".join(sorted(names))) from error


def _refuse_twice(cursor: CursorWrapper) -> None:
    """No place has two codes on a day, and no code two places, whatever the lists say."""
    cursor.execute(_TWICE)
    for other, code, name, day in cursor.fetchall():
        raise PlaceTwice(value=f"{name} {code}", other=other or code, day=day or _("the beginning"))


def _held(error: ProtectedError) -> Iterator[int]:
    """The divisions that records of other rooms stand on."""
    for record in error.protected_objects:
        for field in record._meta.concrete_fields:
            if field.related_model is Division:
                yield getattr(record, field.attname)

"""Loading lists: any number of vintages, in any order, any counties, again and again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from jinguo.audit.actions import record
from jinguo.divisions.actions.settling import lock, settle
from jinguo.divisions.actions.staging import stage
from jinguo.divisions.errors import CountyOfOthers, TooManyLost
from jinguo.divisions.events import ListsLoaded
from jinguo.divisions.readers import ListFile
from jinguo.kernel.actor import DIVISIONS, Actor
from jinguo.kernel.events import announce

MOST_LOST = 30
"""Per cent of a county's places that may vanish between two lists before it looks cut off."""


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did. ``listings`` are the new or corrected ones as (area, as_of, rows)."""

    files: int
    rows: int
    listings: tuple[tuple[str, date, int], ...]
    unchanged: int
    versions: int
    proposals: int
    joined: tuple[tuple[int, int], ...]
    county_ids: tuple[int, ...]
    """The counties whose lists are new or corrected, and what belongs to them."""


@transaction.atomic
def load_lists(
    files: Sequence[Path | tuple[str, bytes]], *, by: Actor, allow_losses: bool = False
) -> LoadReport:
    """Load division lists; all of them, or with a ``ListRefused`` nothing.

    ``files`` are paths, or names with contents (as from an upload).
    A list holds from its as_of until the county's next one; loading one again changes
    nothing, a corrected one of the same day replaces it. ``allow_losses`` accepts lists
    in which more than 30 % of a county's places are gone. Raises ``CountyOfOthers``
    where the actor may not load a county's lists.
    """
    lists = [ListFile.at(f) if isinstance(f, Path) else ListFile.of(*f) for f in files]
    with connection.cursor() as cursor:
        lock(cursor)
        rows = stage(cursor, lists)
        _refuse_counties_of_others(cursor, by)
        report = _take_over(cursor, lists, rows, allow_losses)
    if report.listings or report.joined:
        record(
            by=by,
            verb="divisions.loaded",
            subject="divisions",
            subject_id="",
            files=[file.name for file in lists],
            rows=rows,
            listings=len(report.listings),
            unchanged=report.unchanged,
            versions=report.versions,
        )
    if report.county_ids:
        announce(ListsLoaded(report.county_ids))
    return report


_COUNTED = """
select count(*) from (select distinct area, as_of from staged where length(area) = 6) as listing
"""

# Gone at a new listing, with nothing certain or proposed in their place.
_LOST = """
select f.file, f.line, s.area, s.as_of, count(*), l.rows - 1,
    (array_agg(v.name order by v.code))[:3]
from span s join fresh f using (area, as_of)
join span p on p.chain = s.chain and p.n = s.n - 1
join divisions_listing l on l.area = p.area and l.as_of = p.as_of
join (select v.* from touched join divisions_version v using (code)) v
    on left(v.code, least(v.level, 3) * 2) = p.area and v.valid_until = s.as_of and v.level >= 4
where not exists (
    select 1 from divisions_version o
    where o.division_id = v.division_id and daterange(o.valid_from, o.valid_until) @> s.as_of
) and not exists (
    select 1 from divisions_succession o where o.old_code = v.code and o.as_of = s.as_of
) group by f.file, f.line, s.area, s.as_of, l.rows
having count(*) * 100 > %s * (l.rows - 1) order by f.file, f.line limit 1
"""


def _take_over(
    cursor: CursorWrapper, lists: list[ListFile], rows: int, allow_losses: bool
) -> LoadReport:
    cursor.execute("select area, as_of, rows from fresh where length(area) = 6 order by 1, 2")
    fresh = tuple(cursor.fetchall())
    settled = settle(cursor, [file.name for file in lists])
    if not allow_losses:
        _refuse_losses(cursor, lists)
    cursor.execute(_COUNTED)
    listings = cursor.fetchone()[0]
    return LoadReport(
        files=len(lists),
        rows=rows,
        listings=fresh,
        unchanged=listings - len(fresh),
        versions=settled.versions,
        proposals=settled.proposals,
        joined=settled.joined,
        county_ids=settled.county_ids,
    )


def _refuse_counties_of_others(cursor: CursorWrapper, by: Actor) -> None:
    """Rows above the county are context that every list carries; counties are somebody's."""
    cursor.execute("select distinct area from staged where length(area) = 6 order by 1")
    for (area,) in cursor.fetchall():
        if not by.may(DIVISIONS, area):
            raise CountyOfOthers(value=area)


def _refuse_losses(cursor: CursorWrapper, lists: list[ListFile]) -> None:
    cursor.execute(_LOST, [MOST_LOST])
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

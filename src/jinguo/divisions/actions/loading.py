"""Loading lists: any number of vintages, in any order, any counties, again and again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from jinguo.audit.actions import record
from jinguo.divisions.actions.comparing import Difference, compare, refuse_losses
from jinguo.divisions.actions.settling import lock, settle
from jinguo.divisions.actions.staging import stage
from jinguo.divisions.errors import CountyOfOthers, FutureDay
from jinguo.divisions.events import ListsLoaded
from jinguo.divisions.readers import ListFile
from jinguo.kernel.actor import DIVISIONS, Actor
from jinguo.kernel.events import announce


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
    closed: tuple[Difference, ...] = ()
    added: tuple[Difference, ...] = ()


@transaction.atomic
def load_lists(
    files: Sequence[Path | tuple[str, bytes]],
    *,
    by: Actor,
    allow_losses: bool = False,
    today: date | None = None,
) -> LoadReport:
    """Load division lists; all of them, or with a ``ListRefused`` nothing.

    ``files`` are paths, or names with contents (as from an upload).
    A list holds from its as_of until the county's next one; loading one again changes
    nothing, a corrected one of the same day replaces it. ``allow_losses`` accepts lists
    that lack more than 30 % of the places a neighbouring list has, or a whole township.
    Raises ``CountyOfOthers``
    where the actor may not load a county's lists. A list of a day after ``today`` is
    refused, where that is given.
    """
    lists = [ListFile.at(f) if isinstance(f, Path) else ListFile.of(*f) for f in files]
    with connection.cursor() as cursor:
        lock(cursor)
        rows = stage(cursor, lists)
        _refuse_future(cursor, lists, today)
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
    if report.versions or report.joined:
        announce(ListsLoaded(report.county_ids))
    return report


_COUNTED = """
select count(*) from (select distinct area, as_of from staged where length(area) = 6) as listing
"""


def _take_over(
    cursor: CursorWrapper, lists: list[ListFile], rows: int, allow_losses: bool
) -> LoadReport:
    cursor.execute("select area, as_of, rows from fresh where length(area) = 6 order by 1, 2")
    fresh = tuple(cursor.fetchall())
    settled = settle(cursor, [file.name for file in lists])
    closed, added = compare(cursor)
    if not allow_losses:
        refuse_losses(cursor, lists)
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
        closed=closed,
        added=added,
    )


def _refuse_future(cursor: CursorWrapper, lists: list[ListFile], today: date | None) -> None:
    cursor.execute(
        "select file, line, as_of from staged where as_of > %s order by file, line limit 1", [today]
    )
    for file, line, as_of in cursor.fetchall():
        raise FutureDay(file=lists[file].name, line=line, value=as_of, today=today)


def _refuse_counties_of_others(cursor: CursorWrapper, by: Actor) -> None:
    """Rows above the county are context that every list carries; counties are somebody's."""
    cursor.execute("select distinct area from staged where length(area) = 6 order by 1")
    for (area,) in cursor.fetchall():
        if not by.may(DIVISIONS, area):
            raise CountyOfOthers(value=area).asked(by, DIVISIONS, "unit", area, area.ljust(12, "0"))

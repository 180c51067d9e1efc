"""Terms (届) of committees: derived from who began when, never typed."""

from collections.abc import Sequence
from datetime import date

from django.db import connection

from jinguo.roster.enums import Deed
from jinguo.roster.queries.state import COMMITTEE

_SQL = """
with begun as (
  select federation_id, starts_on as day, count(*) as began
    from roster_appointment a left join roster_batch b on b.id = a.started_by_id
   where federation_id = any(%(units)s) and post = any(%(committee)s)
     and (b.deed is null or b.deed = any(%(whole)s))
   group by federation_id, starts_on
)
select federation_id, day
  from begun
  cross join lateral (
    select count(*) filter (where starts_on <= day and (ends_on is null or ends_on > day)) as sit,
           count(*) filter (where starts_on < day and ends_on >= day or
                                  starts_on < day and ends_on is null) as sat,
           count(*) filter (where starts_on < day and ends_on = day) as ended
      from roster_appointment a
     where a.federation_id = begun.federation_id and post = any(%(committee)s)
  ) as that_day
 where began * 2 >= sit and ended * 2 >= sat
 order by federation_id, day
"""


def terms(federation_ids: Sequence[int]) -> dict[int, list[date]]:
    """Federation → the days on which its terms began, oldest first; one query.

    A term begins on a day on which half of the committee or more was appointed and half of those
    who sat the day before, or more, ended. So a co-option, however large, begins none; nor
    does any deed about single women, however small the committee.
    """
    found: dict[int, list[date]] = {one: [] for one in federation_ids}
    words: dict[str, list[int] | list[str]] = {
        "units": list(federation_ids),
        "committee": sorted(COMMITTEE),
        "whole": [Deed.IMPORT.value, Deed.ELECTION.value],
    }
    with connection.cursor() as cursor:
        cursor.execute(_SQL, words)
        for federation_id, day in cursor.fetchall():
            found[federation_id].append(day)
    return found

"""The one SQL behind every figure: units of a subtree on a day, and their committee seats."""

from datetime import date
from typing import Any

from jinguo.divisions.queries import Place
from jinguo.divisions.rules.codes import bounds
from jinguo.roster.enums import COMMITTEE_POSTS

UNITS = """
  select f.id as federation_id, v.code, v.name, v.level
    from divisions_version v
    join federations_federation f on f.division_id = v.division_id
   where v.code >= %(low)s and v.code < %(high)s and v.level in (4, 5)
     and (v.valid_from is null or v.valid_from <= %(day)s)
     and (v.valid_until is null or v.valid_until > %(day)s)
     and (f.closed_on is null or f.closed_on > %(day)s)
"""

DUE = """
  select v.code, v.level
    from divisions_version v
   where v.code >= %(low)s and v.code < %(high)s and v.level in (4, 5)
     and (v.valid_from is null or v.valid_from <= %(day)s)
     and (v.valid_until is null or v.valid_until > %(day)s)
"""

_BEFORE = """
  select b.person_id, b.federation_id,
         bool_or(b.post = 'vice_chair' and b.kind = 'part_time') as part_time_vice_chair
    from roster_appointment b
   where b.federation_id in (select federation_id from unit) and b.post = any(%(committee)s)
     and b.starts_on <= %(compare)s and (b.ends_on is null or b.ends_on > %(compare)s)
   group by b.person_id, b.federation_id
"""

SEATS = f"""
  select a.id as appointment_id, a.person_id, a.federation_id, u.code, u.name, u.level, a.post,
         a.kind, a.categories, a.starts_on,
         before.person_id is not null as was_executive,
         coalesce(before.part_time_vice_chair, false) as was_part_time_vice_chair
    from unit u
    join roster_appointment a on a.federation_id = u.federation_id
    left join ({_BEFORE}) before
      on before.person_id = a.person_id and before.federation_id = a.federation_id
   where a.post = any(%(committee)s)
     and a.starts_on <= %(day)s and (a.ends_on is null or a.ends_on > %(day)s)
"""  # noqa: S608  made of our own constants

SITTING = """
  exists (select 1 from roster_appointment s where s.federation_id = u.federation_id
             and s.post = any(%(committee)s) and s.starts_on <= %(day)s)
"""


def parameters(top: Place, day: date, compare: date | None) -> dict[str, Any]:
    """What the SQL asks for. Without a compare day everybody counts as not having been there."""
    low, high = bounds(top.prefix)
    return {
        "low": low,
        "high": high,
        "day": day,
        "compare": compare or date.min,
        "committee": [str(post.value) for post in COMMITTEE_POSTS],
    }

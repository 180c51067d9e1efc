"""How each of many units stands on a day: in one query, however many units."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from jinguo.people.rules import shown_name
from jinguo.roster.enums import COMMITTEE_POSTS, Post


@dataclass(frozen=True, slots=True)
class UnitSummary:
    """A unit's committee in short.

    ``founded`` is the first day on which its executive committee ever sat; it may
    lie after the day asked for. A unit without one has no summary.
    """

    federation_id: int
    founded: date
    executives: int
    vice_chairs: int
    chairs: tuple[str, ...]


_SITS = "a.starts_on <= %(day)s and (a.ends_on is null or a.ends_on > %(day)s)"

_SQL = f"""
select a.federation_id,
       min(a.starts_on),
       count(*) filter (where {_SITS}),
       count(*) filter (where a.post = %(vice_chair)s
                          and {_SITS}),
       coalesce(array_agg(p.name order by a.id) filter (where a.post = %(chair)s
                          and {_SITS}),
                '{{}}')
  from roster_appointment a
  join people_person p on p.id = a.person_id
 where a.federation_id = any(%(units)s) and a.post = any(%(committee)s)
 group by a.federation_id
"""  # noqa: S608  made of our own constants


def summaries(federation_ids: Sequence[int], day: date) -> dict[int, UnitSummary]:
    """Federation → how it stands on ``day``. Executives (执委) include chair and vice-chairs."""
    words: dict[str, Any] = {
        "day": day,
        "units": list(federation_ids),
        "committee": [str(post.value) for post in COMMITTEE_POSTS],
        "chair": str(Post.CHAIR.value),
        "vice_chair": str(Post.VICE_CHAIR.value),
    }
    with connection.cursor() as cursor:
        cursor.execute(_SQL, words)
        return {
            row[0]: UnitSummary(row[0], row[1], row[2], row[3], tuple(map(shown_name, row[4])))
            for row in cursor.fetchall()
        }

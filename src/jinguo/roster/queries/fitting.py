"""Whether committees met the rules of composition, each on a day of its own."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db import connection

from jinguo.roster.enums import COMMITTEE_POSTS
from jinguo.roster.queries.vocabulary import RuleBook
from jinguo.roster.rules.composition import judge

UnitDay = tuple[int, date]
"""A federation, and the day on which its committee is judged."""


@dataclass(frozen=True, slots=True)
class _Post:
    post: str
    kind: str
    categories: tuple[str, ...]
    name: str = ""


def committees_that_fit(days: Collection[UnitDay], rule_set_id: int | None = None) -> set[UnitDay]:
    """Those of these committees that sat on their day and met every rule then in force, or every
    rule of the set that is named.

    Where no rules hold, a committee that sits is enough. As many queries for one as for all.
    """
    if not days:
        return set()
    book = RuleBook(rule_set_id)
    seats: dict[UnitDay, list[_Post]] = defaultdict(list)
    where: dict[UnitDay, tuple[str, int]] = {}
    with connection.cursor() as cursor:
        cursor.execute(
            _SEATS,
            [[unit for unit, _day in days], [day for _unit, day in days], list(COMMITTEE_POSTS)],
        )
        for unit, day, code, level, post, kind, categories in cursor.fetchall():
            seats[unit, day].append(_Post(post, kind, tuple(categories)))
            where[unit, day] = code, level
    return {
        one
        for one, sitting in seats.items()
        if all(verdict.ok for verdict in judge(book.rules(*where[one], one[1]), sitting))
    }


_SEATS = """
select q.unit, q.day, v.code, f.level, a.post, a.kind, a.categories
from unnest(%s::bigint[], %s::date[]) q (unit, day)
join federations_federation f on f.id = q.unit
join divisions_version v on v.division_id = f.division_id
 and (v.valid_from is null or v.valid_from <= q.day)
 and (v.valid_until is null or q.day < v.valid_until)
join roster_appointment a on a.federation_id = q.unit and a.post = any(%s)
 and a.starts_on <= q.day and (a.ends_on is null or q.day < a.ends_on)
"""

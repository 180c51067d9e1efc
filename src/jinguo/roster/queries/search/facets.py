"""What a result could be narrowed down by, and how many persons each choice leaves."""

from collections import defaultdict
from dataclasses import dataclass

from jinguo.divisions.rules.codes import level_of
from jinguo.divisions.rules.names import short
from jinguo.roster.queries.search.asked import LEFT, SEPARATORS, SITTING, Asked

MOST = 12
"""Choices shown of each kind; the rarest are left to the words."""


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: its value in the address, its name (of a unit only), persons it leaves."""

    value: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """The choices of one kind, the most frequent first."""

    name: str
    options: tuple[Option, ...]


_SQL = f"""
, below as (
  select h.person_id,
         case when t.level = 4 and %(unit_digits)s < 9 then left(t.code, 9)
              else t.code end as value,
         t.name
    from hit h
    join lateral (
      select v.code, v.name, v.level from divisions_version v
       where v.code = case when %(unit_digits)s >= 9 then h.code
                           else rpad(left(h.code, 9), 12, '0') end
       order by v.valid_from desc nulls last limit 1) t on true)
select 'unit', value, name, count(distinct person_id) from below group by value, name
union all select 'post', post, '', count(distinct person_id) from hit group by post
union all select 'category', one, '', count(distinct person_id)
  from hit, unnest(categories) one group by one
union all select 'skill', one, '', count(distinct person_id)
  from hit, regexp_split_to_table(skills, '{SEPARATORS}') one where one <> '' group by one
union all select 'sector', sector, '', count(distinct person_id)
  from hit where sector <> '' group by sector
union all select 'state', case when sits then '{SITTING}' else '{LEFT}' end, '', count(*)
  from (select person_id, bool_or(sits) as sits from hit group by person_id) p group by 2
"""  # noqa: S608  made of our own constants


def facets(asked: Asked) -> dict[str, Facet]:
    """Kind → its choices, in one query. Units are the townships, or below one its villages."""
    home = min((one.rstrip("%") for one in asked.words["prefixes"]), key=len, default="")
    digits = max(len(home), len(asked.search.chosen.get("unit", "")))
    found: dict[str, list[Option]] = defaultdict(list)
    for kind, value, name, count in asked.rows(_SQL, unit_digits=digits):
        found[kind].append(Option(value, _name(value, name), count))
    return {
        kind: Facet(kind, tuple(sorted(options, key=lambda one: (-one.count, one.value))[:MOST]))
        for kind, options in found.items()
    }


def _name(code: str, name: str) -> str:
    return short(name, level_of(code.ljust(12, "0"))) if name else ""

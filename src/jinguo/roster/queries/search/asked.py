"""What is searched for, and the SQL of the seats that fit."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import connection

from jinguo.kernel.actor import VIEW, Actor
from jinguo.people.queries import people_by_phone
from jinguo.people.rules import pattern
from jinguo.roster.enums import COMMITTEE_POSTS, Post
from jinguo.roster.queries.vocabulary import category_words
from jinguo.roster.rules.search_words import Sort, Word, words_of

FACETS = ("unit", "post", "category", "skill", "sector", "state")
"""What a result can be narrowed down by, each by one of its values."""

SITTING, LEFT = "sitting", "left"
SEPARATORS = "[、,，;；/ ]+"
"""Between the skills of one person."""


@dataclass(frozen=True, slots=True)
class Search:
    """Words of which all must fit the same seat or its holder, on a day, and narrowing choices.

    Past seats fit too: people who left are found and marked. ``pool`` asks for people with a
    skill or a category (the talent pool, 人才库) only.
    """

    text: str
    day: date
    reader: Actor
    pool: bool = False
    chosen: Mapping[str, str] = field(default_factory=dict)

    @property
    def words(self) -> list[Word]:
        """The words one by one."""
        return words_of(self.text)

    @property
    def by_sound(self) -> bool:
        """Whether letters are among the words: names must have been learnt before asking."""
        return any(one.sort is Sort.LETTERS for one in self.words)

    @property
    def empty(self) -> bool:
        """Whether nothing is asked yet."""
        return not (self.words or self.chosen or self.pool)


_SCOPE = """
select f.id as federation_id, f.division_id, v.code, v.level, named.name,
       named.code as code_then, names.names, least(f.closed_on, v.valid_until) as closed_on
  from federations_federation f
  cross join lateral (
    select v.code, v.level, v.valid_until from divisions_version v
     where v.division_id = f.division_id order by v.valid_from desc nulls last limit 1) v
  cross join lateral (
    select n.name, n.code from divisions_version n where n.division_id = f.division_id
     order by (n.valid_from is null or n.valid_from <= %(day)s)
          and (n.valid_until is null or n.valid_until > %(day)s) desc,
          n.valid_from desc nulls last limit 1) named
  cross join lateral (
    select string_agg(coalesce(t.name, '') || n.name || '#' || n.code, '|') as names
      from divisions_version n
      left join divisions_version t on t.level = 4 and n.level = 5
       and t.code = left(n.code, 9) || '000'
     where n.division_id = f.division_id) names
 where v.code like any(%(prefixes)s)
"""
"""The units that the reader may see: last code; name and code on the day; all they ever had."""

_UNTIL = "least(a.ends_on, u.closed_on)"

_HITS = """
select a.id as appointment_id, a.person_id, a.federation_id, u.code, u.level, a.post, a.kind,
       a.categories, a.sector, a.starts_on, {until} as until,
       coalesce({until} > %(day)s, true) as sits, p.name, p.skills
  from scope u
  join roster_appointment a on a.federation_id = u.federation_id
  join people_person p on p.id = a.person_id
 where a.starts_on <= %(day)s and p.name <> '' {conditions}
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """A search as SQL: ``scope`` and ``hit`` as common table expressions, and their parameters."""

    search: Search
    tables: str
    words: Mapping[str, Any]

    def rows(self, sql: str, **more: Any) -> list[tuple[Any, ...]]:
        """What a query over ``scope`` and ``hit`` gives."""
        with connection.cursor() as cursor:
            cursor.execute(f"{self.tables} {sql}", {**self.words, **more})
            found: list[tuple[Any, ...]] = cursor.fetchall()
            return found


def ask(search: Search) -> Asked:
    """Look up what the words may mean; finding and narrowing down go on from there.

    For a search ``by_sound``, ``people.actions.learn_names`` comes first.
    """
    words: dict[str, Any] = {
        "day": search.day,
        "prefixes": [f"{prefix}%" for prefix in search.reader.prefixes(VIEW)],
        "ranks": [str(post.value) for post in Post],
        "committee": [str(post.value) for post in COMMITTEE_POSTS],
    }
    conditions: list[str] = []
    names, marks = category_words()
    slugs = {**names, **marks}
    for number, word in enumerate(search.words):
        condition, own = _condition(word, number, slugs)
        conditions.append(condition)
        words |= own
    conditions += [_CHOICES[name] for name in search.chosen if name in _CHOICES]
    words |= {f"chosen_{name}": value for name, value in search.chosen.items()}
    if search.pool:
        conditions.append("(p.skills <> '' or cardinality(a.categories) > 0)")
    joined = "".join(f"\n   and ({one})" for one in conditions)
    hits = _HITS.format(until=_UNTIL, conditions=joined)
    tables = f"with scope as materialized ({_SCOPE}), hit as materialized ({hits})"
    return Asked(search, tables, words)


_CHOICES = {
    "unit": "u.code like %(chosen_unit)s || '%%'",
    "post": "a.post = %(chosen_post)s",
    "category": "%(chosen_category)s = any(a.categories)",
    "skill": f"%(chosen_skill)s = any(regexp_split_to_array(p.skills, '{SEPARATORS}'))",
    "sector": "a.sector = %(chosen_sector)s",
    "state": f"(coalesce({_UNTIL} > %(day)s, true)) = (%(chosen_state)s = '{SITTING}')",
}


def _condition(word: Word, number: int, slugs: Mapping[str, str]) -> tuple[str, dict[str, Any]]:
    key = f"word_{number}"
    if word.sort is Sort.LETTERS:
        return _LETTERS.replace("KEY", key), {key: pattern(word.text)}
    if word.sort is Sort.CODE:
        people = people_by_phone(word.text, whole=True)
        condition = f"{_BELOW} or a.person_id = any(%(KEY_people)s)".replace("KEY", key)
        return condition, {f"{key}_unit": f"#{significant(word.text)}", f"{key}_people": people}
    if word.sort in (Sort.ENDING, Sort.NUMBER):
        people = people_by_phone(word.text, whole=word.sort is Sort.NUMBER)
        return f"a.person_id = any(%({key})s)", {key: people}
    if word.sort is Sort.NONE:
        return "false", {}
    return _chinese(word, key, slugs)


def significant(code: str) -> str:
    """A unit's code without the zeros that only fill it up."""
    while len(code) > 6 and code.endswith("000"):
        code = code[:-3]
    return code


_LETTERS = "p.name in (select s.name from people_sound s where s.syllables ~ %(KEY)s)"

_BELOW = """
    u.federation_id in (
      select below.federation_id from scope top
        join scope below on below.code like left(top.code, top.level * 3 - 3) || '%%'
       where strpos(top.names, %(KEY_unit)s) > 0)
"""
"""In a unit of this name or code, or below one, whenever it was called so."""

_WORDS = """
    strpos(p.name, %(KEY)s) > 0
    or BELOW
    or a.categories && %(KEY_slugs)s::varchar[]
    or exists (select 1 from unnest(a.categories) one where one like '?%%'
                and strpos(one, %(KEY)s) > 0)
    or p.ethnicity in (%(KEY)s, %(KEY)s || '族')
    or p.education = %(KEY)s
    or p.political_status in (%(KEY)s, '中共' || %(KEY)s, '共青' || %(KEY)s)
    or strpos(p.skills, %(KEY)s) > 0
    or strpos(p.occupation, %(KEY)s) > 0
    or strpos(a.sector, %(KEY)s) > 0
    or a.origin = %(KEY)s
""".replace("BELOW", _BELOW)


def _chinese(word: Word, key: str, slugs: Mapping[str, str]) -> tuple[str, dict[str, Any]]:
    """Words may be part of a name or of a unit's name, or say what somebody is."""
    if word.posts or word.kind:
        return _posts(word, key)
    part = [slug for name, slug in slugs.items() if len(word.text) > 1 and word.text in name]
    exact = [slugs[word.text]] if word.text in slugs else []
    words = {key: word.text, f"{key}_unit": word.unit or word.text, f"{key}_slugs": part or exact}
    return _WORDS.replace("KEY", key), words


def _posts(word: Word, key: str) -> tuple[str, dict[str, Any]]:
    """The name of a post means the post, and nothing else."""
    conditions: list[str] = []
    words: dict[str, Any] = {}
    if word.posts:
        conditions.append(f"a.post = any(%({key})s)")
        words[key] = list(word.posts)
    if word.kind:
        conditions.append(f"a.kind = %({key}_kind)s")
        words[f"{key}_kind"] = word.kind
    return " and ".join(conditions), words

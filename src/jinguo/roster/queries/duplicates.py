"""Records that may be one woman, with what speaks for it and against."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from jinguo.divisions.rules.names import short
from jinguo.federations.queries import newest_codes
from jinguo.kernel.actor import PERSONS, Actor
from jinguo.people.models import Person
from jinguo.people.rules import sounds_of
from jinguo.roster.models import Appointment, TwoWomen
from jinguo.roster.queries.people import Fact, fact_of
from jinguo.roster.queries.state import COMMITTEE
from jinguo.roster.rules.facts import PERSON_FACTS
from jinguo.roster.rules.likeness import Likeness, Traits, likeness

PAGE = 10


@dataclass(frozen=True, slots=True)
class TwinSeat:
    """A post of one of the two, with today's name of the unit."""

    federation_id: int
    unit_code: str
    unit_name: str
    above: str
    post: str
    starts_on: date
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class Twin:
    """One of two records, its number masked; ``described_on`` is the day of what it says."""

    person_id: int
    name: str
    facts: tuple[Fact, ...]
    seats: tuple[TwinSeat, ...]
    described_on: date | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that may be one woman; ``told_apart`` by whom it was said that they are two."""

    one: Twin
    other: Twin
    signs: Likeness
    told_apart: str = ""

    @property
    def rows(self) -> list[tuple[Fact, Fact]]:
        """Fact by fact, as far as one of them states it."""
        both = zip(self.one.facts, self.other.facts, strict=True)
        return [(ours, theirs) for ours, theirs in both if ours.value or theirs.value]


@dataclass(frozen=True, slots=True)
class PairPage:
    """A page of pairs, the likeliest first."""

    total: int
    pairs: list[Pair]


def keeps(person_ids: Collection[int], by: Actor) -> bool:
    """Whether the actor keeps the persons of every unit in which one of these has or had a post."""
    return kept_among(person_ids, by) == set(person_ids)


def kept_among(person_ids: Collection[int], by: Actor) -> set[int]:
    """Those of whom the actor keeps every unit in which they have or had a post. Two queries."""
    found = Appointment.objects.filter(person_id__in=person_ids).order_by()
    held = set(found.values_list("person_id", "federation_id").distinct())
    codes = newest_codes({unit for _person, unit in held})
    return set(person_ids) - {who for who, unit in held if not by.may(PERSONS, codes[unit])}


def duplicates(reader: Actor, *, page: int = 1, size: int = PAGE) -> PairPage:
    """Pairs of whom the reader keeps both: a fixed number of queries.

    Names that only sound alike are found once they are learnt (``people.actions.learn_names``).
    Who sat in one committee at once, and who was told apart, is not asked.
    """
    found = _found(reader, size, (page - 1) * size)
    if not found and page > 1:
        first = _found(reader, 1, 0)
        return PairPage(first[0][2] if first else 0, [])
    twins = _twins({number for one, other, _total in found for number in (one, other)})
    pairs = [_pair(*twins[one], *twins[other]) for one, other, _total in found]
    return PairPage(found[0][2] if found else 0, pairs)


def pair(one_id: int, other_id: int, reader: Actor) -> Pair | None:
    """Two records beside each other; nothing where the reader does not keep both."""
    twins = _twins({one_id, other_id})
    if len(twins) < 2 or not all(twin.name and twin.seats for twin, _traits in twins.values()):
        return None
    if not keeps([one_id, other_id], reader):
        return None
    said = TwoWomen.objects.filter(
        lower_id=min(one_id, other_id), higher_id=max(one_id, other_id)
    ).first()
    return _pair(*twins[one_id], *twins[other_id], said.by_name if said else "")


def _pair(one: Twin, ours: Traits, other: Twin, theirs: Traits, told: str = "") -> Pair:
    return Pair(one, other, likeness(ours, theirs), told)


def _found(reader: Actor, size: int, skip: int) -> list[tuple[int, int, int]]:
    words = {
        "prefixes": list(reader.prefixes(PERSONS)),
        "committee": list(COMMITTEE),
        "size": size,
        "skip": skip,
    }
    return _rows(_PAIRS, words)


def _twins(person_ids: Collection[int]) -> dict[int, tuple[Twin, Traits]]:
    seats: dict[int, list[TwinSeat]] = {}
    for number, level, above, name, federation_id, *rest in _rows(
        _SEATS, {"people": list(person_ids)}
    ):
        code, post, starts_on, ends_on = rest
        unit = f"{short(name, level)}妇联"
        one = TwinSeat(federation_id, code, unit, above, post, starts_on, ends_on)
        seats.setdefault(number, []).append(one)
    people = Person.objects.filter(pk__in=person_ids)
    return {one.pk: (_twin(one, seats.get(one.pk, ())), _traits(one, seats)) for one in people}


def _twin(person: Person, seats: Sequence[TwinSeat]) -> Twin:
    facts = tuple(fact_of(person, name) for name in PERSON_FACTS)
    return Twin(person.pk, person.name, facts, tuple(seats), person.described_on)


def _traits(person: Person, seats: dict[int, list[TwinSeat]]) -> Traits:
    return Traits(
        name=person.name,
        sounds=frozenset(one for one in sounds_of(person.name) if len(one.split()) > 1),
        birth=person.birth_month,
        phone=person.phone,
        gender=person.gender,
        ethnicity=person.ethnicity,
        units=frozenset(one.federation_id for one in seats.get(person.pk, ())),
    )


def _rows(sql: str, words: dict[str, Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, words)
        return list(cursor.fetchall())


_UNIT = """
select f.id as federation_id, v.code, v.name, v.level
  from federations_federation f
  cross join lateral (
    select v.code, v.name, v.level from divisions_version v
     where v.division_id = f.division_id order by v.valid_from desc nulls last limit 1) v
"""

_SEATS = f"""
with unit as ({_UNIT})
select a.person_id, u.level, coalesce(t.name, ''), u.name, a.federation_id, u.code, a.post,
       a.starts_on, a.ends_on
  from roster_appointment a
  join unit u on u.federation_id = a.federation_id
  left join lateral (
    select t.name from divisions_version t
     where u.level = 5 and t.code = left(u.code, 9) || '000'
     order by t.valid_from desc nulls last limit 1) t on true
 where a.person_id = any(%(people)s)
 order by a.person_id, a.starts_on desc, a.id
"""  # noqa: S608  made of our own constants

_PAIRS = f"""
with unit as materialized ({_UNIT}), place as materialized (
  select distinct a.person_id, a.federation_id, u.code
    from roster_appointment a join unit u on u.federation_id = a.federation_id
), who as materialized (
  select p.id, p.name, p.birth_month, p.phone from people_person p
   where p.name <> '' and p.id in (
     select person_id from place group by person_id
     having bool_and(code ^@ any(%(prefixes)s::text[])))
), reading as materialized (
  select w.id, l.federation_id, s.syllables
    from who w join place l on l.person_id = w.id join people_sound s on s.name = w.name
   where cardinality(string_to_array(s.syllables, ' ')) = char_length(w.name)
     and char_length(w.name) > 1
), candidate as (
  select a.id as one, b.id as other from who a join who b
      on b.phone = a.phone and a.phone <> '' and a.id < b.id
  union
  select a.id, b.id from who a join who b
      on b.name = a.name and b.birth_month = a.birth_month and a.id < b.id
  union
  select a.id, b.id from who a join place l on l.person_id = a.id
    join place m on m.federation_id = l.federation_id
    join who b on b.id = m.person_id and b.name = a.name and a.id < b.id
  union
  select a.id, b.id from reading a join reading b
      on b.federation_id = a.federation_id and b.syllables = a.syllables and a.id < b.id
), gone as (
  select c.subject_id as id, (c.after->>'merged_into')::bigint as kept
    from roster_batch b join roster_change c on c.batch_id = b.id and c.subject = 'person'
   where b.deed = 'merge' and b.undone_at is null and c.after ? 'merged_into'
), apart as (
  select coalesce(g.kept, t.lower_id) as one, coalesce(h.kept, t.higher_id) as other
    from roster_twowomen t
    left join gone g on g.id = t.lower_id left join gone h on h.id = t.higher_id
), open as (
  select c.one, c.other,
         case when a.phone <> '' and a.phone = b.phone then 4 else 0 end
         + case when a.name = b.name then 2 else 0 end
         + case when a.birth_month = b.birth_month then 2 else 0 end
         - case when a.birth_month <> b.birth_month then 2 else 0 end
         - case when a.phone <> '' and b.phone <> '' and a.phone <> b.phone then 1 else 0 end
         as weight
    from candidate c join who a on a.id = c.one join who b on b.id = c.other
   where not coalesce(a.birth_month <> b.birth_month and (
           a.name <> b.name or a.phone <> '' and b.phone <> '' and a.phone <> b.phone), false)
     and not exists (select from apart t where (t.one, t.other) in (
           (c.one, c.other), (c.other, c.one)))
     and not exists (
       select from roster_appointment x join roster_appointment y
           on y.federation_id = x.federation_id and y.person_id = c.other
          and (y.post = x.post or y.post = any(%(committee)s) and x.post = any(%(committee)s))
          and x.starts_on < coalesce(y.ends_on, 'infinity')
          and y.starts_on < coalesce(x.ends_on, 'infinity')
        where x.person_id = c.one)
)
select one, other, count(*) over () from open
 order by weight desc, one, other limit %(size)s offset %(skip)s
"""  # noqa: S608  made of our own constants

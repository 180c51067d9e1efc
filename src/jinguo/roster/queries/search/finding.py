"""The people found, each once with her seats, a page at a time."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from jinguo.divisions.rules.names import short
from jinguo.roster.queries.search.asked import Asked

PAGE = 30


@dataclass(frozen=True, slots=True)
class FoundSeat:
    """A seat of somebody found; it ends at the latest with its unit."""

    unit_code: str
    unit_name: str
    above: str
    post: str
    kind: str
    categories: tuple[str, ...]
    sector: str
    starts_on: date
    until: date | None
    sits: bool


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody found: the seats she holds on the day; those she held, where only they fit."""

    person_id: int
    name: str
    sits: bool
    birth_month: date | None
    ethnicity: str
    education: str
    occupation: str
    skills: str
    seats: tuple[FoundSeat, ...]

    @property
    def categories(self) -> tuple[str, ...]:
        """The categories of all these seats, each once."""
        return tuple(dict.fromkeys(one for seat in self.seats for one in seat.categories))


@dataclass(frozen=True, slots=True)
class FoundPage:
    """A page of people; ``total`` counts persons, ``sitting`` those who sit on the day."""

    total: int
    sitting: int
    people: list[Found]


_PAGE = """
, person as (
  select h.person_id, bool_or(h.sits) as sits, min(h.code) as code, min(h.name) as name,
         min(array_position(%(ranks)s, h.post::text)) as rank
    from hit h group by h.person_id)
select p.person_id, p.sits, count(*) over (), count(*) filter (where p.sits) over ()
  from person p order by p.sits desc, p.code, p.rank, p.name, p.person_id
 limit %(size)s offset %(skip)s
"""

_SEATS = """
select a.person_id, p.name, p.birth_month, p.ethnicity, p.education, p.occupation, p.skills,
       u.code, u.name, u.level, coalesce(t.name, ''), a.post, a.kind, a.categories, a.sector,
       a.starts_on, least(a.ends_on, u.closed_on),
       coalesce(least(a.ends_on, u.closed_on) > %(day)s, true)
  from scope u
  join roster_appointment a on a.federation_id = u.federation_id
  join people_person p on p.id = a.person_id
  left join lateral (
    select t.name from divisions_version t
     where u.level = 5 and t.code = left(u.code_then, 9) || '000'
     order by (t.valid_from is null or t.valid_from <= %(day)s)
          and (t.valid_until is null or t.valid_until > %(day)s) desc,
          t.valid_from desc nulls last limit 1) t on true
 where a.person_id = any(%(people)s) and a.starts_on <= %(day)s
 order by a.person_id, 18 desc, array_position(%(ranks)s, a.post::text), a.starts_on desc
"""


def find(asked: Asked, *, page: int = 1, size: int = PAGE) -> FoundPage:
    """The people whom the reader may see and whom all words fit: two queries.

    Those who sit on the day come first, then those who left. Nothing asked is nobody found.
    """
    if asked.search.empty:
        return FoundPage(0, 0, [])
    rows = asked.rows(_PAGE, size=size, skip=(page - 1) * size)
    if not rows and page > 1:
        first = find(asked, size=1)
        return FoundPage(first.total, first.sitting, [])
    if not rows:
        return FoundPage(0, 0, [])
    seats: dict[int, list[tuple[Any, ...]]] = {}
    for row in asked.rows(_SEATS, people=[row[0] for row in rows]):
        seats.setdefault(row[0], []).append(row)
    people = [_person(seats[one], by_now=by_now) for one, by_now, *_ in rows if one in seats]
    return FoundPage(rows[0][2], rows[0][3], people)


def seats_found(asked: Asked) -> list[int]:
    """The appointments found that hold on the day, for an export."""
    return [one for (one,) in asked.rows("select appointment_id from hit where sits")]


def _person(rows: list[tuple[Any, ...]], *, by_now: bool) -> Found:
    """``by_now``: a seat she holds now fits; else one she held, which is then shown too."""
    person_id, name, birth, ethnicity, education, occupation, skills = rows[0][:7]
    seats = [_seat(row[7:]) for row in rows]
    now = tuple(one for one in seats if one.sits)
    return Found(
        person_id, name, bool(now), birth, ethnicity, education, occupation, skills,
        now if by_now else tuple(seats),
    )  # fmt: skip


def _seat(row: tuple[Any, ...]) -> FoundSeat:
    code, name, level, above, post, kind, categories, sector, starts_on, until, sits = row
    unit = f"{short(name, level)}妇联"
    return FoundSeat(
        code, unit, above, post, kind, tuple(categories), sector, starts_on, until, sits
    )

"""What a number or a code names, and the units it belongs to: whose rights decide about it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from jinguo.access.models import Assignment
from jinguo.accounts.models import Account
from jinguo.accounts.queries import account_named
from jinguo.database.scope import whole_tree
from jinguo.divisions.models import Version
from jinguo.divisions.queries import Place, latest_of
from jinguo.divisions.queries.meanings import meanings
from jinguo.divisions.queries.places import on_day
from jinguo.elections.models import Congress
from jinguo.federations.queries import federation_name
from jinguo.people.models import Person
from jinguo.roster.models import Appointment, Batch, Draft


@dataclass(frozen=True, slots=True)
class Thing:
    """Something rights are asked about, under today's codes of its units, the newest post first.

    ``owner_id`` is the account that made it, for a batch.
    """

    kind: str
    number: str
    name: str
    places: tuple[Place, ...]
    owner_id: int = 0

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of its units."""
        return tuple(one.code for one in self.places)


def thing_of(kind: str, number: str, day: date | None = None) -> Thing | None:
    """The person, congress, batch, account or unit of that number; None where there is none.

    It is looked for in the whole tree, whoever reads: only for saying who may see it. An account
    belongs to the places of its roles and of the posts its person has on the day or later; without
    a day, of posts that have no end.
    """
    find = _FINDERS.get(kind)
    if find is None or not number.isdecimal() or len(number) > 18:
        return None
    with whole_tree():
        found = _unit(number) if kind == "unit" else find(int(number), day)
    if found is None:
        return None
    name, divisions, owner = found
    places = latest_of(set(divisions))
    return Thing(kind, number, name, tuple(places[one] for one in dict.fromkeys(divisions)), owner)


_Found = tuple[str, list[int], int] | None


def _person(number: int, _day: date | None) -> _Found:
    one = Person.objects.filter(pk=number).first()
    if one is None:
        return None
    posts = Appointment.objects.filter(person_id=number).order_by("-starts_on", "-pk")
    return one.name, list(posts.values_list("federation__division_id", flat=True)), 0


def _congress(number: int, _day: date | None) -> _Found:
    one = Congress.objects.select_related("federation").filter(pk=number).first()
    return (f"{one.held_on}", [one.federation.division_id], 0) if one else None


def _batch(number: int, _day: date | None) -> _Found:
    one = Batch.objects.filter(pk=number).first()
    return (f"{number}", [one.county_id], one.by_id) if one else None


def _draft(number: int, _day: date | None) -> _Found:
    one = Draft.objects.filter(pk=number).first()
    return (f"{number}", [one.county_id], one.owner_id) if one else None


def _account(number: int, day: date | None) -> _Found:
    one = Account.objects.filter(pk=number).first()
    if one is None:
        return None
    given = Assignment.objects.filter(account_id=number).order_by("pk")
    lasting = Q(ends_on=None) if day is None else Q(ends_on=None) | Q(ends_on__gt=day)
    posts = Appointment.objects.filter(lasting, person_id=one.person_id or 0).order_by("pk")
    divisions = [
        *given.values_list("division_id", flat=True),
        *posts.values_list("federation__division_id", flat=True),
    ]
    return str(one), divisions, 0


def _unit(code: str) -> _Found:
    meant = meanings(code)
    return (federation_name(meant[-1]), [meant[-1].division_id], 0) if meant else None


_FINDERS: dict[str, Callable[[int, date | None], _Found]] = {
    "person": _person,
    "congress": _congress,
    "batch": _batch,
    "draft": _draft,
    "account": _account,
    "unit": lambda number, _day: _unit(str(number)),
}


def named_things(words: str, day: date) -> list[Thing]:
    """Everything that words may mean: ``batch:3``, ``account:village``, a code, a number, a name.

    A name is that of a unit on the day (石下村, 石下村妇联) or of a person, written in full.
    """
    kind, colon, number = words.partition(":")
    if colon:
        found = thing_of(kind, _number(kind, number), day)
        return [found] if found else []
    if words.isdecimal():
        unit = thing_of("unit", words) if len(words) in CODE_LENGTHS else None
        found = unit or thing_of("person", words)
        return [found] if found else []
    return [one for one in _by_name(words, day) if one is not None]


CODE_LENGTHS = (6, 9, 12)


def _number(kind: str, number: str) -> str:
    """An account goes by its user name too."""
    if kind != "account" or (found := account_named(number)) is None:
        return number
    return str(found.pk)


def _by_name(words: str, day: date) -> Iterator[Thing | None]:
    begins = words.removesuffix("妇联")
    for one in on_day(Version.objects.filter(name__startswith=begins), day):
        if begins in (one.name, one.short):
            yield thing_of("unit", one.prefix)
    with whole_tree():
        people = list(Person.objects.filter(name=words).order_by("pk").values_list("pk", flat=True))
    for number in people:
        yield thing_of("person", str(number))

"""What a number or a code names, and the units it belongs to: whose rights decide about it."""

from collections.abc import Callable
from dataclasses import dataclass

from jinguo.accounts.models import Account
from jinguo.database.scope import whole_tree
from jinguo.divisions.queries import Place, latest_of
from jinguo.divisions.queries.meanings import meanings
from jinguo.elections.models import Congress
from jinguo.people.models import Person
from jinguo.roster.models import Appointment, Batch


@dataclass(frozen=True, slots=True)
class Thing:
    """Something rights are asked about, under today's codes of its units, the newest post first."""

    kind: str
    number: str
    name: str
    places: tuple[Place, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of its units."""
        return tuple(one.code for one in self.places)


def thing_of(kind: str, number: str) -> Thing | None:
    """The person, congress, batch, account or unit of that number; None where there is none.

    It is looked for in the whole tree, whoever reads: only for saying who may see it.
    """
    find = _FINDERS.get(kind)
    if find is None or not number.isdecimal() or len(number) > 18:
        return None
    with whole_tree():
        found = find(int(number)) if kind != "unit" else _unit(number)
    if found is None:
        return None
    name, divisions = found
    places = latest_of(set(divisions))
    return Thing(kind, number, name, tuple(places[one] for one in dict.fromkeys(divisions)))


_Found = tuple[str, list[int]] | None


def _person(number: int) -> _Found:
    one = Person.objects.filter(pk=number).first()
    if one is None:
        return None
    posts = Appointment.objects.filter(person_id=number).order_by("-starts_on", "-pk")
    return one.name, list(posts.values_list("federation__division_id", flat=True))


def _congress(number: int) -> _Found:
    one = Congress.objects.select_related("federation").filter(pk=number).first()
    return (f"{one.held_on}", [one.federation.division_id]) if one else None


def _batch(number: int) -> _Found:
    one = Batch.objects.filter(pk=number).first()
    return (f"{number}", [one.county_id]) if one else None


def _account(number: int) -> _Found:
    one = Account.objects.filter(pk=number).first()
    return (str(one), []) if one else None


def _unit(code: str) -> _Found:
    meant = meanings(code)
    return (meant[-1].name, [meant[-1].division_id]) if meant else None


_FINDERS: dict[str, Callable[[int], _Found]] = {
    "person": _person,
    "congress": _congress,
    "batch": _batch,
    "account": _account,
    "unit": lambda number: _unit(str(number)),
}

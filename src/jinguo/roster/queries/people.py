"""One person with all she holds and held."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from jinguo.divisions.queries import Place, latest, place_of
from jinguo.federations.queries import federation_name
from jinguo.kernel.actor import CONTACTS, PERSONS, VIEW, Actor
from jinguo.people.models import Person
from jinguo.people.queries import contacts_withdrawn, masked
from jinguo.roster.models import Appointment
from jinguo.roster.queries.state import COMMITTEE
from jinguo.roster.queries.turns import Turn, Turns, turns_of_person
from jinguo.roster.rules.facts import FACT_TITLES, PERSON_FACTS, SEAT_FACTS


@dataclass(frozen=True, slots=True)
class Holding:
    """A post she holds or held; ``unit_code`` is today's code, ``unit_name`` that of the day.

    It ends at the latest with its unit; ``with_unit`` says that it did.
    """

    appointment_id: int
    unit_code: str
    unit_name: str
    level: int
    post: str
    kind: str
    categories: tuple[str, ...]
    starts_on: date
    ends_on: date | None
    batch_id: int | None
    facts: tuple["Fact", ...]
    """What else is recorded of it, as far as it is."""
    with_unit: bool
    turn: Turn

    def covers(self, day: date) -> bool:
        """Whether she held it on the day."""
        return self.starts_on <= day and (self.ends_on is None or day < self.ends_on)


@dataclass(frozen=True, slots=True)
class Fact:
    """Something recorded, with what it is called; empty where nobody stated it."""

    name: str
    title: str | Promise
    value: str | date | None
    masked: bool = False


@dataclass(frozen=True, slots=True)
class PersonCard:
    """What a reader may see of a person.

    ``contacts_unit`` is the code of a unit for which she may read the number, if there is one;
    ``keeps_unit`` of one for which she keeps what is known of persons.
    ``contacts_withdrawn`` says that she withdrew her consent: nobody reads it. ``erased`` says
    that what was known of her was erased, ``erased_on`` when.
    """

    person_id: int
    name: str
    facts: tuple[Fact, ...]
    holdings: tuple[Holding, ...]
    contacts_unit: str
    keeps_unit: str
    contacts_withdrawn: bool = False
    erased: bool = False
    erased_on: date | None = None


def person_card(person_id: int, day: date, reader: Actor) -> PersonCard | None:
    """A person with her posts, newest first.

    ``None`` where she does not exist or holds and held nothing that the reader may see;
    posts in units outside the reader's scope are left out.
    """
    person = Person.objects.filter(pk=person_id).first()
    if person is None:
        return None
    found = (
        Appointment.objects.filter(person_id=person_id)
        .select_related("federation")
        .order_by("-starts_on", "-pk")
    )
    turns = turns_of_person(person_id)
    holdings = []
    for row in found:
        newest = latest(row.federation.division_id)
        if reader.may(VIEW, newest.code):
            then = place_of(
                row.federation.division_id, max(row.starts_on, min(day, row.ends_on or day))
            )
            holdings.append(_holding(row, newest, federation_name(then or newest), turns))
    if not holdings:
        return None
    withdrawn = bool(contacts_withdrawn([person_id]))
    return PersonCard(
        person_id=person.pk,
        name=str(person),
        erased=not person.name,
        erased_on=person.erased_on,
        facts=tuple(fact_of(person, name) for name in PERSON_FACTS),
        holdings=tuple(holdings),
        contacts_unit="" if withdrawn else _where(holdings, CONTACTS, reader),
        contacts_withdrawn=withdrawn,
        keeps_unit=_where(holdings, PERSONS, reader),
    )


def _where(holdings: Iterable[Holding], capability: str, reader: Actor) -> str:
    codes = (one.unit_code for one in holdings)
    return next((code for code in codes if reader.may(capability, code)), "")


def fact_of(person: Person, name: str) -> Fact:
    """A fact of hers as pages show it: her number masked."""
    value = getattr(person, name)
    if name == "phone":
        return Fact(name, FACT_TITLES[name], masked(value), masked=True)
    return Fact(name, FACT_TITLES[name], value)


def _holding(row: Appointment, newest: Place, name: str, turns: Turns) -> Holding:
    closed = min(
        (day for day in (row.federation.closed_on, newest.valid_until) if day), default=date.max
    )
    with_unit = closed < (row.ends_on or date.max)
    return Holding(
        appointment_id=row.pk,
        unit_code=newest.code,
        unit_name=name,
        level=row.federation.level,
        post=row.post,
        kind=row.kind,
        categories=tuple(row.categories),
        starts_on=row.starts_on,
        ends_on=closed if with_unit else row.ends_on,
        with_unit=with_unit,
        turn=turns(row.federation_id, row.person_id, row.post, row.starts_on, row.ends_on),
        batch_id=row.started_by_id,
        facts=tuple(
            Fact(name, FACT_TITLES[name], getattr(row, name))
            for name in SEAT_FACTS
            if name not in ("post", "kind", "categories") and getattr(row, name)
        ),
    )


def seat_of_unit(seat_id: int, federation_id: int) -> Appointment | None:
    """One seat of a unit with its holder; nothing where it is of another unit."""
    found = Appointment.objects.filter(pk=seat_id, federation_id=federation_id)
    return found.select_related("person").first()


def other_posts(federation_id: int, day: date) -> list[Appointment]:
    """Who holds a post of the unit outside its committee on a day: delegates, group members."""
    found = (
        Appointment.objects.filter(federation_id=federation_id, starts_on__lte=day)
        .exclude(ends_on__lte=day)
        .exclude(post__in=COMMITTEE)
    )
    return list(found.select_related("person").order_by("post", "pk"))

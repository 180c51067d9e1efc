"""One person with all she holds and held."""

from dataclasses import dataclass
from datetime import date

from jinguo.divisions.queries import latest, place_of
from jinguo.federations.queries import federation_name
from jinguo.kernel.actor import VIEW, Actor
from jinguo.people.models import Person
from jinguo.people.queries import masked
from jinguo.roster.models import Appointment


@dataclass(frozen=True, slots=True)
class Holding:
    """A post she holds or held; ``unit_code`` is today's code, ``unit_name`` that of the day."""

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

    def covers(self, day: date) -> bool:
        """Whether she held it on the day."""
        return self.starts_on <= day and (self.ends_on is None or day < self.ends_on)


@dataclass(frozen=True, slots=True)
class PersonCard:
    """What a reader may see of a person."""

    person_id: int
    name: str
    gender: str
    ethnicity: str
    birth_month: date | None
    political_status: str
    education: str
    occupation: str
    phone_masked: str
    holdings: tuple[Holding, ...]


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
    holdings = []
    for row in found:
        newest = latest(row.federation.division_id)
        if reader.may(VIEW, newest.code):
            then = place_of(
                row.federation.division_id, max(row.starts_on, min(day, row.ends_on or day))
            )
            holdings.append(_holding(row, newest.code, federation_name(then or newest)))
    if not holdings:
        return None
    return PersonCard(
        person_id=person.pk,
        name=person.name,
        gender=person.gender,
        ethnicity=person.ethnicity,
        birth_month=person.birth_month,
        political_status=person.political_status,
        education=person.education,
        occupation=person.occupation,
        phone_masked=masked(person.phone),
        holdings=tuple(holdings),
    )


def _holding(row: Appointment, code: str, name: str) -> Holding:
    return Holding(
        appointment_id=row.pk,
        unit_code=code,
        unit_name=name,
        level=row.federation.level,
        post=row.post,
        kind=row.kind,
        categories=tuple(row.categories),
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        batch_id=row.started_by_id,
    )

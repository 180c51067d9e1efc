"""Reading a telephone number in clear: with a right, for a reason, and recorded."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from jinguo.audit.actions import record_reading
from jinguo.kernel.actor import CONTACTS, Actor
from jinguo.people.models import Person
from jinguo.roster.errors.contacts import ContactsClosed, ReasonMissing
from jinguo.roster.errors.decisions import PersonUnknown
from jinguo.roster.queries.people import person_card

LEAST = 4
"""Characters of a reason."""


@dataclass(frozen=True, slots=True)
class Contact:
    """A number in clear, for this one reading."""

    name: str
    phone: str


def stated(reason: str) -> str:
    """The reason, as it is kept. Raises ``ReasonMissing``."""
    words = " ".join(reason.split())
    if len(words) < LEAST:
        raise ReasonMissing(least=LEAST)
    return words


@transaction.atomic
def read_contact(*, person_id: int, day: date, reason: str, by: Actor) -> Contact:
    """The number of a woman who holds or held a post in a unit of the actor's; it is recorded.

    Raises ``PersonUnknown`` where the actor may not see her, ``ContactsClosed`` and
    ``ReasonMissing``; then nothing is read or recorded.
    """
    card = person_card(person_id, day, by)
    if card is None:
        raise PersonUnknown(person=person_id).asked(by, CONTACTS, "person", person_id)
    if not card.contacts_unit:
        closed = ContactsClosed(name=card.name)
        if card.contacts_withdrawn:  # hers to say, not a right that lacks
            raise closed
        raise closed.asked(by, CONTACTS, "person", person_id)
    why = stated(reason)
    phone = Person.objects.values_list("phone", flat=True).get(pk=person_id)
    record_reading(
        by=by, verb="contact.read", subject="person", subject_id=person_id,
        unit_code=card.contacts_unit, reason=why, fields=["phone"],
    )  # fmt: skip
    return Contact(card.name, phone)

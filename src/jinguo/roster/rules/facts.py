"""What is recorded of a person and of a seat, and what each of it is called.

The models say it: whatever is not mere bookkeeping is a fact. A roster's row states facts under
the same names (``readers.RosterRow``); comparing, writing, undoing and the person's page go by
them.
"""

from django.db.models import Model
from django.utils.functional import Promise

from jinguo.people.models import Person
from jinguo.roster.models import Appointment


def _facts(model: type[Model], *bookkeeping: str) -> tuple[str, ...]:
    names = [field.name for field in model._meta.concrete_fields]
    return tuple(name for name in names if name not in bookkeeping)


PERSON_FACTS = _facts(Person, "id", "name", "described_on", "recorded_in", "erased_on")
SEAT_FACTS = _facts(
    Appointment,
    "id",
    "person",
    "federation",
    "starts_on",
    "ends_on",
    "dated",
    "started_by",
    "ended_by",
)

FACT_TITLES: dict[str, str | Promise] = {
    field.name: field.verbose_name
    for model in (Person, Appointment)
    for field in model._meta.concrete_fields
    if field.name in (*PERSON_FACTS, *SEAT_FACTS, "name")
}
"""What each fact of a person, her name and each fact of a seat is called."""

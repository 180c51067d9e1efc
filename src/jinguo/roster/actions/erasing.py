"""Erasing a woman from the rosters: the seats go on being counted, she is gone."""

from datetime import date

from django.db import transaction

from jinguo.audit.actions import record
from jinguo.database.scope import whole_tree
from jinguo.divisions.queries import counties
from jinguo.kernel.actor import ERASE, Actor
from jinguo.people.actions import erase
from jinguo.people.models import Person
from jinguo.roster.actions.contacting import LEAST
from jinguo.roster.actions.queueing import queue_up
from jinguo.roster.actions.tracing import workbooks_of
from jinguo.roster.errors.decisions import PersonUnknown
from jinguo.roster.errors.erasing import AlreadyErased, ErasureForbidden, NameRepeated, WhyErased
from jinguo.roster.queries.traces import seat_units, traces
from jinguo.roster.readers.cells.names import ERASED


@whole_tree()
@transaction.atomic
def erase_person(*, person_id: int, name: str, reason: str, today: date, by: Actor) -> None:
    """Erase everything she is known by. It cannot be undone.

    ``name`` is hers, written once more. The right is needed in every unit where she sits or sat.
    Her seats stay with their posts and days, so every figure of every day is what it was.
    Raises ``PersonUnknown``, ``ErasureForbidden``, ``AlreadyErased``, ``NameRepeated``,
    ``WhyErased``, and what a room above has against it; then nothing is erased.
    Source: 个人信息保护法 art. 47.
    """
    units = seat_units(person_id)
    if not any(by.may(ERASE, one.code) for one in units):
        raise PersonUnknown(person=person_id).asked(by, ERASE, "person", person_id)
    for one in units:
        if not by.may(ERASE, one.code):
            raise ErasureForbidden(unit=one.name).asked(by, ERASE, "person", person_id, one.code)
    for county in sorted(
        place.division_id
        for place in counties()
        if any(one.code.startswith(place.prefix) for one in units)
    ):
        queue_up(county)
    person = Person.objects.select_for_update().get(pk=person_id)
    if not person.name:
        raise AlreadyErased(day=person.erased_on or "—")
    if "".join(name.split()) != person.name:
        raise NameRepeated(given=name)
    why = " ".join(reason.split())
    if len(why) < LEAST:
        raise WhyErased(least=LEAST)
    found, files = traces(person_id), len(workbooks_of(person_id))
    why = why.replace(person.name, ERASED)
    erase(person_id=person_id, today=today, by=by)
    record(
        by=by, verb="person.erased", subject="person", subject_id=person_id,
        unit_code=units[0].code, reason=why, seats=found.seats, batches=found.batches,
        files=files,
    )  # fmt: skip

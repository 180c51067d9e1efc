"""Recording what a woman agreed to, and that she no longer does."""

from datetime import date

from django.db import transaction

from jinguo.audit.actions import record
from jinguo.kernel.actor import PERSONS, Actor
from jinguo.people.enums import ConsentKind, ConsentWay
from jinguo.people.models import Consent, Person
from jinguo.roster.actions.following import followed, note_followed
from jinguo.roster.errors.consents import ConsentUnfit, ConsentUnknown
from jinguo.roster.errors.decisions import PersonUnknown
from jinguo.roster.queries.people import person_card

EARLIEST = date(1950, 1, 1)
"""No consent is older than this: an earlier day is a slip of the pen."""


@transaction.atomic
def give_consent(
    *, person_id: int, kind: ConsentKind, purpose: str, way: ConsentWay, given_on: date,
    today: date, by: Actor,
) -> Consent:  # fmt: skip
    """She agreed. Raises ``PersonUnknown`` where the actor does not keep her, ``ConsentUnfit``.

    Source: 个人信息保护法 art. 13–17.
    """
    code = _kept(person_id, today, by)
    if not EARLIEST <= given_on <= today:
        raise ConsentUnfit(day=given_on)
    given = Consent.objects.create(
        person_id=person_id, kind=kind, purpose=purpose, way=way, given_on=given_on,
        recorded_by=by.name,
    )  # fmt: skip
    record(
        by=by, verb="consent.given", subject="person", subject_id=person_id, unit_code=code,
        consent=given.pk, kind=str(kind), on=given_on.isoformat(),
    )  # fmt: skip
    return given


@transaction.atomic
def withdraw_consent(
    *, person_id: int, consent_id: int, on: date, today: date, by: Actor
) -> Consent:
    """She agrees no longer: without a consent in force, nobody reads or exports her number.

    Posts and their publicity go by law and not by consent; they stay. Raises ``PersonUnknown``,
    ``ConsentUnknown`` and ``ConsentUnfit``.
    """
    code = _kept(person_id, today, by)
    in_force = Consent.objects.select_for_update().filter(person_id=person_id, withdrawn_on=None)
    found = in_force.filter(pk=consent_id).first()
    if found is None:
        raise ConsentUnknown
    if on > today or on < found.given_on:
        raise ConsentUnfit(day=on)
    found.withdrawn_on, found.withdrawn_by = on, by.name
    found.save(update_fields=["withdrawn_on", "withdrawn_by"])
    record(
        by=by, verb="consent.withdrawn", subject="person", subject_id=person_id, unit_code=code,
        consent=found.pk, kind=found.kind, on=on.isoformat(),
    )  # fmt: skip
    return found


@transaction.atomic
def follow_merge(*, kept_id: int, gone_id: int, batch_id: int) -> None:
    """Consents of a record that goes are those of the one that stays; the batch knows which."""
    moving = Consent.objects.filter(person_id=gone_id)
    numbers = [one.pk for one in moving]
    note_followed(batch_id, "consent", numbers, kept_id=kept_id, gone_id=gone_id)
    moving.update(person_id=kept_id)


@transaction.atomic
def follow_parting(*, kept_id: int, gone_id: int, batch_id: int) -> None:
    """The consents that followed go back."""
    moved = followed(batch_id, "consent")
    Consent.objects.filter(pk__in=moved, person_id=kept_id).update(person_id=gone_id)


def _kept(person_id: int, today: date, by: Actor) -> str:
    """The code of the unit for which the actor keeps her; she is locked until it is done."""
    card = person_card(person_id, today, by)
    if card is None or not card.keeps_unit:
        raise PersonUnknown(person=person_id).asked(by, PERSONS, "person", person_id)
    if not Person.objects.select_for_update().get(pk=person_id).name:
        raise PersonUnknown(person=person_id)
    return card.keeps_unit

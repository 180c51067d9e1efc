"""Erasing a person: everything she is known by goes, her number and her seats stay."""

from collections.abc import Collection
from datetime import date

from django.db import transaction

from jinguo.kernel.actor import Actor
from jinguo.kernel.events import announce
from jinguo.people.events import PersonErased
from jinguo.people.models import Consent, Person, Sound


@transaction.atomic
def erase(*, person_id: int, today: date, by: Actor) -> None:
    """Empty her record, and tell the rooms above, which empty what they keep of her.

    Whether the actor may, and that it was done, is for the caller to check and to record
    (``roster.actions.erasing``): a person has no unit here. Raises ``Person.DoesNotExist``.
    """
    person = Person.objects.select_for_update().get(pk=person_id)
    name = person.name
    for field in Person._meta.concrete_fields:
        if field.name not in ("id", "recorded_in"):
            setattr(person, field.attname, None if field.null else "")
    person.erased_on = today
    person.save()
    Consent.objects.filter(person=person).delete()
    drop_sounds({name})
    announce(PersonErased(person_id, name, today, by))


@transaction.atomic
def drop_sounds(names: Collection[str]) -> None:
    """How these names sound, as far as nobody bears them any more."""
    borne = Person.objects.filter(name__in=names).values_list("name", flat=True)
    Sound.objects.filter(name__in=set(names) - set(borne)).delete()

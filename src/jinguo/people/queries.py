"""Reading what is known of persons, with contacts masked."""

from collections.abc import Collection

from django.db import connection

from jinguo.people.enums import ConsentKind
from jinguo.people.models import Consent, Person
from jinguo.people.rules import shown_name
from jinguo.sealing.ring import ring


def masked(phone: str) -> str:
    """A phone number with its middle hidden: 19905000001 → 199****0001.

    Short numbers keep only their last two digits.
    """
    if len(phone) >= 8:
        return f"{phone[:3]}****{phone[-4:]}"
    return f"****{phone[-2:]}" if phone else ""


def people_by_phone(digits: str, *, whole: bool) -> list[int]:
    """The persons whose number is this, or ends in these four digits.

    No other endings: whoever may not read numbers could else find one out digit by digit. What
    masks show, the last four, hides nothing more.
    """
    if whole:
        return list(Person.objects.filter(phone=digits).values_list("pk", flat=True))
    heads = ring().ending_heads(digits)
    begins = " or ".join(["phone ^@ %s"] * len(heads))
    with connection.cursor() as cursor:
        cursor.execute(f"{_WITH_PHONE} and ({begins})", heads)
        return [one for (one,) in cursor.fetchall()]


_WITH_PHONE = "select id from people_person where phone <> ''"


def consents_of(person_id: int) -> list[Consent]:
    """What she agreed to, the latest first."""
    return list(Consent.objects.filter(person_id=person_id).order_by("-given_on", "-pk"))


def contacts_withdrawn(person_ids: Collection[int]) -> set[int]:
    """Those of them who agreed to the use of their number once, and no longer do."""
    about = Consent.objects.filter(person_id__in=person_ids, kind=ConsentKind.CONTACT)
    now = set(about.filter(withdrawn_on=None).values_list("person_id", flat=True))
    return set(about.values_list("person_id", flat=True)) - now


def names_of_people(person_ids: Collection[int]) -> dict[int, str]:
    """The names of these persons, by number, as far as they are known; one query."""
    found = Person.objects.filter(pk__in=person_ids).values_list("pk", "name")
    return {person_id: shown_name(name) for person_id, name in found}

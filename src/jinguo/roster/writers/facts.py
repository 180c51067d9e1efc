"""What is known of a person, as a form holds it."""

from typing import Any

from jinguo.people.models import Person
from jinguo.roster.rules.facts import PERSON_FACTS
from jinguo.roster.writers.cells import CategoryWords, written
from jinguo.sealing.ring import ring

NAMED_FACTS = ("name", *PERSON_FACTS)
_WORDS = CategoryWords()


def fact_text(name: str, value: Any) -> str:
    """One fact in the words of a roster, which its reader understands; a number as its digest."""
    if name == "phone":
        return phone_mark(value)
    return written(name, value, {}, _WORDS)


def phone_mark(phone: str) -> str:
    """By this a form knows whether the number is still the same, without holding it."""
    return ring().digest(phone) if phone else ""


def facts_of_person(person: Person) -> dict[str, str]:
    """Her name and every fact as a form was shown it (``rules.three_ways``)."""
    return {name: fact_text(name, getattr(person, name)) for name in NAMED_FACTS}


def shown_facts(person_id: int) -> dict[str, str]:
    """The same by her number; empty where there is nobody."""
    person = Person.objects.filter(pk=person_id).first()
    return facts_of_person(person) if person else {}

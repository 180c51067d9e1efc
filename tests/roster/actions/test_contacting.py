"""Numbers are read with a right, for a reason, and never unseen."""

from datetime import date

import pytest

from jinguo.audit.models import Entry
from jinguo.kernel.actor import CONTACTS, VIEW, Actor
from jinguo.people.models import Person
from jinguo.roster.actions.contacting import read_contact
from jinguo.roster.errors.contacts import ContactsClosed, ReasonMissing
from jinguo.roster.errors.decisions import PersonUnknown
from tests.factories.deeds import TODAY, unit
from tests.factories.imports import officer

VILLAGE = "350423106204"
CHAIR = officer(VILLAGE, capabilities=(VIEW, CONTACTS))
pytestmark = pytest.mark.usefixtures("qingliu")


def somebody() -> Person:
    """A woman of the village with a number."""
    found = Person.objects.filter(appointments__federation=unit(VILLAGE)).exclude(phone="")
    return found.earliest("pk")


def readings() -> list[Entry]:
    """What was recorded of reading numbers."""
    return list(Entry.objects.filter(verb="contact.read").order_by("pk"))


def test_her_chair_reads_it_and_that_is_recorded_without_the_number() -> None:
    person = somebody()

    read = read_contact(person_id=person.pk, day=TODAY, reason="  通知 会议 ", by=CHAIR)

    (entry,) = readings()
    assert (read.name, read.phone) == (person.name, person.phone)
    assert (entry.actor_id, entry.subject, entry.subject_id) == (CHAIR.id, "person", str(person.pk))
    assert entry.unit_code == f"{VILLAGE}"
    assert entry.data == {"reason": "通知 会议", "fields": ["phone"]}
    assert person.phone not in str(entry.__dict__)


def test_each_reading_is_an_entry() -> None:
    for _time in range(3):
        read_contact(person_id=somebody().pk, day=TODAY, reason="通知会议", by=CHAIR)

    assert len(readings()) == 3


@pytest.mark.parametrize("reason", ["", "   ", "会议", "a b"])
def test_without_a_reason_nothing_is_read(reason: str) -> None:
    with pytest.raises(ReasonMissing):
        read_contact(person_id=somebody().pk, day=TODAY, reason=reason, by=CHAIR)

    assert readings() == []


@pytest.mark.parametrize(
    ("by", "refusal"),
    [
        (officer(VILLAGE, capabilities=(VIEW,)), ContactsClosed),
        (officer("350423101", capabilities=(VIEW, CONTACTS)), PersonUnknown),
        (officer(VILLAGE, capabilities=(CONTACTS,)), PersonUnknown),
        (Actor(8, "无权"), PersonUnknown),
    ],
)
def test_without_the_right_nothing_is_read(by: Actor, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        read_contact(person_id=somebody().pk, day=TODAY, reason="通知会议", by=by)

    assert readings() == []


def test_the_right_in_one_of_her_units_is_enough() -> None:
    person = Person.objects.filter(appointments__federation=unit(VILLAGE)).exclude(phone="")
    sees_all = officer("350423", capabilities=(VIEW,))
    both = Actor(9, "主席", (*sees_all.grants, *CHAIR.grants))

    read = read_contact(
        person_id=person.earliest("pk").pk, day=date(2017, 8, 1), reason="核实信息", by=both
    )

    assert read.phone
    assert readings()[0].unit_code.startswith(VILLAGE)

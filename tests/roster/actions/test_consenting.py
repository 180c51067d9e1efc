"""What a woman agreed to; withdrawn, her number is neither read nor exported."""

from datetime import date

import pytest

from jinguo.access.queries.held import held_about
from jinguo.audit.models import Entry
from jinguo.kernel.actor import CONTACTS, PERSONS, VIEW, Actor, system
from jinguo.people.enums import ConsentKind, ConsentWay
from jinguo.people.models import Consent, Person
from jinguo.roster.actions.consenting import give_consent, withdraw_consent
from jinguo.roster.actions.contacting import read_contact
from jinguo.roster.actions.erasing import erase_person
from jinguo.roster.actions.merging import merge
from jinguo.roster.actions.undoing import undo
from jinguo.roster.errors.consents import ConsentUnfit, ConsentUnknown
from jinguo.roster.errors.contacts import ContactsClosed
from jinguo.roster.errors.decisions import PersonUnknown
from tests.factories.deeds import TODAY, sitting, unit
from tests.factories.exports import cells, take
from tests.factories.imports import applied, bring_list, officer, picture
from tests.factories.workbooks import woman

CODE, PHONE = "430999100200", "19905000001"
GIVEN = date(2026, 3, 8)


@pytest.fixture
def she(linshan: None) -> int:
    """王菊, who sits in 石桥村."""
    people = [
        woman("王菊", unit="红岩镇石桥村妇联", phone=PHONE, since="2018.12.20"),
        woman("李兰", unit="红岩镇石桥村妇联", phone="19905000002", since="2018.12.20"),
    ]
    applied(bring_list(*people))
    return sitting(unit(CODE), "王菊", TODAY)


def agreed(person_id: int, kind: ConsentKind = ConsentKind.CONTACT, **how: object) -> Consent:
    words = {"purpose": "会议通知", "way": ConsentWay.PAPER, "given_on": GIVEN, "by": system()}
    return give_consent(person_id=person_id, kind=kind, today=TODAY, **{**words, **how})  # type: ignore[arg-type]


def withdrawn(one: Consent, on: date = TODAY, by: Actor | None = None) -> None:
    withdraw_consent(
        person_id=one.person_id, consent_id=one.pk, on=on, today=TODAY, by=by or system()
    )


def read(person_id: int) -> str:
    return read_contact(person_id=person_id, day=TODAY, reason="通知会议", by=system()).phone


def exported() -> set[str]:
    rows = cells(take(CODE, "2020-01-01", contacts=True, reason="通知会议"))[0]
    return {str(cell) for row in rows for cell in row}


def test_withdrawn_her_number_is_neither_read_nor_exported(she: int) -> None:
    one = agreed(she)
    assert (read(she), PHONE in exported()) == (PHONE, True)

    withdrawn(one)

    with pytest.raises(ContactsClosed):
        read(she)
    assert PHONE not in exported()
    assert "19905000002" in exported()


def test_agreed_anew_it_is_read_again(she: int) -> None:
    withdrawn(agreed(she))

    agreed(she, given_on=TODAY)

    assert read(she) == PHONE


def test_another_consent_withdrawn_leaves_her_number(she: int) -> None:
    withdrawn(agreed(she, ConsentKind.PUBLICATION))

    assert read(she) == PHONE


def test_both_are_recorded_and_stand_in_her_file(she: int) -> None:
    withdrawn(agreed(she))

    verbs = Entry.objects.filter(verb__startswith="consent").values_list("verb", flat=True)
    assert list(verbs.order_by("pk")) == ["consent.given", "consent.withdrawn"]
    found = held_about(she, TODAY, system())
    assert found
    rows = next(one.rows for one in found[1] if one.title == "同意")
    assert [(row[0], row[1], row[3]) for row in rows] == [("联系电话", "会议通知", str(TODAY))]


def test_what_cannot_be_is_refused_and_changes_nothing(she: int) -> None:
    one = agreed(she)
    stranger = officer("430999100201", capabilities=(VIEW, PERSONS, CONTACTS))
    before = picture("people_consent", "audit_entry")

    with pytest.raises(ConsentUnfit):
        agreed(she, given_on=date(2027, 1, 1))
    with pytest.raises(ConsentUnfit):
        withdrawn(one, date(2026, 3, 7))
    with pytest.raises(PersonUnknown):
        agreed(she, by=stranger)
    with pytest.raises(PersonUnknown):
        withdrawn(one, by=stranger)

    assert picture("people_consent", "audit_entry") == before
    withdrawn(one)
    with pytest.raises(ConsentUnknown):
        withdrawn(one)


def test_consents_follow_a_merge_and_the_parting(she: int) -> None:
    other = woman("王局", unit="红岩镇大坪村妇联", phone=PHONE, since="2019.1.1")
    applied(bring_list(other))
    gone = Person.objects.get(name="王局")
    one = agreed(gone.pk)

    batch = merge(kept_id=she, gone_id=gone.pk, by=system())
    one.refresh_from_db()
    merged = one.person_id
    undo(batch_id=batch.pk, by=system())
    one.refresh_from_db()

    assert (merged, one.person_id) == (she, gone.pk)


def test_erased_she_has_none(she: int) -> None:
    agreed(she)

    erase_person(person_id=she, name="王菊", reason="本人申请", today=TODAY, by=system())

    assert not Consent.objects.exists()
    with pytest.raises(PersonUnknown):
        agreed(she)

"""An office begins with the key that opens what it has, or not at all."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.exceptions import FieldError
from django.db import IntegrityError, connection, transaction
from django.db.models import F

from jinguo.database.bootstrap import prepare_database
from jinguo.database.home import home_path
from jinguo.kernel.actor import system
from jinguo.people.models import Person
from jinguo.people.queries import people_by_phone
from jinguo.sealing import keyfile
from jinguo.sealing.actions import bring_keys
from jinguo.sealing.cipher import fingerprint
from jinguo.sealing.doctor import key_checks
from jinguo.sealing.errors import KeyMissing, KeyUnreadable, KeyWrong
from jinguo.sealing.models import SealingKey
from jinguo.sealing.ring import ring

OTHER = keyfile.written({1: bytes(range(32))})


def stored(person: Person) -> str:
    with connection.cursor() as cursor:
        cursor.execute("select phone from people_person where id = %s", [person.pk])
        return str(cursor.fetchone()[0])


def test_the_table_holds_no_number_and_the_model_does(db: None) -> None:
    person = Person.objects.create(name="李梅", phone="19905000001")

    assert stored(person) == ring().seal_contact("19905000001")
    assert Person.objects.get(pk=person.pk).phone == "19905000001"
    assert Person.objects.filter(phone="19905000001").get() == person
    assert Person.objects.values_list("phone", flat=True).get(pk=person.pk) == "19905000001"


def test_a_number_is_found_whole_and_by_its_ending_and_not_otherwise(db: None) -> None:
    person = Person.objects.create(name="李梅", phone="19905000001")
    Person.objects.create(name="王芳", phone="19905000002")
    Person.objects.create(name="赵英")

    assert people_by_phone("19905000001", whole=True) == [person.pk]
    assert people_by_phone("0001", whole=False) == [person.pk]
    assert people_by_phone("001", whole=False) == []


@pytest.mark.parametrize("lookup", ["startswith", "endswith", "contains", "gt", "in"])
def test_no_part_of_a_sealed_number_can_be_asked_for(db: None, lookup: str) -> None:
    with pytest.raises(FieldError):
        Person.objects.filter(**{f"phone__{lookup}": "199"})


def test_the_table_refuses_a_number_in_clear(db: None) -> None:
    person = Person.objects.create(name="李梅")

    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("update people_person set phone = '19905000001' where id = %s", [person.pk])
    assert stored(person) == ""


def test_writing_one_number_over_another_seals_it_too(db: None) -> None:
    person = Person.objects.create(name="李梅", phone="19905000001")

    Person.objects.filter(pk=person.pk).update(phone="19905000002")
    person.phone = "19905000003"
    Person.objects.bulk_update([person], ["phone"])
    assert stored(person) == ring().seal_contact("19905000003")
    Person.objects.filter(pk=person.pk).update(phone=F("phone"))
    assert Person.objects.get(pk=person.pk).phone == "19905000003"


def test_a_new_database_knows_its_key_by_its_fingerprint(db: None) -> None:
    ((number, secret),) = keyfile.read_keys().items()

    assert list(SealingKey.objects.values_list("number", "fingerprint")) == [
        (number, fingerprint(secret))
    ]


def test_without_its_key_an_office_does_not_begin(
    own_database: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    own_database("test_jinguo")
    monkeypatch.setattr(keyfile, "FILE", "elsewhere.key")

    with pytest.raises(KeyMissing) as missing:
        prepare_database()

    assert "JINGUO_CONTACT_KEY" in str(missing.value)
    assert not (home_path() / "elsewhere.key").exists()  # nothing new beside sealed data


def test_with_another_key_an_office_does_not_begin(
    own_database: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    own_database("test_jinguo")
    monkeypatch.setenv(keyfile.VARIABLE, OTHER)

    with pytest.raises(KeyWrong) as wrong:
        prepare_database()

    assert fingerprint(bytes(range(32))) in str(wrong.value)


def test_a_damaged_key_is_said_to_be_one(
    own_database: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    own_database("test_jinguo")
    monkeypatch.setenv(keyfile.VARIABLE, "1:damaged")

    with pytest.raises(KeyUnreadable):
        prepare_database()


def test_a_key_that_opens_nothing_is_not_taken_in(db: None) -> None:
    with pytest.raises(KeyWrong):
        bring_keys(keys={1: bytes(range(32))}, by=system())

    assert keyfile.read_keys() != {1: bytes(range(32))}


def test_the_right_key_is_taken_in_and_the_other_set_aside(
    db: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    right = keyfile.read_keys()
    monkeypatch.setenv("JINGUO_HOME", str(tmp_path))
    keyfile.keep({1: bytes(range(32))})

    kept = bring_keys(keys=right, by=system())

    assert kept.stat().st_mode & 0o777 == 0o600
    assert keyfile.read_keys() == right
    aside = (tmp_path / "contact.key.before.1").read_text()
    assert keyfile.keys_in(aside, "") == {1: bytes(range(32))}


def test_the_doctor_says_that_others_can_read_the_key(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = keyfile.read_keys()
    monkeypatch.setattr(keyfile, "FILE", "open.key")
    path = keyfile.keep(right)
    (well,) = key_checks()
    path.chmod(0o644)

    (ill,) = key_checks()

    assert (well.ok, ill.ok) == (True, False)
    assert "chmod 600" in ill.remedy
    path.unlink()

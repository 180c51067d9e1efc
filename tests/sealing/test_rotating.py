"""A new key takes the place of the old while others work, and breaking off loses nothing."""

from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest
from django.db import connection

from jinguo.audit.models import Entry
from jinguo.database.home import home_path
from jinguo.files.models import StoredFile
from jinguo.kernel.actor import system
from jinguo.people.models import Person
from jinguo.people.queries import people_by_phone
from jinguo.roster.actions.undoing import undo
from jinguo.roster.models import Change, ListDay
from jinguo.sealing import keyfile
from jinguo.sealing.actions import rotate
from jinguo.sealing.actions.rotating import sealed_columns
from jinguo.sealing.errors import KeyFromOutside, RotationRuns, RotationWaits, SealBroken
from jinguo.sealing.models import SealingKey
from jinguo.sealing.ring import Ring, ring
from tests.factories.deeds import TODAY, unit
from tests.factories.imports import bring

VILLAGE = "350423106204"
PHONE = "19905009904"
FILE = ("名册.csv", f"单位,姓名,职务,联系电话\n石下村妇联,吴霜,执委,{PHONE}\n".encode())


class BrokenOff(Exception):
    """As a kill does it: in the middle."""


@pytest.fixture
def office(
    own_database: Callable[[str], str], qingliu_database: str, monkeypatch: pytest.MonkeyPatch
) -> Iterator[dict[int, str]]:
    """The demo county with a batch that changed numbers, its key in a file of its own."""
    own_database(qingliu_database)
    first = dict(keyfile.read_keys())
    monkeypatch.setattr(keyfile, "FILE", "rotating.key")
    keyfile.keep(first)
    woman = Person.objects.filter(appointments__federation=unit(VILLAGE)).earliest("pk")
    row = f"石下村妇联,{woman.name},执委,19905009905,{woman.birth_month:%Y.%m}"
    text = f"单位,姓名,职务,联系电话,出生年月\n{row}\n"
    assert bring(("一.csv", text.encode()), into="350423", as_of=TODAY).batch
    yield dict(Person.objects.exclude(phone="").values_list("pk", "phone"))
    for left in home_path().glob("rotating.key*"):
        left.unlink()


def heads() -> dict[str, set[str]]:
    """The keys by which each column is sealed."""
    found: dict[str, set[str]] = {}
    with connection.cursor() as cursor:
        for table, column, _field in sealed_columns():
            cursor.execute(f"select {column} from {table}")  # noqa: S608
            texts = [_text(value) for (value,) in cursor.fetchall()]
            marks = {part[:3] for text in texts for part in text.split('"') if part[:1] == "s"}
            found[f"{table}.{column}"] = {mark for mark in marks if mark.endswith(":")}
    return found


def another() -> psycopg.Connection[Any]:
    """A session of somebody else in the same database."""
    wanted = ("host", "port", "user", "password", "dbname")
    given = connection.get_connection_params()
    return psycopg.connect(**{name: given[name] for name in wanted if given.get(name)})


def _text(value: Any) -> str:
    return (
        bytes(value[:3]).decode("latin-1") if isinstance(value, memoryview | bytes) else str(value)
    )


def test_everything_is_sealed_by_the_new_key_and_reads_as_before(office: dict[int, str]) -> None:
    before = heads()
    assert set().union(*before.values()) == {"s1:"}

    done = rotate(by=system())

    assert done.number == 2
    assert {name for name, keys in before.items() if keys} >= {
        "people_person.phone", "files_storedfile.content", "roster_batch.report",
        "roster_change.before", "roster_change.after",
    }  # fmt: skip
    assert heads() == {name: {"s2:"} if keys else set() for name, keys in before.items()}
    assert dict(Person.objects.exclude(phone="").values_list("pk", "phone")) == office
    number = next(iter(office.values()))
    assert people_by_phone(number, whole=True)
    assert set(people_by_phone(number, whole=True)) <= set(
        people_by_phone(number[-4:], whole=False)
    )
    assert all(len(one.content) == one.size for one in StoredFile.objects.all())
    assert not ListDay.objects.exclude(digest="").exists()


def test_the_old_key_opens_nothing_more_and_is_set_aside(office: dict[int, str]) -> None:
    old = Ring(keyfile.read_keys())
    rotate(by=system())

    assert list(keyfile.read_keys()) == [2]
    assert SealingKey.objects.filter(retired_at=None).get().number == 2
    aside = home_path() / "rotating.key.before.1"
    assert set(keyfile.keys_in(aside.read_text(), "")) == {1, 2}
    with pytest.raises(SealBroken):
        old.open_contact(ring().seal_contact(PHONE))


def test_undoing_what_was_done_before_the_new_key_brings_back_the_number(
    office: dict[int, str],
) -> None:
    changed = Change.objects.filter(subject="person", before__has_key="phone").latest("pk")
    rotate(by=system())

    undo(batch_id=changed.batch_id, by=system("test"))

    assert Person.objects.get(pk=changed.subject_id).phone == changed.before["phone"]


def test_broken_off_both_keys_open_and_once_more_ends_it(office: dict[int, str]) -> None:
    def break_off(table: str, _rows: int) -> None:
        if table == "people_person":
            raise BrokenOff

    with pytest.raises(BrokenOff):
        rotate(by=system(), told=break_off)
    assert set(keyfile.read_keys()) == {1, 2}
    assert len(set().union(*heads().values())) == 2
    Person.objects.filter(pk=min(office)).update(phone=PHONE)
    assert people_by_phone(PHONE, whole=True) == [min(office)]
    assert bring(FILE, into="350423", as_of=TODAY.replace(day=26)).batch

    rotate(by=system())

    assert set().union(*heads().values()) == {"s2:"}
    assert dict(Person.objects.exclude(phone="").values_list("pk", "phone")) | office | {
        min(office): PHONE
    } == dict(Person.objects.exclude(phone="").values_list("pk", "phone"))
    assert SealingKey.objects.count() == 2
    told = Entry.objects.filter(subject="key").order_by("pk")
    assert [(one.verb, one.subject_id) for one in told] == [
        ("key.added", "2"),
        ("key.retired", "1"),
    ]


def test_numbers_of_both_keys_are_found_while_it_lasts(office: dict[int, str]) -> None:
    """An import finds a woman by name and number though the number is still under the old key."""
    old = keyfile.read_keys()
    woman = Person.objects.get(pk=min(office))
    keyfile.keep({**old, 2: bytes(range(32))})

    assert Person.objects.filter(phone=woman.phone).count() >= 1
    assert woman.pk in people_by_phone(woman.phone, whole=True)
    assert woman.pk in people_by_phone(woman.phone[-4:], whole=False)


def test_the_old_key_stays_while_somebody_is_at_work_since_before(office: dict[int, str]) -> None:
    parameters = connection.get_connection_params()
    parameters = {
        k: v for k, v in parameters.items() if k in ("host", "port", "user", "password", "dbname")
    }
    with psycopg.connect(**parameters) as other:
        other.execute("select 1")

        with pytest.raises(RotationWaits):
            rotate(by=system(), patience=0.3)

        assert set(keyfile.read_keys()) == {1, 2}
        assert SealingKey.objects.filter(retired_at=None).count() == 2
        other.rollback()
        assert rotate(by=system(), patience=5).number == 2
    assert list(keyfile.read_keys()) == [2]


def test_two_do_not_rotate_at_once(office: dict[int, str]) -> None:
    parameters = connection.get_connection_params()
    parameters = {
        k: v for k, v in parameters.items() if k in ("host", "port", "user", "password", "dbname")
    }
    with psycopg.connect(**parameters, autocommit=True) as other:
        other.execute("select pg_advisory_lock(%s)", [0x6B657973])
        with pytest.raises(RotationRuns):
            rotate(by=system())

    assert list(keyfile.read_keys()) == [1]


def test_a_key_from_the_environment_needs_its_successor_there(
    office: dict[int, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = dict(keyfile.read_keys())
    monkeypatch.setenv(keyfile.VARIABLE, keyfile.written(keys))
    with pytest.raises(KeyFromOutside):
        rotate(by=system())
    monkeypatch.setenv(keyfile.VARIABLE, keyfile.written({**keys, 2: bytes(range(32))}))

    rotate(by=system())

    assert set().union(*heads().values()) == {"s2:"}
    monkeypatch.setenv(keyfile.VARIABLE, keyfile.written({2: bytes(range(32))}))
    assert Person.objects.get(pk=min(office)).phone == office[min(office)]

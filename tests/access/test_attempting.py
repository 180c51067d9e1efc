"""Deeds refused for want of a right, wherever they are asked for."""

from collections.abc import Callable

import click
import pytest
from click.testing import CliRunner

from jinguo.access.actions.attempting import record_attempts
from jinguo.access.actions.handing_out import hand_out
from jinguo.audit.models import Entry
from jinguo.cli.main import _Words
from jinguo.elections.actions.calling import Call, call
from jinguo.elections.models import Congress
from jinguo.kernel.actor import APPOINT, ELECT, ERASE, IMPORT, PERSONS, VIEW, Actor, Grant
from jinguo.kernel.attempts import NotPermitted, attempts
from jinguo.roster.actions.deciding import Departure
from jinguo.roster.actions.erasing import erase_person
from jinguo.roster.actions.merging import merge
from jinguo.roster.actions.undoing import undo
from jinguo.roster.enums import Deed, Leaving
from jinguo.roster.models import Appointment, Batch
from tests.factories.deeds import TODAY, corrected, deed, sitting, unit
from tests.factories.imports import picture

VILLAGE = "350423106204"
HER = "尹寒巧"
MAYS = Actor(7, "某人", (Grant(VIEW, "350423"),), "command line")

pytestmark = pytest.mark.usefixtures("qingliu")


def her() -> int:
    return sitting(unit(VILLAGE), HER, TODAY)


def other() -> int:
    found = Appointment.objects.filter(federation_id=unit(VILLAGE), ends_on=None)
    return found.exclude(person_id=her()).earliest("pk").person_id


def released() -> None:
    gone = [Departure(her(), Leaving.RESIGNED)]
    deed(Deed.RELEASE, unit(VILLAGE), TODAY, by=MAYS, leave=gone)


def erased() -> None:
    erase_person(person_id=her(), name=HER, reason="本人要求删除", today=TODAY, by=MAYS)


DEEDS: list[tuple[Callable[[], object], str, str]] = [
    (released, "unit", APPOINT),
    (lambda: corrected(her(), by=MAYS, occupation="教师"), "person", PERSONS),
    (erased, "person", ERASE),
    (lambda: merge(kept_id=her(), gone_id=other(), by=MAYS), "person", PERSONS),
    (lambda: undo(batch_id=Batch.objects.earliest("pk").pk, by=MAYS), "batch", IMPORT),
    (lambda: hand_out(person_id=her(), reason="她要", today=TODAY, by=MAYS), "person", PERSONS),
    (lambda: call(federation_id=unit(VILLAGE), words=Call(TODAY, 5, 1), by=MAYS), "unit", ELECT),
]


@pytest.mark.parametrize(("deed_", "subject", "right"), DEEDS)
def test_a_deed_without_the_right_changes_nothing_and_is_one_entry(
    deed_: Callable[[], object], subject: str, right: str
) -> None:
    before, entries = picture(), Entry.objects.count()

    with attempts() as tried, pytest.raises(NotPermitted) as refusal:
        deed_()
    record_attempts(tried, what="POST /somewhere/")

    assert picture() == before
    assert Congress.objects.count() == 0
    entry = Entry.objects.latest("pk")
    assert Entry.objects.count() == entries + 1
    assert (entry.verb, entry.actor_name, entry.subject) == ("access.refused", MAYS.name, subject)
    assert entry.data == {
        "what": "POST /somewhere/", "why": refusal.value.code, "right": right,
    }  # fmt: skip
    assert entry.unit_code.startswith("350423")


def test_a_command_records_what_its_actor_may_not() -> None:
    group = _Words("jinguo", commands={"release": click.Command("release", callback=released)})
    before = picture()

    done = CliRunner().invoke(group, ["release"])

    assert done.exit_code == 1
    assert "Traceback" not in done.output
    assert picture() == before
    entry = Entry.objects.get(verb="access.refused")
    assert (entry.data["what"], entry.origin) == ("jinguo release", "command line")


def test_what_does_not_exist_is_no_attempt() -> None:
    with attempts() as tried, pytest.raises(NotPermitted):
        hand_out(person_id=999999999, reason="她要", today=TODAY, by=MAYS)
    record_attempts(tried, what="POST /people/999999999/file/")

    assert not Entry.objects.filter(verb="access.refused").exists()

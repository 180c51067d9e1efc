"""Her file on the page, as a Word file, and from the command line."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from django.test import Client

from jinguo.audit.models import Entry
from jinguo.cli.persons import person
from jinguo.people.models import Person
from jinguo.roster.models import Appointment
from tests.factories.deeds import unit
from tests.web.conftest import Reader
from tests.web.pages import queries, text

VILLAGE = "350423106204"


@pytest.fixture
def woman(qingliu: None) -> Person:
    """The chair of 石下村."""
    seat = Appointment.objects.filter(federation_id=unit(VILLAGE), post="chair", ends_on=None)
    return seat.select_related("person").earliest("pk").person


def test_the_page_shows_every_part(county: Client, woman: Person) -> None:
    page = text(county, f"/people/{woman.pk}/file/")

    for title in ("基本情况", "资料变更", "任职经历", "任免", "参选情况", "账号和邀请", "操作记录"):
        assert title in page
    assert woman.phone not in page
    assert Entry.objects.filter(verb="personal.read", subject_id=str(woman.pk)).exists()


def test_her_own_chair_takes_it_with_her_number(reader: Reader, woman: Person) -> None:
    answer = reader("village").post(f"/people/{woman.pk}/file/", {"reason": "本人申请查阅"})

    assert answer.status_code == 200
    assert answer.content.startswith(b"PK")
    assert "docx" in answer["Content-Disposition"]
    assert Entry.objects.get(verb="person.file").data["reason"] == "本人申请查阅"


@pytest.mark.parametrize("role", ["executive", "auditor", "administrator"])
def test_whoever_keeps_no_persons_takes_nothing(role: str, reader: Reader, woman: Person) -> None:
    assert reader(role).post(f"/people/{woman.pk}/file/", {"reason": "查阅"}).status_code == 404
    assert not Entry.objects.filter(verb="person.file").exists()


def test_the_page_asks_as_much_for_one_seat_as_for_three(county: Client, woman: Person) -> None:
    once = queries(county, f"/people/{woman.pk}/file/")
    seat = Appointment.objects.filter(person=woman).earliest("pk")
    for post in ("delegate", "group_member"):
        seat.pk, seat.post = None, post
        seat.save()

    assert queries(county, f"/people/{woman.pk}/file/") - once <= 4


def test_the_command_writes_it_once(woman: Person, tmp_path: Path) -> None:
    target = tmp_path / "file.docx"

    first = CliRunner().invoke(person, ["file", str(woman.pk), "-o", str(target)])
    second = CliRunner().invoke(person, ["file", str(woman.pk), "-o", str(target)])

    assert first.exit_code == 0, first.output
    assert target.read_bytes().startswith(b"PK")
    assert second.exit_code == 1
    assert Entry.objects.filter(verb="person.file").count() == 1

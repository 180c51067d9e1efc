"""An office that has data in clear has it sealed by the next migration."""

from collections.abc import Callable
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.db import connection

from jinguo.database.owner import as_owner
from jinguo.files.models import StoredFile
from jinguo.people.models import Person
from jinguo.roster.models import Appointment, Batch, Change
from tests.factories.deeds import TODAY, unit
from tests.factories.imports import bring
from tests.sealing.dumping import dumped, found_in

STEPS = (
    "jinguo.people.migrations.0071_sealed_phones",
    "jinguo.files.migrations.0002_sealed_content",
    "jinguo.roster.migrations.0011_sealed_changes",
    "jinguo.roster.migrations.0012_sealed_reports",
)
CHECK = (
    "alter table people_person add constraint phone_is_sealed check (phone like 's%' or phone = '')"
)


def run(what: str) -> None:
    """The forward or backward half of every step that seals, as the owner."""
    editor = SimpleNamespace(connection=connection)
    for step in STEPS:
        getattr(import_module(step), what)(None, editor)


@pytest.fixture
def phone(own_database: Callable[[str], str], qingliu_database: str) -> str:
    """The number of somebody in a county that was worked in before anything was sealed."""
    own_database(qingliu_database)
    woman = Person.objects.filter(appointments__federation=unit("350423106204")).earliest("pk")
    row = f"石下村妇联,{woman.name},执委,19905009904,{woman.birth_month:%Y.%m}"
    file = ("名册.csv", f"单位,姓名,职务,联系电话,出生年月\n{row}\n".encode())
    assert bring(file, into="350423", as_of=TODAY).batch
    with as_owner():
        with connection.cursor() as cursor:
            cursor.execute("alter table people_person drop constraint phone_is_sealed")
        run("open_again")
    return "19905009904"


def test_numbers_among_words_are_masked_by_the_next_migration(phone: str) -> None:
    seat = Appointment.objects.earliest("pk")
    before = {"remark": f"电话{phone}", "post": seat.post}
    batch_id = max(Batch.objects.values_list("pk", flat=True))
    Appointment.objects.filter(pk=seat.pk).update(remark=f"新号 {phone}，短号660001")
    Change.objects.create(
        batch_id=batch_id, subject="appointment", subject_id=seat.pk, before=before, after=before
    )

    with as_owner():
        step = import_module("jinguo.roster.migrations.0016_numbers_in_words")
        step.mask(None, SimpleNamespace(connection=connection))

    assert Appointment.objects.get(pk=seat.pk).remark == "新号 199****9904，短号660001"
    image = Change.objects.get(subject="appointment", subject_id=seat.pk, batch_id=batch_id)
    assert image.before == {"remark": "电话199****9904", "post": seat.post}


def test_what_stands_in_clear_is_sealed_and_then_reads_as_before(phone: str) -> None:
    assert found_in(dumped(), [phone]) == [phone]

    with as_owner():
        run("seal")
        with connection.cursor() as cursor:
            cursor.execute(CHECK)

    assert found_in(dumped(), [phone]) == []
    assert Person.objects.filter(phone=phone).exists()
    assert any(one.after.get("phone") == phone for one in Change.objects.filter(subject="person"))
    assert any(phone.encode() in bytes(one.content) for one in StoredFile.objects.all())
    assert Batch.objects.latest("pk").report["rows"] == 1

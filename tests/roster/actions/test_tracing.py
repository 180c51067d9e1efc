"""Of the workbooks of her batches, those that have her row."""

from datetime import date
from typing import Any

import pytest
from django.db import connection

from jinguo.files.models import StoredFile
from jinguo.kernel.actor import system
from jinguo.people.models import Person
from jinguo.roster.actions.erasing import erase_person
from jinguo.roster.actions.tracing import workbooks_of
from jinguo.roster.models import BatchFile
from tests.factories.deeds import TODAY, corrected
from tests.factories.imports import applied, bring
from tests.factories.workbooks import Woman, book, committee, sheet

BRIDGE, HILL = "红岩镇石桥村妇联", "红岩镇大坪村妇联"
pytestmark = pytest.mark.usefixtures("linshan")


def brought(**files: list[Woman]) -> None:
    """One batch of these workbooks."""
    applied(bring(*((f"{name}.xlsx", book(sheet(*rows))) for name, rows in files.items())))


def of(name: str, **facts: Any) -> tuple[str, ...]:
    return workbooks_of(Person.objects.get(name=name, **facts).pk)


def two_villages() -> None:
    bridge = committee(BRIDGE, "张梅", "李兰", "王菊")
    hill = committee(HILL, "赵竹", "钱芳", "王菊")
    hill[2]["birth"] = "1990.05"
    brought(石桥=bridge, 大坪=hill)


def test_only_the_workbook_with_her_row_is_named() -> None:
    two_villages()

    assert of("张梅") == ("石桥.xlsx",)
    assert of("赵竹") == ("大坪.xlsx",)


def test_a_namesake_in_another_unit_does_not_count() -> None:
    two_villages()

    assert of("王菊", birth_month=date(1990, 5, 1)) == ("大坪.xlsx",)


def test_every_workbook_with_a_row_of_hers_is_named() -> None:
    bridge = committee(BRIDGE, "张梅", "李兰", "王菊")
    hill = committee(HILL, "赵竹", "钱芳")
    hill.append({**bridge[0], "unit": HILL, "post": "执委", "phone": "19905000011"})
    bridge[0]["phone"] = "19905000011"
    brought(石桥=bridge, 大坪=hill)

    assert of("张梅") == ("石桥.xlsx", "大坪.xlsx")


def test_she_is_found_under_the_name_she_had_before_a_correction() -> None:
    two_villages()
    corrected(Person.objects.get(name="张梅").pk, name="章玫", birth_month="1985.02")

    assert of("章玫") == ("石桥.xlsx",)


@pytest.mark.parametrize("content", [b"", b"nothing that can be opened"])
def test_where_one_cannot_be_read_all_are_named(content: bytes) -> None:
    two_villages()
    torn = BatchFile.objects.get(name="大坪.xlsx").stored
    torn.content = content
    torn.save()

    assert of("张梅") == ("石桥.xlsx", "大坪.xlsx")


def test_where_a_seal_is_broken_all_are_named() -> None:
    two_villages()
    torn = BatchFile.objects.get(name="大坪.xlsx").stored_id
    with connection.cursor() as cursor:
        cursor.execute("update files_storedfile set content = 's1:torn' where id = %s", [torn])

    assert of("张梅") == ("石桥.xlsx", "大坪.xlsx")


def test_of_her_who_was_erased_none_shows_and_all_are_named() -> None:
    two_villages()
    hers = Person.objects.get(name="张梅").pk
    erase_person(person_id=hers, name="张梅", reason="本人申请", today=TODAY, by=system())

    assert workbooks_of(hers) == ("石桥.xlsx", "大坪.xlsx")


def test_of_one_workbook_there_is_nothing_to_look_up() -> None:
    brought(石桥=committee(BRIDGE, "张梅", "李兰", "王菊"))
    StoredFile.objects.update(content=b"")

    assert of("张梅") == ("石桥.xlsx",)

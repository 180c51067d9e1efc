"""A list that is known to the word adds nothing, and is known without looking for its people."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jinguo.kernel.actor import system
from jinguo.roster.actions.undoing import undo
from jinguo.roster.models import Appointment, Batch, ListDay
from tests.factories.imports import applied, bring_list, counts, found, names, picture
from tests.factories.workbooks import committee, woman

UNIT, OTHER = "红岩镇大坪村", "红岩镇石桥村"
FOUR = ("张梅", "李兰", "王菊", "赵竹")

pytestmark = pytest.mark.usefixtures("linshan")


def test_a_known_list_is_known_in_any_order_of_its_rows_and_needs_no_seats() -> None:
    women = committee(UNIT, *FOUR, since="2018.12.20", phone="", occupation="村民")
    applied(bring_list(*women))
    before = picture()

    with CaptureQueriesContext(connection) as asked:
        report = bring_list(*reversed(women), name="再交.xlsx")

    assert (*counts(report), report.people, report.batch) == (0, 0, 0, 4, 4, None)
    assert picture() == before
    assert not [one for one in asked if "from roster_appointment a where" in one["sql"]]


def test_a_cell_that_differs_makes_it_another_list() -> None:
    women = committee(UNIT, *FOUR, since="2018.12.20")
    applied(bring_list(*women))
    women[3]["occupation"] = "教师"

    assert counts(bring_list(*women)) == (0, 0, 1, 3)


def test_of_two_units_only_the_one_that_differs_is_looked_at() -> None:
    women = [*committee(UNIT, *FOUR[:2]), *committee(OTHER, *FOUR[2:])]
    applied(bring_list(*women))

    report = bring_list(*women, woman("孙雪", unit=OTHER))

    assert (*counts(report), report.people) == (1, 0, 0, 4, 5)


def test_a_list_that_was_corrected_since_is_no_longer_known() -> None:
    women = committee(UNIT, *FOUR, since="2018.12.20")
    applied(bring_list(*women))
    applied(bring_list(*women[:3]))

    report = applied(bring_list(*women))

    assert counts(report) == (1, 0, 0, 3)
    assert names("2019-03-01") == sorted(FOUR)


def test_an_undone_list_is_no_longer_known() -> None:
    women = committee(UNIT, *FOUR)
    batch = applied(bring_list(*women)).batch
    assert batch is not None
    undo(batch_id=batch, by=system())

    assert counts(bring_list(*women)) == (4, 0, 0, 0)


def test_a_known_list_takes_back_nothing_that_a_newer_one_said() -> None:
    women = committee(UNIT, *FOUR, since="2018.12.20", occupation="村民")
    applied(bring_list(*women))
    newer = committee(UNIT, *FOUR, since="2018.12.20", occupation="教师")
    applied(bring_list(*newer, day="2020年3月1日"))

    assert counts(bring_list(*women)) == (0, 0, 0, 4)
    occupations = Appointment.objects.values_list("person__occupation", flat=True)
    assert set(occupations) == {"教师"}


def test_a_list_with_something_to_say_says_it_every_time() -> None:
    women = [*committee(UNIT, *FOUR), woman("张梅", "主席", unit=UNIT, birth="1960.01")]
    first = applied(bring_list(*women))

    again = bring_list(*women)

    assert set(ListDay.objects.values_list("digest", flat=True)) == {""}
    assert found(first) == found(again)
    assert counts(again) == (0, 0, 0, 4)


def test_neither_a_preview_nor_a_known_list_uses_up_a_number() -> None:
    first = applied(bring_list(*committee(UNIT, *FOUR))).batch
    assert first is not None

    for _ in range(3):
        bring_list(*committee(OTHER, *FOUR), apply=False)
        bring_list(*committee(UNIT, *FOUR))

    assert applied(bring_list(*committee(OTHER, *FOUR))).batch == first + 1
    assert Batch.objects.count() == 2

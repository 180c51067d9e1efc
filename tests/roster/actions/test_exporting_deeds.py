"""Rosters written of units in which posts were given and taken by hand, and of units that ended."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from jinguo.federations.actions import merge
from jinguo.kernel.actor import system
from jinguo.roster.enums import Deed
from tests.factories.counties import LINSHAN
from tests.factories.deeds import deed, new, release, unit
from tests.factories.exports import again, cells, moves, take
from tests.factories.imports import applied, bring_list
from tests.factories.workbooks import committee

UNIT = "红岩镇大坪村妇联"
VILLAGE = "430999100201"


def days(*around: str) -> Iterator[str]:
    """Each day, the one before it and the one after."""
    for text in around:
        for step in (-1, 0, 1):
            yield str(date.fromisoformat(text) + timedelta(days=step))


@pytest.fixture
def lived(linshan: None) -> int:
    """A committee of a list, in which one resigned, one was appointed, one put in her place."""
    applied(bring_list(*committee(UNIT, "张梅", "李兰", "王菊", "赵竹", since="2018.12.20")))
    federation = unit(VILLAGE, date(2019, 3, 1))
    release(federation, "王菊", date(2019, 5, 1))
    deed(Deed.APPOINTMENT, federation, date(2019, 6, 1), enter=[new("周芳")])
    return federation


@pytest.mark.usefixtures("lived")
def test_every_day_of_a_life_by_hand_imports_again_without_a_change() -> None:
    changed = {}
    for day in days("2018-12-20", "2019-03-01", "2019-05-01", "2019-06-01", "2025-01-01"):
        taken = take(VILLAGE, day)
        if taken.rows:
            report = again(taken)
            changed[day] = (*moves(report), report.refused)

    assert changed == dict.fromkeys(changed, (0, 0, 0, False))
    assert len(changed) == 14


@pytest.mark.usefixtures("lived")
def test_who_came_by_hand_stands_on_the_list_with_her_day() -> None:
    rows = cells(take(VILLAGE, "2020-01-01"))[0][3:7]

    assert [(row[2], row[12]) for row in rows] == [
        ("张梅", "2018.12.20"), ("李兰", "2018.12.20"), ("赵竹", "2018.12.20"),
        ("周芳", "2019.6.1"),
    ]  # fmt: skip


def test_a_village_that_was_merged_is_listed_until_its_last_day(linshan: None) -> None:
    applied(bring_list(*committee("红岩镇石桥村妇联", "张梅", "李兰"), *committee(UNIT, "王菊")))
    gone, kept = unit("430999100200", date(2019, 3, 1)), unit(VILLAGE, date(2019, 3, 1))
    merge(federation_ids=[gone], into_id=kept, on=date(2019, 9, 1), by=system("test"))

    before, after = take("430999100", "2019-08-31"), take("430999100", "2019-09-01")

    assert (before.rows, after.rows) == (3, 1)
    assert moves(again(before)) == moves(again(after)) == (0, 0, 0)


def test_a_village_under_another_code_and_township_name_imports_again(linshan: None) -> None:
    applied(
        bring_list(
            *committee("白沙乡石桥村妇联", "张梅", "李兰"), *committee("白沙乡青山村妇联", "王菊")
        )
    )

    for day in days("2020-10-31", "2019-03-01"):
        if (taken := take(LINSHAN, day)).rows:
            report = again(taken)
            assert (day, moves(report), report.refused) == (day, (0, 0, 0), False)

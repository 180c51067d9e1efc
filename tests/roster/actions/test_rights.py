"""Whoever imports may do so below her own place only."""

import pytest

from jinguo.kernel.actor import VIEW
from jinguo.roster.errors import CountyForbidden
from tests.factories.imports import (
    ALL_TABLES,
    applied,
    bring_list,
    officer,
    periods,
    picture,
    refusals,
)
from tests.factories.workbooks import cell, committee

ROCK, SAND, STREET = "430999100", "430999101", "430999001"
WOMEN = ("张梅", "李兰")

pytestmark = pytest.mark.usefixtures("linshan")


def test_a_township_imports_its_own_villages() -> None:
    applied(bring_list(*committee("红岩镇大坪村", *WOMEN), by=officer(ROCK)))

    assert len(periods(ROCK)) == 2


def test_a_township_that_was_given_a_new_code_imports_lists_of_its_old_days() -> None:
    applied(bring_list(*committee("白沙乡瑶山村", *WOMEN), by=officer(SAND), day="2019年3月1日"))

    assert len(periods(SAND)) == 2


def test_rows_of_another_township_are_refused_at_their_cell() -> None:
    people = [*committee("红岩镇大坪村", *WOMEN), *committee("白沙镇瑶山村", "王菊", "赵竹")]
    before = picture(*ALL_TABLES)

    report = bring_list(*people, by=officer(ROCK))

    assert refusals(report) == [("unit_not_yours", cell("unit", 3))]
    assert picture(*ALL_TABLES) == before


def test_who_only_looks_may_import_nothing() -> None:
    with pytest.raises(CountyForbidden):
        bring_list(*committee("大坪村", *WOMEN), by=officer(ROCK, capabilities=(VIEW,)))


def test_who_imports_in_another_county_may_import_nothing_here() -> None:
    with pytest.raises(CountyForbidden):
        bring_list(*committee("大坪村", *WOMEN), by=officer("350423"))


def test_a_village_with_the_right_imports_itself_only() -> None:
    report = bring_list(*committee("红岩镇石桥村", *WOMEN), by=officer(f"{ROCK}201"))

    assert [code for code, _cell in refusals(report)] == ["unit_not_yours"]

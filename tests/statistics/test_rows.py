"""The rows behind a number are as many as the number says."""

from datetime import date

import pytest

from jinguo.kernel.actor import system
from jinguo.statistics.errors import IndicatorUnknown, UnitHidden
from jinguo.statistics.queries import FederationRow, Row, all_rows, figures, rows
from jinguo.statistics.rules import INDICATORS
from tests.factories.imports import QINGLIU, officer

BEFORE, AFTER = date(2017, 5, 10), date(2017, 7, 31)

pytestmark = pytest.mark.usefixtures("qingliu")


@pytest.mark.parametrize("day", [AFTER, date(2017, 6, 10), date(2020, 1, 1)])
@pytest.mark.parametrize("unit", [QINGLIU, "350423100", "350423101201"])
def test_every_figure_of_every_level_has_its_rows(unit: str, day: date) -> None:
    found = figures(unit, day, BEFORE, reader=system())

    for name in INDICATORS:
        for level, numbers in ((4, found.township), (5, found.village)):
            behind = all_rows(name, level, unit, day, BEFORE, reader=system())
            assert behind.total == len(behind.rows) == numbers[name], (name, level)


def test_pages_hold_every_row_once_in_the_order_of_codes() -> None:
    seen: list[Row | FederationRow] = []
    for number in range(1, 6):
        page = rows("new_executives", 4, QINGLIU, AFTER, BEFORE, reader=system(), page=number)
        assert (page.total, page.pages) == (191, 4)
        seen += page.rows

    assert len(seen) == len(set(seen)) == 191
    codes = [one.unit_code for one in seen]
    assert codes == sorted(codes)


@pytest.mark.parametrize("name", ["executives", "federations"])
def test_a_page_behind_the_last_still_knows_the_number(name: str) -> None:
    page = rows(name, 4, QINGLIU, AFTER, reader=system(), page=99)

    assert page.rows == []
    assert page.total == figures(QINGLIU, AFTER, reader=system()).township[name]


def test_a_comparison_without_a_day_to_compare_has_no_rows() -> None:
    assert rows("new_executives", 4, QINGLIU, AFTER, reader=system()).total == 0


def test_federations_come_with_the_day_since_which_they_count() -> None:
    (row,) = rows("federations", 5, QINGLIU, date(2017, 5, 24), reader=system()).rows

    assert isinstance(row, FederationRow)
    assert (row.unit_name, row.founded_on) == ("石下村妇联", date(2017, 5, 23))


def test_rows_carry_the_name_and_code_of_the_day() -> None:
    then = rows("chairs", 4, "350423202", AFTER, reader=system()).rows[0]
    now = rows("chairs", 4, "350423106", date(2020, 1, 1), reader=system()).rows[0]

    assert (then.unit_name, then.unit_code) == ("林畲乡妇联", "350423202000")
    assert (now.unit_name, now.unit_code) == ("林畲镇妇联", "350423106000")


def test_an_unknown_figure_and_a_hidden_unit_are_refused() -> None:
    with pytest.raises(IndicatorUnknown):
        rows("happiness", 4, QINGLIU, AFTER, reader=system())
    with pytest.raises(UnitHidden):
        rows("chairs", 4, QINGLIU, AFTER, reader=officer("350423106"))

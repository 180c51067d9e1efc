"""Figures of the demo county: golden, of other days, and any against a count by hand."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jinguo.divisions.errors import DivisionUnknown
from jinguo.kernel.actor import Actor, system
from jinguo.statistics.errors import UnitHidden
from jinguo.statistics.queries import LevelFigures, breakdown, figures
from jinguo.statistics.rules import FIGURES
from tests.factories.imports import QINGLIU, officer
from tests.statistics.by_hand import HandCount

BEFORE, AFTER = date(2017, 5, 10), date(2017, 7, 31)
LINSHE_THEN, LINSHE_NOW = "350423202", "350423106"
STONE = "350423202204"

pytestmark = pytest.mark.usefixtures("qingliu")


def level(found: LevelFigures) -> dict[str, Any]:
    """The figures other programs read."""
    return found.as_json()


def every(found: LevelFigures) -> dict[str, Any]:
    """All figures there are, and what is due."""
    return {"due": found.due, **{name: found[name] for name in FIGURES}}


def number(found: LevelFigures, name: str) -> int:
    """What is due, or a figure that counts."""
    counted = every(found)[name]
    assert isinstance(counted, int)
    return counted


def test_the_townships_of_the_report() -> None:
    found = figures(QINGLIU, AFTER, BEFORE, reader=system())

    assert level(found.township) == {
        "federations": 13,
        "executives": 313,
        "chairs": 13,
        "vice_chairs": 33,
        "part_time_vice_chairs": 20,
        "new_executives": 191,
        "new_part_time_vice_chairs": 20,
        "executives_per_federation": "24.1",
        "vice_chairs_per_federation": "2.5",
    }


def test_the_villages_of_the_report() -> None:
    found = figures(QINGLIU, AFTER, reader=system())

    assert level(found.village) == {
        "federations": 119,
        "executives": 1601,
        "chairs": 119,
        "vice_chairs": 209,
        "part_time_vice_chairs": 104,
        "new_executives": None,
        "new_part_time_vice_chairs": None,
        "executives_per_federation": "13.5",
        "vice_chairs_per_federation": "1.8",
    }
    assert (found.village.due, found.village["coverage"]) == (119, "100.0%")


def test_the_county_before_the_reform() -> None:
    found = figures(QINGLIU, date(2017, 5, 1), reader=system())

    assert found.township["federations"] == 13
    assert found.township["part_time_vice_chairs"] == 0
    assert level(found.village) == level(LevelFigures()) | {"federations": 0}
    assert (found.village.due, found.village["coverage"]) == (119, "0.0%")


def test_the_first_village_federation_is_that_of_shixia() -> None:
    assert figures(QINGLIU, date(2017, 5, 22), reader=system()).village["federations"] == 0

    day = date(2017, 5, 24)

    assert figures(QINGLIU, day, reader=system()).village["federations"] == 1
    assert figures(STONE, day, reader=system()).village["federations"] == 1
    assert figures(STONE, day, reader=system()).village["executives"] == 11


def test_a_township_with_a_new_code_is_counted_once_with_its_people() -> None:
    then = figures(LINSHE_THEN, AFTER, reader=system())
    day = date(2020, 1, 1)

    now = figures(LINSHE_NOW, day, reader=system())
    county = figures(QINGLIU, day, reader=system())

    assert level(now.township) == level(then.township)
    assert level(now.village) == level(then.village)
    assert (county.township["federations"], county.township["executives"]) == (13, 313)
    assert (county.village["federations"], county.village.due) == (119, 120)
    assert county.village["coverage"] == "99.2%"
    with pytest.raises(DivisionUnknown, match=LINSHE_NOW):
        figures(LINSHE_THEN, day, reader=system())


def test_nothing_sits_before_anything_was_recorded() -> None:
    found = figures(QINGLIU, date(1990, 1, 1), date(1980, 1, 1), reader=system())

    assert level(found.township) == {
        name: None if name.endswith("per_federation") else 0 for name in level(found.township)
    }


def test_a_unit_outside_the_reader_is_hidden() -> None:
    reader = officer(LINSHE_NOW)

    assert figures(LINSHE_THEN, AFTER, reader=reader).township["federations"] == 1
    with pytest.raises(UnitHidden):
        figures(QINGLIU, AFTER, reader=reader)
    with pytest.raises(UnitHidden):
        figures(STONE, AFTER, reader=Actor(1, "x"))


units = st.sampled_from(
    [QINGLIU, "350423100", "350423101", LINSHE_THEN, LINSHE_NOW, "350423206", STONE,
     "350423100001", "350423106001", "350423206205"]
)  # fmt: skip
days = st.integers(0, 1200).map(lambda n: date(2016, 12, 1) + timedelta(days=n)) | st.sampled_from(
    [BEFORE, AFTER, date(2014, 3, 7), date(2014, 3, 8), date(2019, 10, 30), date(2019, 10, 31)]
)


@pytest.fixture
def hand_count(qingliu: None) -> HandCount:
    return HandCount()


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(units, days, st.none() | days)
def test_any_unit_on_any_day_agrees_with_a_count_by_hand(
    hand_count: HandCount, unit: str, day: date, compare: date | None
) -> None:
    expected = hand_count.figures(unit, day, compare)
    if expected is None:
        with pytest.raises(DivisionUnknown):
            figures(unit, day, compare, reader=system())
        return

    found = figures(unit, day, compare, reader=system())

    uncounted = set(every(found.township)) ^ set(expected[4])
    assert uncounted == set(), "to be counted by hand in tests/statistics/by_hand.py"
    assert {4: every(found.township), 5: every(found.village)} == expected


@pytest.mark.parametrize("day", [date(2017, 6, 10), AFTER, date(2021, 5, 5)])
def test_a_drill_down_adds_up(day: date) -> None:
    county = figures(QINGLIU, day, BEFORE, reader=system())
    parts = breakdown(QINGLIU, day, BEFORE, reader=system())

    assert len(parts) == 13
    for name in ("due", "federations", "executives", "chairs", "vice_chairs", "new_executives",
                 "part_time_vice_chairs", "new_part_time_vice_chairs"):  # fmt: skip
        assert sum(number(one.township, name) for one in parts) == number(county.township, name)
        assert sum(number(one.village, name) for one in parts) == number(county.village, name)


def test_each_part_of_a_drill_down_is_what_the_part_says_itself() -> None:
    for one in breakdown(QINGLIU, AFTER, BEFORE, reader=system()):
        own = figures(one.place.code, AFTER, BEFORE, reader=system())
        assert (one.township, one.village) == (own.township, own.village)


def test_a_village_has_no_parts() -> None:
    assert breakdown(STONE, AFTER, reader=system()) == []


@pytest.mark.parametrize("ask", [figures, breakdown])
@pytest.mark.parametrize("unit", [QINGLIU, "350423100", STONE])
def test_the_number_of_queries_does_not_grow_with_the_unit(ask: Any, unit: str) -> None:
    with CaptureQueriesContext(connection) as queries:
        ask(unit, AFTER, BEFORE, reader=system())

    assert len(queries) <= 4

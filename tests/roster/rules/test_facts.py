"""A column of the roster is read, compared, written and shown under one name."""

from dataclasses import fields

from jinguo.roster.queries.state import Held
from jinguo.roster.readers import RosterRow
from jinguo.roster.readers.columns import COLUMNS, ID_NUMBER
from jinguo.roster.rules.facts import FACT_TITLES, PERSON_FACTS, SEAT_FACTS

PLACE = {"sheet_index", "row", "unit", "unit_cell"}
OF_BOTH = {"name", "starts_on"}
"""What says whose row it is and since when, beside the facts."""
NOT_KEPT = {ID_NUMBER, "number", "sitting", "township"}
"""Columns that are recognised and say nothing of a person or her seat."""


def test_all_that_a_row_says_is_recorded_and_all_that_is_recorded_comes_from_a_row() -> None:
    stated = set(RosterRow._fields) - PLACE - OF_BOTH

    assert stated == {*PERSON_FACTS, *SEAT_FACTS}


def test_every_column_that_is_read_has_its_place_in_a_row() -> None:
    assert set(COLUMNS) - NOT_KEPT == set(RosterRow._fields) - PLACE | {"unit"}


def test_a_recorded_seat_has_every_fact_of_a_seat() -> None:
    assert set(SEAT_FACTS) <= {one.name for one in fields(Held)}


def test_every_fact_of_a_person_has_a_title() -> None:
    assert list(FACT_TITLES) == ["name", *PERSON_FACTS]
    assert all(str(title) for title in FACT_TITLES.values())

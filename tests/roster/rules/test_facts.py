"""A column of the roster is read, compared, written and shown under one name."""

from dataclasses import fields

from django.utils.functional import Promise

from jinguo.roster.queries.state import Held
from jinguo.roster.readers import RosterRow
from jinguo.roster.readers.columns import COLUMNS, ID_NUMBER
from jinguo.roster.rules.facts import FACT_TITLES, PERSON_FACTS, SEAT_FACTS

PLACE = {"sheet_index", "row", "unit", "unit_cell"}
OF_BOTH = {"name", "starts_on", "person_number"}
"""What says whose row it is and since when, beside the facts."""
NOT_KEPT = {ID_NUMBER, "number", "sitting", "township"}
"""Columns that are recognised and say nothing of a person or her seat."""


def test_all_that_a_row_says_is_recorded_and_all_that_is_recorded_comes_from_a_row() -> None:
    stated = set(RosterRow._fields) - PLACE - OF_BOTH

    kept = {*PERSON_FACTS, *SEAT_FACTS}
    assert stated - kept == set(), "read, but no field of Person or Appointment keeps it"
    assert kept - stated == set(), "a field of Person or Appointment that RosterRow does not have"


def test_every_column_that_is_read_has_its_place_in_a_row() -> None:
    columns, fields_of_rows = set(COLUMNS) - NOT_KEPT, set(RosterRow._fields) - PLACE | {"unit"}
    assert fields_of_rows - columns == set(), "no Column in readers/columns.py reads it"
    assert columns - fields_of_rows == set(), "a Column without a field in RosterRow"


def test_a_recorded_seat_has_every_fact_of_a_seat() -> None:
    missing = set(SEAT_FACTS) - {one.name for one in fields(Held)}

    assert missing == set(), "a field of Appointment that Held in queries/state.py does not have"


def test_every_fact_is_written_in_a_column_of_its_own() -> None:
    written = {one.name for one in COLUMNS.values() if one.written}
    kept = {*PERSON_FACTS, *SEAT_FACTS, *OF_BOTH}

    assert kept - written == {"kind"}, "a Column whose heading in exports (written) is missing"


def test_every_fact_has_a_title_that_is_translated() -> None:
    untitled = [name for name, title in FACT_TITLES.items() if not isinstance(title, Promise)]

    assert set(FACT_TITLES) == {"name", *PERSON_FACTS, *SEAT_FACTS}
    assert untitled == [], "give the field of the model a title: models.CharField(_(…), …)"

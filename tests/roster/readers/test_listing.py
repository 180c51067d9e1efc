from jinguo.roster.errors import files as faults
from jinguo.roster.readers import listing as module
from jinguo.roster.readers.listing import Listing, ranges


def test_problems_come_in_reading_order() -> None:
    listing = Listing("x.xlsx", "执委")
    listing.add(faults.SECTION_ROW, 5, 1, "b", row=6)
    listing.add(faults.SECTION_ROW, 2, 3, "a", row=3)
    listing.add(faults.SHEET_EMPTY, sheet="执委")
    assert [problem.cell for problem in listing.problems()] == ["", "D3", "B6"]


def test_long_values_are_cut_and_identity_numbers_blotted_out() -> None:
    listing = Listing("x.xlsx", "执委")
    listing.add(faults.SECTION_ROW, 0, 0, "350423198102150020" + "长" * 100, row=1)
    (problem,) = listing.problems()
    assert problem.value.startswith("*" * 18 + "长")
    assert len(problem.value) == 80


def test_a_file_with_too_many_problems_is_refused_for_that() -> None:
    listing = Listing("x.xlsx", "执委", listed=module.MOST_PROBLEMS - 2)
    for at in range(5):
        listing.add(faults.SECTION_ROW, at, row=at + 1)
    codes = [problem.fault.code for problem in listing.problems()]
    assert codes == ["section_row", "section_row", "problems_too_many"]


def test_rows_are_written_as_ranges() -> None:
    assert ranges([7, 3, 4, 5]) == "3–5、7"

"""The county as an office that has loaded its list and waits for workbooks."""

from benchmarks.county import CODE, REPORTED_ON, County
from benchmarks.workbook import Workbook
from jinguo.divisions.actions import load_lists
from jinguo.divisions.queries import place
from jinguo.federations.actions import open_county
from jinguo.kernel.actor import system
from jinguo.roster.actions.importing import ImportRequest


def office(county: County) -> None:
    """Load the list and open the county, which every import after the first finds done."""
    load_lists([("list.csv", county.divisions())], by=system())
    open_county(county=place(CODE, REPORTED_ON), by=system())


def request_for(book: Workbook) -> ImportRequest:
    """What the page or the command asks for when it is given this file."""
    return ImportRequest([(book.name, book.content)], place(CODE, REPORTED_ON))

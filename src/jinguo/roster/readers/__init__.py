"""Reading roster workbooks: bytes in, people and problems out; nothing here knows a database."""

from jinguo.roster.readers.cells.categories import Vocabulary
from jinguo.roster.readers.reading import read_grid, read_roster
from jinguo.roster.readers.roster import RosterFile, RosterRow, RosterSheet
from jinguo.roster.readers.sheet import Sheet

__all__ = [
    "RosterFile",
    "RosterRow",
    "RosterSheet",
    "Sheet",
    "Vocabulary",
    "read_grid",
    "read_roster",
]

"""What was found in one sheet before calamine reads it."""

from dataclasses import dataclass, field

from jinguo.roster.errors import files
from jinguo.roster.errors.files import UnreadableFile
from jinguo.roster.readers.opening import limits


@dataclass(slots=True)
class Part:
    """Hidden rows, from 1; and texts that calamine passes over, by (row, column) from 0.

    ``from_1904`` says whether the workbook counts its days from 1904, as old Macs did.
    """

    hidden_rows: set[int] = field(default_factory=set)
    replaced: dict[tuple[int, int], str] = field(default_factory=dict)
    from_1904: bool = False

    def hide(self, row: int) -> None:
        """Note a hidden row."""
        if row <= limits.ROWS:
            self.hidden_rows.add(row)

    def replace(self, row: int, column: int, text: str) -> None:
        """Note what a cell shows in place of a value."""
        self.replaced[row, column] = text
        if len(self.replaced) > limits.ERRORS:
            raise UnreadableFile(files.FILE_FULL_OF_ERRORS, limit=f"{limits.ERRORS:,}")

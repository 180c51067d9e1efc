"""Counting what a file would take up in memory, and refusing it before it does."""

from jinguo.roster.errors import files
from jinguo.roster.errors.files import UnreadableFile
from jinguo.roster.readers.opening import limits


class Volume:
    """Cells, area and text of a file read so far; going beyond a limit is refused."""

    def __init__(self) -> None:
        self.cells = 0
        self._area = 0
        self._text = 0
        self._merged = 0

    def add_cells(self, count: int) -> None:
        """Cells that hold something."""
        self.cells += count
        if self.cells > limits.CELLS:
            raise too_many_cells()

    def add_area(self, rows: int, columns: int) -> None:
        """One more sheet of that size."""
        self._area += rows * columns
        if self._area > limits.TOTAL_AREA:
            raise too_many_cells()
        check_area(rows, columns)

    def add_merged(self, count: int) -> None:
        """Merged ranges."""
        self._merged += count
        if self._merged > limits.MERGED:
            raise too_many_cells()

    def add_text(self, count: int) -> None:
        """Bytes of text shown in cells."""
        self._text += count
        if self._text > limits.TEXT_BYTES:
            raise UnreadableFile(files.FILE_TOO_MUCH_TEXT)


def check_area(rows: int, columns: int) -> None:
    """Refuse a sheet that reaches too far, counted from A1."""
    if rows > limits.ROWS or columns > limits.COLUMNS or rows * columns > limits.AREA:
        raise too_many_cells()


def too_many_cells() -> UnreadableFile:
    """The refusal of a table beyond the limits."""
    return UnreadableFile(
        files.FILE_TOO_MANY_CELLS,
        rows=f"{limits.ROWS:,}",
        columns=limits.COLUMNS,
        cells=f"{limits.CELLS:,}",
    )

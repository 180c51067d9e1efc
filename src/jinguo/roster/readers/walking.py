"""Going through the rows below the headings: who is a person, and whose unit it is."""

from jinguo.kernel.text import fold
from jinguo.roster.errors import files as faults
from jinguo.roster.readers.cells.text import DITTO
from jinguo.roster.readers.columns import COLUMNS
from jinguo.roster.readers.fields import Fields
from jinguo.roster.readers.layout.header import Header, header_at
from jinguo.roster.readers.layout.merged import fill_merged
from jinguo.roster.readers.layout.rows import (
    RowKind,
    RowShape,
    classify,
    stated_total,
)
from jinguo.roster.readers.layout.sections import closes_section, section_unit
from jinguo.roster.readers.layout.sitting import not_sitting, set_aside
from jinguo.roster.readers.listing import Listing, ranges
from jinguo.roster.readers.people import Block
from jinguo.roster.readers.sheet import Cell, Sheet, cell_name, display


class Walk:
    """One pass over a sheet. ``blocks`` are the people found, ``others`` the other rows."""

    def __init__(
        self, sheet: Sheet, header: Header, title: str, fields: Fields, listing: Listing
    ) -> None:
        self._sheet = sheet
        self._title = fold(title)
        self._fields = fields
        self._listing = listing
        self.blocks: list[Block] = []
        self.others: list[int] = []
        self._empty: list[int] = []
        self._marks: dict[int, bool] = {}
        self._doubtful: dict[int, tuple[int, str]] = {}
        self.sections: list[int] = []
        self._unit = self._unit_cell = ""
        self._township = ""
        self._before = self._since_total = 0
        self._header = header
        self._open_block()

    def run(self) -> None:
        """Go through all rows."""
        at: int | None = self._header.last + 1
        while at is not None:
            at = self._people_from(at)
        self._set_aside()
        self._list_doubtful()
        self._list_blank_units()
        if self._empty:
            self._listing.add(faults.ROWS_EMPTY, self._empty[0] - 1, 0, rows=ranges(self._empty))

    @property
    def people(self) -> int:
        """All people of the sheet."""
        return sum(len(block.rows) for block in self.blocks)

    @property
    def count(self) -> int:
        """People found so far."""
        return self._before + len(self._block.rows)

    def _open_block(self) -> None:
        self._before = sum(len(block.rows) for block in self.blocks)
        columns = self._header.columns.fields
        self._block = Block(columns, ticks=self._header.columns.ticks)
        self.blocks.append(self._block)
        self._shape = RowShape(
            name=columns["name"],
            post=columns["post"],
            number=columns.get("number", -1),
            unit=columns.get("unit", -1),
            personal=frozenset(at for name, at in columns.items() if COLUMNS[name].personal),
        )
        self._filled = fill_merged(self._sheet, self._header.last + 1, columns)

    def _people_from(self, start: int) -> int | None:
        """Take in rows until the headings change; give the row below them, None at the end."""
        rows, names, posts = self._sheet.rows, self._fields.name, self._fields.post
        shape, block = self._shape, self._block
        name_at, post_at, unit_at = shape.name, shape.post, shape.unit
        add_row, add_unit = block.rows.append, block.units.append
        add_unit_cell = block.unit_cells.append
        plain = unit_at < 0 or "township" not in block.columns
        for at in range(start, len(rows)):
            row = rows[at]
            if not (names[row[name_at]] and posts[row[post_at]][0]):
                kind = classify(row, shape, frozenset(self._filled.get(at, ())))
                if kind is RowKind.PERSON and self._heads_a_list(at, row):
                    kind = RowKind.SECTION
                if kind is not RowKind.PERSON:
                    below = self._take_other(kind, at, row)
                    if below is not None:
                        return below
                    continue
            if plain:
                if unit_at >= 0 and row[unit_at] != "":
                    self._set_unit(row[unit_at], at)
            else:
                self._set_township(row, at)
            add_row(at)
            add_unit(self._unit)
            add_unit_cell(self._unit_cell)
        return None

    def _heads_a_list(self, at: int, row: list[Cell]) -> bool:
        """One word alone, with headings right below it, is the unit of the rows that follow."""
        if sum(cell != "" for cell in row) != 1 or at + 1 >= len(self._sheet.rows):
            return False
        header = header_at(self._sheet, at + 1, self._fields.categories)
        return header is not None and header.columns.is_list

    def _set_unit(self, cell: Cell, at: int) -> None:
        unit = self._fields.unit[cell]
        if unit and cell not in DITTO:
            self._unit, self._unit_cell = unit, cell_name(at + 1, self._shape.unit)

    def _set_township(self, row: list[Cell], at: int) -> None:
        """Village behind township; a township with no village beside it is a unit itself."""
        column = self._block.columns["township"]
        township = self._fields.unit[row[column]] or self._township
        village = self._fields.unit[row[self._shape.unit]]
        if village:
            joined = village if village.startswith(township) else township + village
            self._unit, self._unit_cell = joined, cell_name(at + 1, self._shape.unit)
        elif row[column] != "":
            self._unit, self._unit_cell = township, cell_name(at + 1, column)
        self._township = township

    def _take_other(self, kind: RowKind, at: int, row: list[Cell]) -> int | None:
        """List a row that is nobody; give the row to go on from if it changes the headings."""
        if kind is RowKind.BLANK:
            return None
        self.others.append(at)
        words = [text for text in (display(cell) for cell in row) if text]
        first = next(column for column, cell in enumerate(row) if display(cell))
        value = " ".join(" ".join(words).split())
        if kind in (RowKind.SECTION, RowKind.OTHER, RowKind.SIGNATURE) and not_sitting(value):
            self._marks[at] = True
            self._listing.add(faults.SIGNATURE_ROW, at, first, value, row=at + 1)
            return None
        if kind in (RowKind.SECTION, RowKind.OTHER):
            self._marks[at] = False
        if kind is RowKind.EMPTY:
            self._take_empty(at, row)
        elif kind is RowKind.TOTALS:
            self._take_totals(at, first, row, value)
        elif kind is RowKind.SECTION:
            self._take_section(at, first, row, words)
        elif kind is RowKind.HEADER:
            return self._take_header(at, first)
        elif kind is RowKind.SIGNATURE:
            self._listing.add(faults.SIGNATURE_ROW, at, first, value, row=at + 1)
        else:
            self._doubtful[at] = first, value
            self._unit, self._unit_cell = fold(value), cell_name(at + 1, first)
        return None

    def _set_aside(self) -> None:
        """Leave out the people below headings of those who do not sit."""
        for at, below in set_aside(self._marks, len(self._sheet.rows)).items():
            count = sum(block.leave_out(below) for block in self.blocks)
            if count:
                value = " ".join(display(cell) for cell in self._sheet.rows[at] if display(cell))
                fault = faults.ROWS_NOT_SITTING if self.people else faults.LIST_NOT_SITTING
                self._listing.add(fault, at, 0, value, count=count)

    def _list_doubtful(self) -> None:
        """A row not understood names the unit of the people below it, if there are any.

        Whoever knows the units says whether it is one; no row may slip into the unit above it.
        """
        used = {cell for block in self.blocks for cell in set(block.unit_cells)}
        for at, (first, value) in self._doubtful.items():
            heads = cell_name(at + 1, first) in used
            fault = faults.SECTION_ROW if heads else faults.ROW_NOT_UNDERSTOOD
            self._listing.add(fault, at, first, value, row=at + 1)

    def _list_blank_units(self) -> None:
        """A blank unit is that of the row above it; above the first one stands nothing."""
        for block in self.blocks:
            column = block.columns.get("unit", -1)
            first = next((at for at, unit in enumerate(block.units) if unit), 0)
            if first and block.unit_cells[first] == cell_name(block.rows[first] + 1, column):
                for at in block.rows[:first]:
                    options = (block.units[first],)
                    self._listing.add(faults.UNIT_BLANK, at, column, options=options)

    def _take_empty(self, at: int, row: list[Cell]) -> None:
        self._empty.append(at + 1)
        if self._shape.unit >= 0:
            self._set_unit(row[self._shape.unit], at)

    def _take_totals(self, at: int, first: int, row: list[Cell], value: str) -> None:
        stated = stated_total(row)
        counted = self.count - self._since_total
        if stated and not {counted, self.count} & set(stated):
            self._listing.add(
                faults.TOTALS_DIFFER, at, first, value, stated=stated[0], counted=counted
            )
        else:
            self._listing.add(faults.TOTALS_ROW, at, first, value, row=at + 1)
        self._since_total = self.count

    def _take_section(self, at: int, first: int, row: list[Cell], words: list[str]) -> None:
        unit = section_unit([fold(word) for word in words]) or ""
        value = " ".join(" ".join(words).split())
        ended = self.count > self._since_total
        if ended and unit and closes_section(fold(value), unit, self._unit, self._title):
            if stated_total(row):
                self._take_totals(at, first, row, value)
            else:
                self._listing.add(faults.SIGNATURE_ROW, at, first, value, row=at + 1)
            return
        if fold(words[0]) == self._title and self._shape.unit >= 0:
            self._listing.add(faults.HEADING_REPEATED, at, first, words[0], row=at + 1)
            return
        if not unit and self._shape.unit >= 0 and row[self._shape.unit] != "":
            unit = self._fields.unit[row[self._shape.unit]]
        self._listing.add(faults.SECTION_ROW, at, first, words[0], row=at + 1)
        follows_title = bool(self.sections) and self.sections[-1] == at - 1
        if unit or not follows_title:
            self._unit, self._unit_cell = unit, cell_name(at + 1, first) if unit else ""
        self.sections.append(at)
        self._since_total = self.count

    def _take_header(self, at: int, first: int) -> int | None:
        header = header_at(self._sheet, at, self._fields.categories)
        self._listing.add(faults.HEADING_REPEATED, at, first, row=at + 1)
        if header is None or not header.columns.is_list or "post" not in header.columns.fields:
            return None
        columns = header.columns
        if (columns.fields, columns.ticks) != (self._block.columns, self._block.ticks):
            self._header = header
            self._open_block()
            return header.last + 1
        return header.last + 1 if header.last > at else None

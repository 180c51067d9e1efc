"""From rows of cells to people, column by column."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import repeat
from operator import itemgetter
from typing import Any

from jinguo.roster.enums import Kind
from jinguo.roster.errors import cells as faults
from jinguo.roster.errors import dates
from jinguo.roster.readers.cells.calendar import counted_from_1904
from jinguo.roster.readers.cells.dates import ADULT_AGE, OLDEST_AGE
from jinguo.roster.readers.cells.levels import level_of
from jinguo.roster.readers.cells.posts import POST_WORDS, PostAndKind, at_level
from jinguo.roster.readers.cells.text import DITTO
from jinguo.roster.readers.columns import COLUMNS
from jinguo.roster.readers.fields import TICK, Fields
from jinguo.roster.readers.listing import Listing
from jinguo.roster.readers.roster import RosterRow
from jinguo.roster.readers.sheet import Cell, Sheet, display


@dataclass(slots=True)
class Block:
    """Rows of people (from 0) under one row of headings, and the unit of each."""

    columns: dict[str, int]
    ticks: Mapping[int, str] = field(default_factory=dict)
    rows: list[int] = field(default_factory=list)
    units: list[str] = field(default_factory=list)
    unit_cells: list[str] = field(default_factory=list)

    def leave_out(self, below: range) -> int:
        """Drop the people in these rows; say how many they were."""
        kept = [i for i, at in enumerate(self.rows) if at not in below]
        dropped = len(self.rows) - len(kept)
        self.rows = [self.rows[i] for i in kept]
        self.units = [self.units[i] for i in kept]
        self.unit_cells = [self.unit_cells[i] for i in kept]
        return dropped


class Interpreter:
    """Reads the columns of one block. A column at a time is what makes it fast."""

    def __init__(
        self,
        sheet: Sheet,
        block: Block,
        fields: Fields,
        listing: Listing,
        day: datetime.date | None,
        level: str,
    ) -> None:
        """``level`` is that of the unit the title names, for rows that name none."""
        self._block = block
        self._fields = fields
        self._listing = listing
        self._day = day
        self._level = level
        self._index = sheet.index
        self._from_1904 = sheet.from_1904
        self._columns: list[tuple[Cell, ...]] = list(
            zip(*(sheet.rows[at] for at in block.rows), strict=True)
        )

    def people(self) -> list[RosterRow]:
        """The people of the block; a row without readable name or post is only a problem."""
        block = self._block
        fields: dict[str, Any] = {
            name: list(self._column(name))
            for name in RosterRow._fields
            if name in COLUMNS and name != "unit"
        }
        if block.ticks and block.rows:
            fields["categories"] = self._with_ticks(fields["categories"])
        posts = fields["post"]
        self._choose_posts(posts)
        self._check_ages(fields["birth_month"], fields["starts_on"])
        fields |= {
            "sheet_index": repeat(self._index, len(block.rows)),
            "row": [at + 1 for at in block.rows],
            "unit": block.units,
            "unit_cell": block.unit_cells,
            "post": map(itemgetter(0), posts),
            "kind": self._kinds(posts, fields["kind"]),
        }
        columns = zip(*(fields[name] for name in RosterRow._fields), strict=True)
        people = list(map(RosterRow._make, columns))
        if "sitting" in block.columns:
            sitting = self._column("sitting")
            people = [one for one, sits in zip(people, sitting, strict=True) if sits]
            return [one for one in people if one.name and one.post]
        if "" in fields["name"] or any(post is None for post, _ in posts):
            people = [one for one in people if one.name and one.post]
        return people

    def _column(self, name: str) -> Iterable[Any]:
        return self._cells(name, self._block.columns.get(name, -1))

    def _cells(self, name: str, column: int) -> Iterable[Any]:
        if column < 0 or not self._columns:
            return repeat(COLUMNS[name].blank, len(self._block.rows))
        memo = self._fields.memo(name)
        cells = self._columns[column]
        if self._from_1904 and COLUMNS[name].days:
            cells = tuple(map(counted_from_1904, cells))
        values = list(map(memo.__getitem__, cells))
        if name in COLUMNS and COLUMNS[name].repeatable and not DITTO.isdisjoint(memo):
            cells = tuple(_repeated(cells))
            values = list(map(memo.__getitem__, cells))
        if memo.faulty and not memo.faulty.keys().isdisjoint(cells):
            self._list_faults(column, cells, memo.faulty)
        return values

    def _with_ticks(self, categories: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
        slugs = list(map(list, categories))
        for column, slug in self._block.ticks.items():
            for own, ticked in zip(slugs, self._cells(TICK, column), strict=True):
                if ticked and slug not in own:
                    own.append(slug)
        return list(map(tuple, slugs))

    def _list_faults(self, column: int, cells: tuple[Cell, ...], faulty: dict[Cell, Any]) -> None:
        add = self._listing.add
        for at, cell in zip(self._block.rows, cells, strict=True):
            if cell in faulty:
                value = display(cell)
                for one in faulty[cell]:
                    add(one.fault, at, column, value, options=one.options, **one.data)

    def _choose_posts(self, posts: list[PostAndKind]) -> None:
        """Where a cell names posts at several levels, the one at the row's own level holds."""
        column, levels = self._block.columns["post"], self._fields.post_levels
        if not levels or levels.keys().isdisjoint(self._columns[column] if posts else ()):
            return
        for at, cell in enumerate(self._columns[column]):
            if cell not in levels or posts[at][0] is None:
                continue
            unit = self._block.units[at]
            chosen = at_level(levels[cell], level_of(unit) if unit else self._level)
            row, value = self._block.rows[at], display(cell)
            if chosen is None:
                options = tuple(POST_WORDS[post] for post, _ in levels[cell].values() if post)
                self._listing.add(faults.POST_ELSEWHERE, row, column, value, options=options)
                chosen = None, Kind.UNSTATED
            elif chosen != posts[at] and chosen[0]:
                read = str(chosen[0].label)
                self._listing.add(faults.POST_AMONG_OTHERS, row, column, value, read=read)
            posts[at] = chosen

    def _kinds(self, posts: list[PostAndKind], stated_kinds: list[Kind]) -> list[Kind]:
        """How each post is held; what the post itself says goes before a column of its own."""
        kinds = [kind for _, kind in posts]
        if "kind" not in self._block.columns:
            return kinds
        column = self._block.columns["kind"]
        for at, stated in enumerate(stated_kinds):
            if stated and kinds[at] and stated != kinds[at]:
                post = display(self._columns[self._block.columns["post"]][at])
                self._listing.add(
                    faults.KIND_DIFFERS,
                    self._block.rows[at],
                    column,
                    display(self._columns[column][at]),
                    post=post,
                )
            kinds[at] = kinds[at] or stated
        return kinds

    def _check_ages(
        self, births: list[datetime.date | None], starts: list[datetime.date | None]
    ) -> None:
        pairs = set(zip(births, starts, strict=True))
        young = {pair for pair in pairs if self._too_young(*pair)}
        old = {birth for birth in {birth for birth, _ in pairs} if self._too_old(birth)}
        if not young and not old:
            return
        column = self._block.columns["birth_month"]
        for at, pair in enumerate(zip(births, starts, strict=True)):
            value, row = display(self._columns[column][at]), self._block.rows[at]
            if pair in young:
                date = str(pair[1] or self._day)
                self._listing.add(dates.BIRTH_TOO_YOUNG, row, column, value, date=date)
            elif pair[0] in old:
                words: dict[str, Any] = {"age": OLDEST_AGE, "date": str(self._day)}
                self._listing.add(dates.BIRTH_TOO_OLD, row, column, value, **words)

    def _too_young(self, birth: datetime.date | None, start: datetime.date | None) -> bool:
        day = start or self._day
        if birth is None or day is None:
            return False
        return (birth.year + ADULT_AGE, birth.month) > (day.year, day.month)

    def _too_old(self, birth: datetime.date | None) -> bool:
        return bool(birth and self._day and birth.year + OLDEST_AGE < self._day.year)


def _repeated(cells: Iterable[Cell]) -> Iterator[Cell]:
    """The cells of a column with 同上 and 〃 replaced by what stands above them."""
    above: Cell = ""
    for cell in cells:
        if cell not in DITTO:
            above = cell
        yield above

"""Placing rows: on which day and in which unit each row of each sheet belongs."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from jinguo.divisions.models import Level
from jinguo.kernel.actor import IMPORT, Actor
from jinguo.roster.actions.importing.request import ImportRequest
from jinguo.roster.errors import Fault, Problem, placing
from jinguo.roster.readers import RosterFile, RosterRow, RosterSheet
from jinguo.roster.rules.around import Around, unit_around
from jinguo.roster.rules.units import UnitIndex, exists_on


@dataclass(slots=True)
class UnitList:
    """All rows of one batch that speak of one unit on one day."""

    division_id: int
    as_of: date
    rows: list[tuple[str, RosterSheet, RosterRow]] = field(default_factory=list)

    @property
    def partial(self) -> bool:
        """Whether it has only some of the unit's people, so that nobody leaves by it."""
        return all(sheet.partial for _file, sheet, _row in self.rows)


class Placer:
    """Resolves each distinct unit text of a sheet once, and lists what cannot be placed."""

    def __init__(
        self,
        request: ImportRequest,
        index: UnitIndex,
        others: Sequence[str],
        closings: Mapping[int, date],
        by: Actor,
    ) -> None:
        """``others``: names of the other counties known, which a heading may give away;
        ``closings``: divisions whose federation was closed, and when."""
        self._request = request
        self._others = others
        self._closings = closings
        self._index = index
        self._by = by
        self.problems: list[Problem] = []
        self._lists: dict[tuple[date, int], UnitList] = {}

    def place(self, files: Iterable[RosterFile]) -> list[UnitList]:
        """The lists of the batch, oldest day first, units by their first appearance."""
        for file in files:
            for sheet in file.sheets:
                if sheet.rows:
                    self._place_sheet(file.name, sheet)
        return sorted(self._lists.values(), key=lambda unit_list: unit_list.as_of)

    def _place_sheet(self, file: str, sheet: RosterSheet) -> None:
        as_of = self._request.as_of or sheet.reported_on
        if as_of is None:
            self.problems.append(Problem(placing.DAY_MISSING, file, sheet.name))
            return
        today = self._request.today
        if today is not None and as_of > today:
            self._say(placing.DAY_FUTURE, file, sheet, "", str(as_of), as_of=as_of)
            return
        if self._of_another_county(file, sheet):
            return
        if sheet.partial:
            self._say(placing.LIST_PARTIAL, file, sheet, "", sheet.title)
        context = self._context(file, sheet)
        by_unit: dict[str, list[RosterRow]] = defaultdict(list)
        for row in sheet.rows:
            by_unit[row.unit].append(row)
        for text, rows in by_unit.items():
            division_id = self._unit(file, sheet, text, rows[0], context, as_of)
            if division_id is not None:
                key = (as_of, division_id)
                unit_list = self._lists.setdefault(key, UnitList(division_id, as_of))
                unit_list.rows.extend((file, sheet, row) for row in rows)

    def _of_another_county(self, file: str, sheet: RosterSheet) -> bool:
        heading = f"{sheet.title} {sheet.reporting_unit}"
        county = self._request.county
        other = next((name for name in self._others if name in heading), "")
        if not other or county.short in heading:
            return False
        self._say(placing.COUNTY_OTHER, file, sheet, "", other, county=county.short)
        return True

    def _context(self, file: str, sheet: RosterSheet) -> frozenset[int]:
        for text in (sheet.title, sheet.reporting_unit, sheet.name, file):
            townships = self._index.townships_in(text)
            if townships:
                return townships
        return frozenset()

    def _unit(
        self,
        file: str,
        sheet: RosterSheet,
        text: str,
        first: RosterRow,
        context: frozenset[int],
        as_of: date,
    ) -> int | None:
        cell = first.unit_cell
        named = self._resolve(file, sheet, text, context)
        shown, division_id = named.text, named.resolution.division_id
        if division_id is None:
            self._unplaced(file, sheet, cell, named)
            return None
        label = self._index.label(division_id)
        newest = self._index.places[division_id][-1]
        if not self._by.may(IMPORT, newest.code):
            self._say(placing.UNIT_FORBIDDEN, file, sheet, cell, label)
            return None
        if context and not self._index.lies_in(division_id, context):
            self._elsewhere(file, sheet, cell, shown, division_id, context)
        return division_id if self._exists(file, sheet, cell, division_id, as_of) else None

    def _resolve(self, file: str, sheet: RosterSheet, text: str, context: frozenset[int]) -> Around:
        if text:
            return Around(text, self._index.resolve(text, context))
        names = (sheet.name, _stem(file))
        title, reporting = sheet.title, sheet.reporting_unit
        return unit_around(self._index, title, reporting, sheet.above, names, context)

    def _unplaced(self, file: str, sheet: RosterSheet, cell: str, named: Around) -> None:
        text, resolution = named.text, named.resolution
        labels = [self._index.label(one) for one in resolution.division_ids]
        if named.against:
            self._say(
                placing.UNIT_CONTRADICTED, file, sheet, cell, text, options=labels,
                against=named.against, candidates="、".join(labels),
            )  # fmt: skip
        elif labels:
            self._say(
                placing.UNIT_AMBIGUOUS, file, sheet, cell, text, options=labels,
                candidates="、".join(labels), example=labels[0],
            )  # fmt: skip
        elif text:
            near = "、".join(resolution.nearest)
            self._say(
                placing.UNIT_UNKNOWN, file, sheet, cell, text, options=resolution.nearest,
                county=self._request.county.short, nearest=f"（{near}？）" if near else "",
            )  # fmt: skip
        else:
            self._say(placing.UNIT_MISSING, file, sheet, cell, text)

    def _elsewhere(
        self,
        file: str,
        sheet: RosterSheet,
        cell: str,
        text: str,
        division_id: int,
        context: frozenset[int],
    ) -> None:
        newest = self._index.places[division_id][-1]
        if newest.level < Level.TOWNSHIP:
            return
        above = newest.parent_id if newest.level == Level.VILLAGE else division_id
        other = self._index.places.get(above or 0)
        self._say(
            placing.UNIT_ELSEWHERE, file, sheet, cell, text,
            other=other[-1].short if other else "",
            township=self._index.label(next(iter(context))),
            label=self._index.label(division_id),
        )  # fmt: skip

    def _exists(
        self, file: str, sheet: RosterSheet, cell: str, division_id: int, as_of: date
    ) -> bool:
        versions = self._index.places[division_id]
        label = self._index.label(division_id)
        closed = self._closings.get(division_id, date.max)
        if closed <= as_of:
            self._say(placing.UNIT_CLOSED, file, sheet, cell, label, day=as_of, ended=closed)
            return False
        if any(exists_on(version, as_of) for version in versions):
            return True
        later = [
            version for version in versions if version.valid_from and version.valid_from > as_of
        ]
        if later:
            starts = min(version.valid_from for version in later if version.valid_from)
            self._say(placing.UNIT_NOT_YET, file, sheet, cell, label, starts=starts)
            return True
        ended = max(version.valid_until for version in versions if version.valid_until)
        self._say(placing.UNIT_CLOSED, file, sheet, cell, label, day=as_of, ended=ended)
        return False

    def _say(
        self,
        fault: Fault,
        file: str,
        sheet: RosterSheet,
        cell: str,
        value: str,
        options: Sequence[str] = (),
        **data: object,
    ) -> None:
        self.problems.append(Problem(fault, file, sheet.name, cell, value, data, tuple(options)))


def _stem(file: str) -> str:
    """A file's name without folders and ending."""
    return file.rsplit("/", 1)[-1].rsplit(".", 1)[0]

"""The roster of a unit and all below it as a workbook that imports again, unchanged."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction

from jinguo.audit.actions import record, record_reading
from jinguo.divisions.models import Level
from jinguo.divisions.queries import Place, ancestors, latest, names_ever
from jinguo.federations.queries import Unit, federation_name, newest_codes, units_of
from jinguo.kernel.actor import CONTACTS, VIEW, Actor
from jinguo.people.queries import contacts_withdrawn, masked
from jinguo.roster.actions.contacting import stated
from jinguo.roster.errors import AboveCounties
from jinguo.roster.errors.contacts import ContactsClosed
from jinguo.roster.queries.listing import Listed, listed, namesakes
from jinguo.roster.queries.vocabulary import category_marks, category_names
from jinguo.roster.rules.unit_labels import unit_label
from jinguo.roster.rules.units import UnitIndex
from jinguo.roster.writers import Section, SheetText, workbook
from jinguo.roster.writers.cells import CategoryWords

WHOLE = "妇联执委花名册"
PART = "妇联部分人员名册"
"""By a list of this title nobody leaves (``readers.layout.title.names_some_only``)."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Some seats instead of all: these appointments, and in words which they are."""

    appointments: Collection[int]
    words: str


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What to write: the roster of ``top`` and all below it on ``day``.

    ``alone`` leaves out the units below. One sheet a township, or all in one (an excerpt always).
    ``contacts`` writes telephone numbers in full, for a ``reason``; else they are masked, which on
    a list says that they stay as they are.
    ``taken_at`` stands in the foot.
    """

    top: Place
    day: date
    taken_at: datetime
    alone: bool = False
    one_sheet: bool = False
    contacts: bool = False
    reason: str = ""
    only: Excerpt | None = None
    foot: Sequence[str] = field(default=())


@dataclass(frozen=True, slots=True)
class Export:
    """A workbook, the name of its file, and how many seats of how many units it holds."""

    name: str
    content: bytes
    rows: int
    units: int


@transaction.atomic
def export(request: ExportRequest, *, by: Actor) -> Export:
    """Write the roster, as far as the actor may see it; taking it is recorded.

    A unit without anybody is written as an empty form. Numbers are in full only where she may
    read them. Raises ``AboveCounties``, ``ReasonMissing`` and ``ContactsClosed``.
    """
    why = stated(request.reason) if request.contacts else request.reason
    top, day = request.top, request.day
    if top.level < Level.COUNTY:
        raise AboveCounties(name=top.short)
    units = _allowed(VIEW, units_of(top, day), by)
    if request.alone:
        units = [one for one in units if one.place.division_id == top.division_id]
    only = request.only.appointments if request.only else None
    ids = [unit.federation_id for unit in units]
    clear = {unit.federation_id for unit in _clear(request, units, by)}
    seats = listed(ids, day, contacts=clear, only=only)
    _withdrawn(seats)
    _tell_apart(seats, namesakes(ids))
    sheets = _Sheets(request, units, by).of(seats)
    content = workbook(sheets, CategoryWords(category_names(), category_marks()))
    rows = sum(map(len, seats.values()))
    record(
        by=by,
        verb="roster.exported",
        subject="division",
        subject_id=top.division_id,
        unit_code=top.code,
        day=day.isoformat(),
        rows=rows,
        contacts=request.contacts,
        reason=why,
        part=request.only.words if request.only else "",
    )
    if request.contacts:
        numbers = [
            one
            for unit in clear
            for one in seats.get(unit, ())
            if one.facts["phone"] and "*" not in one.facts["phone"]
        ]
        record_reading(
            by=by, verb="contact.exported", subject="division", subject_id=top.division_id,
            unit_code=top.code, reason=why, fields=["phone"], numbers=len(numbers),
        )  # fmt: skip
    part = "部分人员" if request.only else "妇联名册"
    return Export(f"{top.short}{part}-{day.isoformat()}.xlsx", content, rows, len(seats))


def _withdrawn(seats: Mapping[int, Sequence[Listed]]) -> None:
    """Whoever withdrew her consent to the use of her number is listed with it masked."""
    every = [one for unit in seats.values() for one in unit]
    withdrawn = contacts_withdrawn({one.person_id for one in every})
    for one in every:
        if one.person_id in withdrawn and "*" not in one.facts["phone"]:
            one.facts["phone"] = masked(one.facts["phone"])


def _tell_apart(seats: Mapping[int, Sequence[Listed]], alike: Collection[int]) -> None:
    """Give those of one name in one unit the number by which the import knows them again."""
    for one in (one for unit in seats.values() for one in unit if one.person_id in alike):
        one.facts["person_number"] = one.person_id


def _allowed(capability: str, units: list[Unit], by: Actor) -> list[Unit]:
    codes = newest_codes([unit.federation_id for unit in units])
    return [unit for unit in units if by.may(capability, codes[unit.federation_id])]


def _clear(request: ExportRequest, units: list[Unit], by: Actor) -> list[Unit]:
    """The units whose numbers are written in full."""
    if not request.contacts:
        return []
    found = _allowed(CONTACTS, units, by)
    if not found:
        code = latest(request.top.division_id).code
        raise ContactsClosed(name=federation_name(request.top)).asked(
            by, CONTACTS, "unit", code, code
        )
    return found


class _Sheets:
    """Arranges units on sheets, under titles and names by which the import finds them again."""

    def __init__(self, request: ExportRequest, units: Sequence[Unit], by: Actor) -> None:
        self._request = request
        self._units = units
        self._places = {one.place.division_id: one.place for one in units}
        above = ancestors(request.top, request.day)
        self._path = [one for one in (*above, request.top) if one.level >= Level.COUNTY]
        county = self._path[0]
        higher = [*(one for one in above if one.level < Level.COUNTY), county]
        names = [name for one in higher for name in (one.name, one.short)]
        self._index = UnitIndex(names_ever(county), names)
        self._one_sheet = request.one_sheet or request.only is not None
        taken = request.taken_at.strftime("%Y-%m-%d %H:%M")
        words = f"制表人：{by.name}　制表时间：{taken}　名册日期：{request.day.isoformat()}"
        why = f"　号码用途：{request.reason}" if request.contacts else ""
        self._foot = [*request.foot, words + why]

    def of(self, seats: dict[int, list[Listed]]) -> list[SheetText]:
        """The sheets, by code: one a township (the county's own first), or all in one."""
        kept = [unit for unit in self._units if unit.federation_id in seats] or self._units[:1]
        groups: dict[int, list[Unit]] = {} if kept else {self._request.top.division_id: []}
        for unit in kept:
            groups.setdefault(self._group(unit), []).append(unit)
        top = self._request.top
        return [
            self._sheet(self._places.get(head, top), group, seats) for head, group in groups.items()
        ]

    def _group(self, unit: Unit) -> int:
        """The place whose sheet a unit stands on."""
        if self._one_sheet or self._request.top.level > Level.COUNTY:
            return self._request.top.division_id
        if unit.level == Level.VILLAGE and unit.place.parent_id:
            return unit.place.parent_id
        return unit.place.division_id

    def _sheet(self, head: Place, units: list[Unit], seats: dict[int, list[Listed]]) -> SheetText:
        path = self._path if head.division_id == self._request.top.division_id else None
        names = [one.short for one in (path or [*self._path, head])]
        title = "".join(names) + (PART if self._request.only else WHOLE)
        sections = [
            Section(self._label(unit, title), seats.get(unit.federation_id, ())) for unit in units
        ]
        reporting = "".join(names[:-1]) + federation_name(head)
        lines = [f"说明：{self._request.only.words}"] if self._request.only else []
        foot = [*lines, *self._foot]
        return SheetText(head.short, title, reporting, self._request.day, sections, foot)

    def _label(self, unit: Unit, title: str) -> str:
        parent = unit.place.parent_id
        known = parent in self._index.places and unit.level == Level.VILLAGE
        above = [self._index.on(parent, self._request.day)] if known and parent else []
        full = self._one_sheet and self._request.top.level <= Level.COUNTY
        return unit_label(self._index, unit.place, above, title, full=full)

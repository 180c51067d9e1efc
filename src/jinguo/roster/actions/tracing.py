"""Which of the workbooks handed in have her row: nothing stores it, so they are read again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from jinguo.divisions.queries import Place, ancestors, latest, names_ever
from jinguo.federations.queries import closings
from jinguo.files.queries import content
from jinguo.kernel.actor import system
from jinguo.people.models import Person
from jinguo.roster.actions.importing.placing import Placer
from jinguo.roster.actions.importing.request import ImportRequest
from jinguo.roster.enums import Severity
from jinguo.roster.models import Appointment, Batch
from jinguo.roster.queries.traces import batches_of, before_images, records_of
from jinguo.roster.queries.vocabulary import category_words
from jinguo.roster.readers import RosterFile, RosterRow, Vocabulary, read_roster
from jinguo.roster.readers.pausing import no_collection
from jinguo.roster.rules.corrected import stored
from jinguo.roster.rules.units import UnitIndex
from jinguo.sealing.errors import SealBroken


@dataclass(frozen=True, slots=True)
class _She:
    """What lists may have called her, and the units where she sits or sat."""

    numbers: frozenset[int]
    facts: dict[str, frozenset[Any]]
    divisions: frozenset[int]

    def is_named(self, row: RosterRow) -> bool:
        """Whether the row has her name, without month of birth and telephone both against it."""
        if row.person_number:
            return row.person_number in self.numbers
        if row.name not in self.facts["name"]:
            return False
        said = [(self.facts[one], stored(getattr(row, one))) for one in ("birth_month", "phone")]
        told = [value in known for known, value in said if value and known]
        return len(told) < 2 or any(told)


@no_collection()
def workbooks_of(person_id: int) -> tuple[str, ...]:
    """The names of the workbooks of her batches that have a row of hers.

    Slow: what was handed in is opened and read again. All files of a batch are named where one
    cannot be read, and where none shows her any more: her cells were mended in the preview, or
    she was erased.
    """
    she = _she(person_id)
    names: list[str] = []
    for batch in Batch.objects.filter(pk__in=batches_of(person_id)).order_by("pk"):
        files = list(batch.files.order_by("pk").values_list("name", "stored__digest"))
        hers = _naming(batch, files, she) if len(files) > 1 else set()
        names += [name for name, _digest in files if name in hers or not hers]
    return tuple(dict.fromkeys(names))


def _she(person_id: int) -> _She:
    seats = Appointment.objects.filter(person_id=person_id)
    facts: dict[str, set[Any]] = {"name": set(), "birth_month": set(), "phone": set()}
    now = Person.objects.filter(pk=person_id).values(*facts).first() or {}
    images = before_images(person_id).values_list("before", "after")
    for image in (now, *(one or {} for pair in images for one in pair)):
        for name, values in facts.items():
            values.add(stored(image.get(name)))
    return _She(
        frozenset(records_of(person_id)),
        {name: frozenset(values - {None}) for name, values in facts.items()},
        frozenset(seats.values_list("federation__division_id", flat=True)),
    )


def _naming(batch: Batch, files: Sequence[tuple[str, str]], she: _She) -> set[str]:
    """Which of the files have her row; none where one of them cannot be read."""
    names, markers = category_words()
    vocabulary = Vocabulary(names=names, markers=markers)
    day = _day(batch)
    named: list[RosterFile] = []
    for name, digest in files:
        try:
            file = read_roster(name, content(digest), vocabulary, as_of=day)
        except SealBroken:
            return set()
        if not file.sheets and any(one.fault.severity is Severity.REFUSE for one in file.problems):
            return set()
        if _has(file, she):
            named.append(file)
    return _in_her_units(latest(batch.county_id), named, day, she)


def _has(file: RosterFile, she: _She) -> bool:
    return any(she.is_named(row) for sheet in file.sheets for row in sheet.rows)


def _in_her_units(
    county: Place, files: Iterable[RosterFile], day: date | None, she: _She
) -> set[str]:
    index = UnitIndex(
        names_ever(county),
        [*(place.name for place in ancestors(county, day or date.max)), county.name, county.short],
    )
    placer = Placer(ImportRequest((), county, day), index, (), closings(county), system())
    return {
        file
        for one in placer.place(files)
        if one.division_id in she.divisions
        for file, _sheet, row in one.rows
        if she.is_named(row)
    }


def _day(batch: Batch) -> date | None:
    """The day that whoever imported it gave, as far as the report tells: where it was one."""
    days = batch.report.get("days") or []
    return date.fromisoformat(days[0]) if len(days) == 1 else None

"""Reading imports that were applied, and what each changed."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q

from jinguo.divisions.models import Version
from jinguo.divisions.queries import Place, latest
from jinguo.divisions.queries.places import ever
from jinguo.federations.queries import federation_name, newest_codes
from jinguo.kernel.actor import IMPORT, VIEW, Actor
from jinguo.roster.enums import Deed
from jinguo.roster.models import Appointment, Batch, Change
from jinguo.roster.queries.state import body_of


@dataclass(frozen=True, slots=True)
class BatchLine:
    """One applied import, for lists."""

    id: int
    deed: str
    applied_at: datetime
    by_name: str
    files: tuple[str, ...]
    report: dict[str, Any]
    undone_at: datetime | None
    undone_by: str


@dataclass(frozen=True, slots=True)
class BatchChange:
    """What a batch did to one seat: ``action`` is joined, changed or left.

    ``unit_name`` is the unit's name on the day the appointment starts, ``unit_code`` its
    newest code.
    """

    federation_id: int
    unit_code: str
    unit_name: str
    person_id: int
    name: str
    action: str
    post: str
    kind: str
    starts_on: date
    ends_on: date | None


def batches(county_id: int, *, reader: Actor, limit: int = 50) -> list[BatchLine]:
    """The latest imports of a county: all for who may import there, else her own."""
    found = Batch.objects.filter(county_id=county_id, deed=Deed.IMPORT)
    if not reader.may(IMPORT, latest(county_id).code):
        found = found.filter(by_id=reader.id)
    return [_line(one) for one in found.prefetch_related("files").order_by("-pk")[:limit]]


def batch(batch_id: int, *, reader: Actor) -> BatchLine | None:
    """One import, if the reader may see it."""
    found = Batch.objects.filter(pk=batch_id).prefetch_related("files").first()
    if found is None:
        return None
    if found.by_id != reader.id and not reader.may(IMPORT, latest(found.county_id).code):
        return None
    return _line(found)


def batch_changes(batch_id: int, *, reader: Actor) -> list[BatchChange]:
    """Who joined, changed and left by a batch, by unit code and name, in a fixed number of queries.

    Empty for a batch that was undone or that the reader may not see; units she may not
    view are left out. Somebody whose seat in a unit ended and began anew on the same
    day changed. People of whom only the facts changed have no line.
    """
    found = batch(batch_id, reader=reader)
    if found is None or found.undone_at is not None:
        return []
    rows = _seats_of(batch_id)
    codes = newest_codes({row.federation_id for row in rows})
    seen = [row for row in rows if reader.may(VIEW, codes[row.federation_id])]
    names = _names_over_time({row.federation.division_id for row in seen})
    begun = {(_seat(row), row.starts_on) for row in seen if row.started_by_id == batch_id}
    ended = {(_seat(row), row.ends_on) for row in seen if row.ended_by_id == batch_id}
    lines = []
    for row in seen:
        for action in _actions(row, batch_id, begun, ended):
            places = names[row.federation.division_id]
            lines.append(_change(row, action, codes[row.federation_id], places))
    return sorted(lines, key=_order)


ACTIONS = ("joined", "left", "changed")

Seat = tuple[int, int, str]
Turn = tuple[Seat, date | None]


def _order(line: BatchChange) -> tuple[str, int, int, str]:
    return line.unit_code, line.federation_id, ACTIONS.index(line.action), line.name


def _seat(row: Appointment) -> Seat:
    return row.federation_id, row.person_id, body_of(row.post)


def _seats_of(batch_id: int) -> list[Appointment]:
    """Appointments that a batch began, ended or wrote over."""
    rewritten = Change.objects.filter(batch_id=batch_id, subject="appointment")
    ended = Q(after__has_key="ends_on") & ~Q(after__ends_on=None)
    kept = rewritten.exclude(ended).values_list("subject_id", flat=True)
    touched = Q(started_by_id=batch_id) | Q(ended_by_id=batch_id) | Q(pk__in=list(kept))
    return list(Appointment.objects.filter(touched).select_related("person", "federation"))


def _actions(
    row: Appointment, batch_id: int, begun: Collection[Turn], ended: Collection[Turn]
) -> Iterable[str]:
    """Mostly one; a list and a later one of the same batch can bring somebody and take her."""
    starts, ends = row.started_by_id == batch_id, row.ended_by_id == batch_id
    if starts:
        yield "changed" if (_seat(row), row.starts_on) in ended else "joined"
    if ends and (_seat(row), row.ends_on) not in begun:
        yield "left"
    if not starts and not ends:
        yield "changed"


def _names_over_time(division_ids: Collection[int]) -> dict[int, list[Place]]:
    names: dict[int, list[Place]] = {}
    for place in ever(Version.objects.filter(division_id__in=division_ids)):
        names.setdefault(place.division_id, []).append(place)
    return names


def _change(row: Appointment, action: str, code: str, places: list[Place]) -> BatchChange:
    then = [one for one in places if one.valid_from is None or one.valid_from <= row.starts_on]
    return BatchChange(
        federation_id=row.federation_id,
        unit_code=code,
        unit_name=federation_name((then or places[:1])[-1]),
        person_id=row.person_id,
        name=str(row.person),
        action=action,
        post=row.post,
        kind=row.kind,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
    )


def _line(found: Batch) -> BatchLine:
    return BatchLine(
        id=found.pk,
        deed=found.deed,
        applied_at=found.applied_at,
        by_name=found.by_name,
        files=tuple(file.name for file in found.files.all()),
        report=found.report,
        undone_at=found.undone_at,
        undone_by=found.undone_by,
    )

"""Moving records to the units whose days they are of."""

from collections import defaultdict
from collections.abc import Sequence
from copy import copy
from datetime import date

from django.db import transaction
from django.db.models import Min

from jinguo.divisions.events import Moved
from jinguo.roster.models import Appointment, Batch, Change, Decision, Draft, ListDay, Meeting
from jinguo.roster.queries.state import body_of
from jinguo.roster.rules.parting import Moves, Stay, line_up

Known = dict[tuple[int, str], list[tuple[date, int]]]
"""Unit and body → the days of its lists with their batches, oldest first."""


@transaction.atomic
def move_records(*, moves: Sequence[Moved]) -> None:
    """Appointments and lists go to the units that these days belong to.

    An appointment is of the days on which a list has it, or, where none does, of the day
    it begins; one that lists have on days of two units is divided where the days are. A
    seat that both units know is kept once; of two seats of one woman in one unit the
    earlier ends where the later begins.
    """
    where = Moves(moves)
    lists = list(
        ListDay.objects.filter(federation_id__in=where.units)
        .select_for_update()
        .order_by("as_of", "batch_id")
    )
    known: Known = defaultdict(list)
    for one in lists:
        known[one.federation_id, one.body].append((one.as_of, one.batch_id))
    said = {(one.federation_id, one.batch_id): one.as_of for one in reversed(lists)}
    _move_seats(where, known, said)
    _move_before_images(where, said)
    _move_lists(where, lists)
    _move_decisions(where)


def _move_seats(where: Moves, known: Known, said: dict[tuple[int, int], date]) -> None:
    moving = list(
        Appointment.objects.select_for_update()
        .filter(federation_id__in=where.units)
        .order_by("starts_on", "pk")
    )
    parts = [part for seat in moving for part in _parts(where, seat, known, said)]
    going = {seat.pk for seat in moving}
    arriving = {part.person_id for part in parts}
    resident = Appointment.objects.select_for_update().filter(
        federation_id__in={part.federation_id for part in parts}, person_id__in=arriving
    )
    seats = [*(one for one in resident if one.pk not in going), *parts]
    of_one: dict[tuple[int, int, str], list[Appointment]] = defaultdict(list)
    for seat in seats:
        of_one[seat.federation_id, seat.person_id, body_of(seat.post)].append(seat)
    spare = {id(one) for some in of_one.values() for one in line_up(some)}
    _write([seat for seat in seats if id(seat) not in spare])
    Appointment.objects.filter(
        pk__in=[seat.pk for seat in seats if id(seat) in spare and seat.pk]
    ).delete()


def _parts(
    where: Moves, seat: Appointment, known: Known, said: dict[tuple[int, int], date]
) -> list[Appointment]:
    """The seat in the first unit it belongs to, and copies for those after it."""
    unit_id = seat.federation_id
    listed: list[tuple[date, int | None]] = [
        (day, batch_id)
        for day, batch_id in known[unit_id, body_of(seat.post)]
        if seat.starts_on <= day and (seat.ends_on is None or day < seat.ends_on)
    ]
    days = listed or [(seat.starts_on, seat.started_by_id)]
    stays = where.stays(unit_id, days)
    ended = said.get((unit_id, seat.ended_by_id)) if seat.ended_by_id else None
    if seat.ends_on and ended and where.unit(unit_id, ended) != stays[-1].unit_id:
        # the list of another unit knows only that she is not there
        seat.ends_on = max(seat.ends_on, where.passed(unit_id, days[-1][0], ended))
    seat.federation_id = stays[0].unit_id
    parts = [seat]
    for stay in stays[1:]:
        parts.append(_next_part(parts[-1], stay))
    return parts


def _next_part(last: Appointment, stay: Stay) -> Appointment:
    """The rest of a seat from a day on, in the unit that day belongs to."""
    rest = copy(last)
    rest.pk = None
    rest._state = copy(last._state)
    rest._state.adding = True
    rest.federation_id = stay.unit_id
    rest.starts_on, rest.started_by_id = stay.day, stay.batch_id
    last.ends_on, last.ended_by_id = stay.day, None
    return rest


def _write(seats: Sequence[Appointment]) -> None:
    """Every seat in its place; on the way there nobody sits twice."""
    stored = [seat for seat in seats if seat.pk]
    Appointment.objects.filter(pk__in=[seat.pk for seat in stored]).update(ends_on=date.max)
    Appointment.objects.bulk_update(stored, ["federation", "ends_on", "ended_by"], batch_size=2000)
    Appointment.objects.bulk_create(seat for seat in seats if not seat.pk)


def _move_lists(where: Moves, lists: list[ListDay]) -> None:
    for one in lists:
        one.federation_id = where.unit(one.federation_id, one.as_of)
    ListDay.objects.filter(pk__in=[one.pk for one in lists]).delete()
    ListDay.objects.bulk_create(lists, ignore_conflicts=True)


def _move_decisions(where: Moves) -> None:
    for one in Decision.objects.select_for_update().filter(federation_id__in=where.units):
        Decision.objects.filter(pk=one.pk).update(
            federation_id=where.unit(one.federation_id, one.day)
        )
    for held in Meeting.objects.select_for_update().filter(federation_id__in=where.units):
        Meeting.objects.filter(pk=held.pk).update(
            federation_id=where.unit(held.federation_id, held.held_on)
        )


def _move_before_images(where: Moves, said: dict[tuple[int, int], date]) -> None:
    """A batch can still be undone: what comes back, comes back where its days belong."""
    images = Change.objects.filter(subject="appointment", before__federation__in=where.units)
    for image in images.iterator(2000):
        unit_id = image.before["federation"]
        day = said.get((unit_id, image.batch_id), date.fromisoformat(image.before["starts_on"]))
        image.before["federation"] = where.unit(unit_id, day)
        image.save(update_fields=["before"])


@transaction.atomic
def move_imports(*, moves: Sequence[Moved]) -> None:
    """Batches and drafts of a county go to the county whose days they are of.

    A batch is of the day of its first list, a draft of the day given with it; without a
    day they are of the present.
    """
    where = Moves(moves)
    lists = ListDay.objects.filter(batch__county__in=where.units).values_list("batch")
    first_list = dict(lists.annotate(day=Min("as_of")))
    for batch in Batch.objects.filter(county_id__in=where.units):
        county_id = where.unit(batch.county_id, first_list.get(batch.pk, date.max))
        Batch.objects.filter(pk=batch.pk).update(county_id=county_id)
    for draft in Draft.objects.filter(county_id__in=where.units):
        county_id = where.unit(draft.county_id, draft.as_of or date.max)
        Draft.objects.filter(pk=draft.pk).update(county_id=county_id)

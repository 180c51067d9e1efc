"""Moving a unit's records to another unit that turned out to be the same."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db import connection, transaction

from jinguo.roster.models import Appointment, ListDay, Term
from jinguo.roster.queries.state import body_of


@transaction.atomic
def join_units(*, kept_id: int, gone_id: int) -> None:
    """Appointments and terms of ``gone_id`` become those of ``kept_id``.

    A seat that both already know is kept once; of two seats of one woman the
    earlier ends where the later begins.
    """
    moving = Appointment.objects.select_for_update().filter(federation_id=gone_id)
    kept = Appointment.objects.filter(federation_id=kept_id, person__in=moving.values("person"))
    seats: dict[tuple[int, str], list[Appointment]] = defaultdict(list)
    for one in [*kept, *moving]:
        seats[one.person_id, body_of(one.post)].append(one)
    for of_one in seats.values():
        _in_one_line(of_one)
    Appointment.objects.filter(federation_id=gone_id).update(federation_id=kept_id)
    days = Term.objects.filter(federation_id=kept_id).values_list("starts_on", flat=True)
    Term.objects.filter(federation_id=gone_id, starts_on__in=list(days)).delete()
    Term.objects.filter(federation_id=gone_id).update(federation_id=kept_id)
    ListDay.objects.filter(federation_id=gone_id).exclude(
        batch__in=ListDay.objects.filter(federation_id=kept_id).values("batch")
    ).update(federation_id=kept_id)
    ListDay.objects.filter(federation_id=gone_id).delete()
    _follow_in_before_images(kept_id, gone_id)


def _in_one_line(seats: Iterable[Appointment]) -> None:
    """Seats of one woman, those of the kept unit first, made to follow each other."""
    last: Appointment | None = None
    for one in sorted(seats, key=lambda seat: seat.starts_on):
        if last is not None and last.starts_on == one.starts_on:
            one.delete()
            continue
        if last is not None and _until(last) > one.starts_on:
            _end(one, max(_until(last), _until(one)))
            _end(last, one.starts_on)
        last = one


def _until(seat: Appointment) -> date:
    return seat.ends_on or date.max


def _end(seat: Appointment, day: date) -> None:
    seat.ends_on = None if day == date.max else day
    seat.save(update_fields=["ends_on"])


def _follow_in_before_images(kept_id: int, gone_id: int) -> None:
    """A batch of the gone unit can still be undone: what comes back, comes back here."""
    with connection.cursor() as cursor:
        cursor.execute(
            "update roster_change set before = jsonb_set(before, '{federation}', to_jsonb(%s))"
            " where subject = 'appointment' and before->'federation' = to_jsonb(%s)",
            [kept_id, gone_id],
        )

"""What was said: to whom, how often, and what may go out at a moment."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta

from django.db.models import Count, F, Q
from django.utils.timezone import localtime

from jinguo.delivery.models import Notice
from jinguo.delivery.queries.manners import manner_shelf
from jinguo.delivery.rules.letting import Let, Message, let
from jinguo.delivery.rules.manners import week_of
from jinguo.federations.queries import newest_codes

_OF_OTHERS = ~Q(addressee_id=F("federation_id"))
"""What a unit was told of units below it."""


def steps_said(things: Collection[str]) -> dict[tuple[str, date], list[int]]:
    """Thing and its deadline → the steps that were said of it, in order; one query."""
    found: dict[tuple[str, date], list[int]] = defaultdict(list)
    said = Notice.objects.filter(thing__in=things).order_by("step")
    for thing, due_on, step in said.values_list("thing", "due_on", "step"):
        found[thing, due_on].append(step)
    return found


def sorted_out(messages: Sequence[Message], now: datetime) -> list[Let]:
    """What of these may go out now, in their order, and what holds the rest; five queries."""
    at = localtime(now)
    units = {one.addressee_id for one in messages}
    shelf, codes = manner_shelf(), newest_codes(units)
    said = Notice.objects.filter(thing__in={one.thing for one in messages}, sent_on=at.date())
    return let(
        messages,
        at=at.time(),
        manners={one: shelf.manner(codes[one], at.date()) for one in units},
        said=set(said.values_list("thing", flat=True)),
        counts=sent_in_week(units, at.date()),
        heard=set(
            Notice.objects.filter(_OF_OTHERS, addressee_id__in=units, sent_on=at.date())
            .values_list("addressee_id", flat=True)
            .distinct()
        ),
    )


def sent_in_week(addressee_ids: Collection[int] | None, day: date) -> dict[int, int]:
    """Unit → reminders it was sent in the week of a day, Monday to Sunday; one query.

    What it was told of units below it counts once a day. Of these units, or of every unit that was
    sent any.
    """
    monday = week_of(day)
    found = Notice.objects.filter(sent_on__gte=monday, sent_on__lt=monday + timedelta(days=7))
    if addressee_ids is not None:
        found = found.filter(addressee_id__in=addressee_ids)
    counted = found.values("addressee_id").annotate(
        own=Count("pk", filter=~_OF_OTHERS),
        days=Count("sent_on", distinct=True, filter=_OF_OTHERS),
    )
    return {one["addressee_id"]: one["own"] + one["days"] for one in counted}


def inbox(person_id: int, *, most: int = 100) -> list[Notice]:
    """What she was told, the latest first."""
    return list(Notice.objects.filter(recipient_id=person_id).order_by("-sent_at", "-pk")[:most])


def unseen(person_id: int) -> int:
    """How many notices she has not seen; one query."""
    return Notice.objects.filter(recipient_id=person_id, seen_at__isnull=True).count()

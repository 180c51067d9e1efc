"""Reading plaques: how one must read, and which hang."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import F

from jinguo.divisions.models import Level
from jinguo.divisions.queries import Place, ancestors, place_of
from jinguo.plaques.models import Plaque
from jinguo.plaques.rules import wording


@dataclass(frozen=True, slots=True)
class Hung:
    """A plaque that hangs at a place, shown by a photo."""

    federation_id: int
    record_id: int
    hung_on: date
    place: str
    photo_id: int


def text_of(unit: Place, day: date) -> str:
    """What must be on the plaque of a unit, by the names of its divisions on a day.

    A place that is on no list of that day is called as ``unit`` is, with what lay above it then.
    """
    then = place_of(unit.division_id, day)
    if then is None:
        then, day = unit, unit.valid_from or day
    above = [one.short for one in ancestors(then, day) if one.level >= Level.COUNTY]
    return wording([*above, then.short])


def hung(federation_ids: Collection[int], until: date) -> list[Hung]:
    """The plaques of these units hung up to a day, with place and photo; one query."""
    found = Plaque.objects.filter(
        federation_id__in=federation_ids, hung_on__lte=until, struck_at__isnull=True,
        photo__isnull=False,
    ).exclude(place="")  # fmt: skip
    return [
        Hung(*row)
        for row in found.values_list("federation_id", "pk", "hung_on", "place", "photo_id")
    ]


def plaques_of(federation_id: int) -> list[Plaque]:
    """The plaques recorded of a unit, the newest on top, struck out ones last."""
    found = Plaque.objects.filter(federation_id=federation_id).select_related("photo")
    return list(found.order_by(F("struck_at").asc(nulls_first=True), "-hung_on", "-pk"))


def unit_of(plaque_id: int) -> int | None:
    """The federation whose plaque this is."""
    return Plaque.objects.filter(pk=plaque_id).values_list("federation_id", flat=True).first()


def plaque(number: int) -> Plaque | None:
    """One plaque with its photo; one query."""
    return Plaque.objects.filter(pk=number).select_related("photo").first()

"""Reading the tree of federations as it stood on a day."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import F, OuterRef, Q, Subquery

from jinguo.divisions.models import Level, Version
from jinguo.divisions.queries import Place, names_ever, place, within
from jinguo.divisions.rules.codes import bounds
from jinguo.federations.models import Federation

LEVELS = (Level.COUNTY, Level.TOWNSHIP, Level.VILLAGE)
"""Levels that have federations of their own in this house (lists above the county are context)."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A federation as it stood on a day: ``place`` gives its code and name of that day."""

    federation_id: int
    place: Place
    level: int
    predecessor: str
    closed_on: date | None

    @property
    def name(self) -> str:
        """The short name, like 石下村妇联."""
        return federation_name(self.place)

    @property
    def code(self) -> str:
        """The division code of the day, twelve digits."""
        return self.place.code


def federation_name(place: Place) -> str:
    """What the federation of a place is called for short: 石下村 → 石下村妇联."""
    return f"{place.short}妇联"


def units_within(lowest: str, highest: str, day: date) -> list[Unit]:
    """Federations whose code on ``day`` is ``lowest`` ≤ code < ``highest``, by code."""
    places = [one for one in within(lowest, highest, day) if one.level in LEVELS]
    standing = Federation.objects.filter(
        Q(closed_on__isnull=True) | Q(closed_on__gt=day),
        division_id__in=[one.division_id for one in places],
    )
    federations = {one.division_id: one for one in standing}
    return [
        Unit(found.pk, one, one.level, found.predecessor, found.closed_on)
        for one in places
        if (found := federations.get(one.division_id)) is not None
    ]


def units_below(code: str, day: date) -> list[Unit]:
    """The federation of the division with this code on ``day`` and all below it, by code.

    Raises ``DivisionUnknown`` where the code meant nothing on that day.
    """
    return units_of(place(code, day), day)


def units_of(top: Place, day: date) -> list[Unit]:
    """The federation of a place and all below it on ``day``, by code."""
    return units_within(*bounds(top.prefix), day)


def federations_of(division_ids: Collection[int], day: date | None = None) -> dict[int, int]:
    """Division → its federation that is open, or that was not yet closed on ``day``; one query."""
    standing = Q(closed_on__isnull=True)
    if day is not None:
        standing |= Q(closed_on__gt=day)
    found = Federation.objects.filter(standing, division_id__in=division_ids)
    return dict(
        found.order_by("division_id", F("closed_on").desc(nulls_first=True)).values_list(
            "division_id", "id"
        )
    )


def closings(county: Place) -> dict[int, date]:
    """Division → the day on which the federation of a place, with nothing after it, was closed."""
    divisions = {one.division_id for one in names_ever(county)}
    ended = Federation.objects.filter(division_id__in=divisions, closed_on__isnull=False)
    found = dict(ended.order_by("closed_on").values_list("division_id", "closed_on"))
    standing = federations_of(list(found))
    return {division: day for division, day in found.items() if day and division not in standing}


def newest_codes(federation_ids: Collection[int]) -> dict[int, str]:
    """Federation → the last code of its division, on which rights are held; one query."""
    newest = Version.objects.filter(division_id=OuterRef("division_id")).order_by(
        F("valid_from").desc(nulls_last=True)
    )
    found = Federation.objects.filter(pk__in=federation_ids)
    return dict(found.annotate(code=Subquery(newest.values("code")[:1])).values_list("pk", "code"))

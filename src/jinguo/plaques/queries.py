"""Reading plaques: how one must be and read, and which hang."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q, QuerySet

from jinguo.divisions.models import Level
from jinguo.divisions.queries import Place, ancestors, place_of, subtree
from jinguo.federations.queries import Unit, units_of
from jinguo.plaques.enums import Direction, Typeface
from jinguo.plaques.models import Plaque, PlaqueSpecification
from jinguo.plaques.rules import Board, wording


@dataclass(frozen=True, slots=True)
class Hung:
    """A plaque that hangs at a place, shown by a photo."""

    federation_id: int
    record_id: int
    hung_on: date
    place: str
    photo_id: int


@dataclass(frozen=True, slots=True)
class Ordered:
    """A plaque to be made: the unit, and what is to be on it."""

    unit: Unit
    text: str


def specification(county_id: int | None, day: date) -> PlaqueSpecification:
    """How plaques of a county (its division) are to be on a day; one query.

    The county's own that began last, else the default that is shipped.
    """
    begun = Q(valid_from__isnull=True) | Q(valid_from__lte=day)
    found = _of(county_id).filter(begun, withdrawn_at__isnull=True)
    return found.order_by(*_NEAREST)[0]


def specifications(county_id: int) -> list[PlaqueSpecification]:
    """Every one the county stated, withdrawn ones among them, and the default; the newest first."""
    return list(_of(county_id).order_by(*_NEAREST, "-pk"))


_NEAREST = (F("county").desc(nulls_last=True), F("valid_from").desc(nulls_last=True))


def _of(county_id: int | None) -> QuerySet[PlaqueSpecification]:
    return PlaqueSpecification.objects.filter(Q(county=county_id) | Q(county__isnull=True))


def board_of(specified: PlaqueSpecification) -> Board:
    """The board without its text."""
    return Board(
        width=specified.width_mm,
        height=specified.height_mm,
        direction=Direction(specified.direction),
        typeface=Typeface(specified.typeface),
        ground=specified.ground,
        ink=specified.ink,
        border=specified.border_mm,
        border_colour=specified.border_colour,
    )


def pattern_of(specified: PlaqueSpecification, level: int) -> str:
    """The wording for units of a level."""
    if level <= Level.COUNTY:
        return specified.county_wording
    return specified.township_wording if level == Level.TOWNSHIP else specified.village_wording


def specified_for(unit: Place, day: date) -> tuple[PlaqueSpecification, str]:
    """How the plaque of a unit is to be on a day, and its text by the names of that day.

    A place that is on no list of that day is called as ``unit`` is, with what lay above it then.
    """
    then, called = place_of(unit.division_id, day), day
    if then is None:
        then, called = unit, unit.valid_from or day
    line = [one for one in (*ancestors(then, called), then) if one.level >= Level.COUNTY]
    found = specification(line[0].division_id, day)
    return found, wording(pattern_of(found, then.level), [one.short for one in line])


def text_of(unit: Place, day: date) -> str:
    """What must be on the plaque of a unit, by the names of its divisions on a day."""
    return specified_for(unit, day)[1]


def ordered(top: Place, day: date, specified: PlaqueSpecification) -> list[Ordered]:
    """The plaques of a unit and of all below it as they must read on a day, by code."""
    places = [
        one for one in (*ancestors(top, day), *subtree(top, day)) if one.level >= Level.COUNTY
    ]
    named = {one.prefix: one.short for one in places}
    return [
        Ordered(one, wording(pattern_of(specified, one.level), _line(one.place.prefix, named)))
        for one in units_of(top, day)
    ]


def _line(prefix: str, named: dict[str, str]) -> list[str]:
    return [
        named[prefix[:digits]]
        for digits in (6, 9, 12)
        if digits <= len(prefix) and prefix[:digits] in named
    ]


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

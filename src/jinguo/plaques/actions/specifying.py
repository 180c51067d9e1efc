"""A county says how its plaques are to be, from a day on."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection, transaction
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from jinguo.audit.actions import record
from jinguo.divisions.models import Level
from jinguo.divisions.queries import Place
from jinguo.kernel.actor import RULES, Actor
from jinguo.plaques.errors import (
    SpecificationForbidden,
    SpecificationUnfit,
    SpecificationUnknown,
)
from jinguo.plaques.models import PlaqueSpecification
from jinguo.plaques.rules import Board, board_fault, wording_fault


@dataclass(frozen=True, slots=True)
class Stated:
    """A specification as the county states it; ``valid_from`` empty: it always held."""

    valid_from: date | None
    board: Board
    county_wording: str
    township_wording: str
    village_wording: str
    source: str
    verified: bool


@transaction.atomic
def state_specification(*, county: Place, stated: Stated, by: Actor) -> PlaqueSpecification:
    """How plaques are to be from a day on, until the next statement of the county begins.

    One stated for the same day before is withdrawn by it. What was recorded stays as it is, and
    is judged by what holds on its own day. Raises ``SpecificationForbidden``,
    ``SpecificationUnfit``.
    """
    _may(county, by)
    if why := _fault(county, stated):
        raise SpecificationUnfit(why=why)
    same = PlaqueSpecification.objects.filter(
        county=county.division_id, valid_from=stated.valid_from, withdrawn_at__isnull=True
    ).first()
    before = told(same) if same else None
    if same is not None:
        _withdraw(same, by)
    made = PlaqueSpecification.objects.create(
        county_id=county.division_id, stated_by_id=by.id, stated_by=by.name, **_fields(stated)
    )
    _noted(county, by, "specification.stated", before=before, after=told(made))
    return made


@transaction.atomic
def withdraw_specification(*, county: Place, number: int, by: Actor) -> None:
    """A statement holds for nothing any more; what held before it holds on.

    Stated again, it holds again. Withdrawing it twice changes nothing. Raises
    ``SpecificationForbidden``, ``SpecificationUnknown``.
    """
    _may(county, by)
    found = PlaqueSpecification.objects.filter(pk=number, county=county.division_id).first()
    if found is None:
        raise SpecificationUnknown
    if found.withdrawn_at is None:
        _withdraw(found, by)
        _noted(county, by, "specification.withdrawn", before=told(found), after=None)


def told(one: PlaqueSpecification) -> dict[str, Any]:
    """What a specification says, as the record of deeds keeps it."""
    kept = {"id", "county", "stated_at", "stated_by_id", "stated_by", "withdrawn_at",
            "withdrawn_by"}  # fmt: skip
    said = {
        field.name: getattr(one, field.name)
        for field in one._meta.concrete_fields
        if field.name not in kept
    }
    return said | {"valid_from": one.valid_from.isoformat() if one.valid_from else None}


def _may(county: Place, by: Actor) -> None:
    if not by.may(RULES, county.code):
        raise SpecificationForbidden(unit=county.name).asked(
            by, RULES, "unit", county.code, county.code
        )
    with connection.cursor() as cursor:  # two who state one at once do so one after the other
        cursor.execute("select pg_advisory_xact_lock(hashtext('plaque specifications'))")


def _fault(county: Place, stated: Stated) -> str:
    wordings = (stated.county_wording, stated.township_wording, stated.village_wording)
    faults = (board_fault(stated.board), *(wording_fault(one) for one in wordings))
    if why := next((one for one in faults if one), ""):
        return why
    if not stated.source.strip():
        return _("Say where the specification is written.")
    if county.level != Level.COUNTY:
        return _("A county specifies its plaques.")
    return ""


def _fields(stated: Stated) -> dict[str, Any]:
    board = stated.board
    return {
        "valid_from": stated.valid_from,
        "county_wording": stated.county_wording,
        "township_wording": stated.township_wording,
        "village_wording": stated.village_wording,
        "width_mm": board.width,
        "height_mm": board.height,
        "direction": board.direction,
        "typeface": board.typeface,
        "ground": board.ground,
        "ink": board.ink,
        "border_mm": board.border,
        "border_colour": board.border_colour,
        "source": stated.source.strip(),
        "verified": stated.verified,
    }


def _withdraw(one: PlaqueSpecification, by: Actor) -> None:
    PlaqueSpecification.objects.filter(pk=one.pk).update(withdrawn_at=Now(), withdrawn_by=by.name)


def _noted(county: Place, by: Actor, verb: str, **data: Any) -> None:
    record(
        by=by,
        verb=verb,
        subject="division",
        subject_id=county.division_id,
        unit_code=county.code,
        **data,
    )

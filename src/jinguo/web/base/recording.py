"""What the pages of records share: whose they are, and who may write them."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404

from jinguo.divisions.queries import Place, latest
from jinguo.federations.models import Federation
from jinguo.federations.queries import federation_name, federations_of
from jinguo.kernel.actor import RECORD
from jinguo.kernel.clock import today
from jinguo.kernel.errors import JinguoError
from jinguo.web.base.refusing import Refused
from jinguo.web.base.request import Request
from jinguo.web.base.scope import may_see, trail, unit_or_404


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as the reader opened it. ``writes``: she may record for it."""

    federation_id: int
    place: Place
    name: str
    trail: list[Place]
    writes: bool


def unit_with_records(request: Request, code: str) -> Unit:
    """The unit with this code today, as the reader may see it; 404 where it has no federation."""
    place = unit_or_404(code, today(), request.actor)
    federation = federations_of([place.division_id], today()).get(place.division_id)
    if federation is None:
        raise Http404
    return _unit(request, federation, place)


def unit_to_write(request: Request, code: str) -> Unit:
    """The unit with this code; ``Refused`` for whoever may not record for it."""
    unit = unit_with_records(request, code)
    if not unit.writes:
        newest = latest(unit.place.division_id).code
        raise Refused("unit", code, code=newest, right=RECORD)
    return unit


def unit_of_record(request: Request, federation_id: int | None, word: str, number: int) -> Unit:
    """The unit of a record; 404, on record, where the reader may not see it."""
    found = Federation.objects.filter(pk=federation_id or 0).first()
    if found is None:
        raise Http404
    place = latest(found.division_id)
    if not may_see(place, request.actor):
        raise Refused(word, number, code=place.code)
    return _unit(request, found.pk, place)


def carried_out(request: Request, deed: Callable[[], object], told: str) -> None:
    """Do something with a record, and say that it is done or why it is not."""
    try:
        deed()
    except JinguoError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, told)


def _unit(request: Request, federation_id: int, place: Place) -> Unit:
    return Unit(
        federation_id,
        place,
        federation_name(place),
        trail(place, today(), request.actor),
        request.actor.may(RECORD, latest(place.division_id).code),
    )

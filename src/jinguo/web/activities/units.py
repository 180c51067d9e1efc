"""The unit or the activity a page is about, for whoever may see it or write it."""

from dataclasses import dataclass

from django.http import Http404

from jinguo.activities.models import Activity
from jinguo.activities.queries import activity
from jinguo.divisions.queries import Place, latest
from jinguo.federations.queries import federation_name, federations_of
from jinguo.kernel import clock
from jinguo.kernel.actor import RECORD, VIEW
from jinguo.web.base.refusing import Refused
from jinguo.web.base.request import Request
from jinguo.web.base.scope import trail, unit_or_404


@dataclass(frozen=True, slots=True)
class ActivityUnit:
    """A unit under today's code, and what its pages are headed with."""

    place: Place
    federation_id: int
    name: str
    trail: list[Place]
    writing: bool
    """Whether the reader may note activities of it."""

    @property
    def code(self) -> str:
        """The significant digits of its code, as addresses have it."""
        return self.place.prefix


def unit_seen(request: Request, code: str, *, right: str = VIEW) -> ActivityUnit:
    """The unit with this code; ``Refused`` for whoever lacks the right, 404 where none is."""
    today = clock.today()
    place = unit_or_404(code, today, request.actor)
    newest = latest(place.division_id).code
    if not request.actor.may(right, newest):
        raise Refused("unit", code, code=newest, right=right)
    federation = federations_of([place.division_id], today).get(place.division_id)
    if federation is None:
        raise Http404
    return _of(request, place, federation)


def activity_seen(
    request: Request, number: int, *, right: str = VIEW
) -> tuple[Activity, ActivityUnit]:
    """The activity and its unit; ``Refused`` for whoever lacks the right, 404 where none is."""
    found = activity(number)
    if found is None:
        raise Http404
    place = latest(found.federation.division_id)
    if not request.actor.may(right, place.code):
        raise Refused("activity", number, code=place.code, right=right)
    return found, _of(request, place, found.federation_id)


def _of(request: Request, place: Place, federation_id: int) -> ActivityUnit:
    return ActivityUnit(
        place,
        federation_id,
        federation_name(place),
        trail(place, clock.today(), request.actor),
        request.actor.may(RECORD, latest(place.division_id).code),
    )

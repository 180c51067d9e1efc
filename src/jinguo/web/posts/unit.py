"""The unit whose posts a page is about, for whoever may give them."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404

from jinguo.divisions.queries import Place, latest
from jinguo.federations.queries import federation_name, federations_of
from jinguo.kernel.actor import APPOINT
from jinguo.roster.models import Appointment
from jinguo.roster.queries.committees import Seat, committee
from jinguo.roster.queries.people import seat_of_unit
from jinguo.web.base.refusing import Refused
from jinguo.web.base.request import Request
from jinguo.web.base.scope import trail, unit_or_404


@dataclass(frozen=True, slots=True)
class PostsUnit:
    """A unit under today's code, and what its pages are headed with."""

    place: Place
    federation_id: int
    name: str
    trail: list[Place]

    @property
    def code(self) -> str:
        """The significant digits of its code, as addresses have it."""
        return self.place.prefix

    def committee(self, day: date) -> list[Seat]:
        """Who sits on a day."""
        return committee(self.federation_id, day)


def posts_unit_or_404(request: Request, code: str, day: date) -> PostsUnit:
    """The unit, if the reader may give posts in it; raises ``Http404`` where she may not."""
    place = unit_or_404(code, day, request.actor)
    newest = latest(place.division_id).code
    if not request.actor.may(APPOINT, newest):
        raise Refused("unit", code, code=newest, right=APPOINT)
    federation = federations_of([place.division_id], day).get(place.division_id)
    if federation is None:
        raise Http404
    return PostsUnit(place, federation, federation_name(place), trail(place, day, request.actor))


def seat_or_404(unit: PostsUnit, seat_id: int) -> Appointment:
    """A seat of the unit, held now or before."""
    found = seat_of_unit(seat_id, unit.federation_id)
    if found is None:
        raise Http404
    return found

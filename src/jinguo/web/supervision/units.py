"""The visit or the finding a page is about, for whoever may see it or decide on it."""

from django.http import Http404

from jinguo.campaigns.actions.supervising import may_supervise
from jinguo.campaigns.models import Visit
from jinguo.campaigns.queries.supervision import Standing, finding, visit
from jinguo.divisions.queries import latest
from jinguo.kernel.actor import RECORD
from jinguo.kernel.clock import today
from jinguo.web.base.recording import Unit, unit_of_record, unit_with_records
from jinguo.web.base.refusing import Refused
from jinguo.web.base.request import Request


def supervises(request: Request, unit: Unit) -> bool:
    """Whether the reader keeps the records of the level above the unit."""
    return may_supervise(request.actor, latest(unit.place.division_id))


def unit_to_visit(request: Request, code: str) -> Unit:
    """The unit with this code; ``Refused`` for whoever does not supervise it."""
    unit = unit_with_records(request, code)
    if not supervises(request, unit):
        newest = latest(unit.place.division_id).code
        raise Refused("unit", code, code=newest, right=RECORD)
    return unit


def visit_seen(request: Request, number: int) -> tuple[Visit, Unit]:
    """The visit and its unit; ``Refused`` for whoever may not see it, 404 where none is."""
    found = visit(number)
    if found is None:
        raise Http404
    return found, unit_of_record(request, found.federation_id, "visit", number)


def visit_to_change(request: Request, number: int) -> tuple[Visit, Unit]:
    """The visit and its unit; ``Refused`` for whoever does not supervise the unit."""
    found, unit = visit_seen(request, number)
    if not supervises(request, unit):
        raise Refused("visit", number, code=unit.place.code, right=RECORD)
    return found, unit


def finding_seen(request: Request, number: int) -> tuple[Standing, Unit]:
    """The finding as it stands today and its unit; ``Refused`` for whoever may not see it."""
    found = finding(number, today())
    if found is None:
        raise Http404
    return found, unit_of_record(request, found.finding.federation_id, "finding", number)

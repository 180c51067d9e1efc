"""The unit or the activity a page is about, for whoever may see it or write it."""

from django.http import Http404

from jinguo.activities.models import Activity
from jinguo.activities.queries import activity
from jinguo.kernel.actor import RECORD
from jinguo.web.base.recording import Unit, unit_of_record
from jinguo.web.base.refusing import Refused
from jinguo.web.base.request import Request


def activity_seen(request: Request, number: int) -> tuple[Activity, Unit]:
    """The activity and its unit; ``Refused`` for whoever may not see it, 404 where none is."""
    found = activity(number)
    if found is None:
        raise Http404
    return found, unit_of_record(request, found.federation_id, "activity", number)


def activity_to_write(request: Request, number: int) -> tuple[Activity, Unit]:
    """The activity and its unit; ``Refused`` for whoever may not record for it."""
    found, unit = activity_seen(request, number)
    if not unit.writes:
        raise Refused("activity", number, code=unit.place.code, right=RECORD)
    return found, unit

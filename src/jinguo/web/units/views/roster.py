"""The roster of a unit and all below it, or of the unit alone, as a workbook."""

from django.http import HttpResponse

from jinguo.kernel import clock
from jinguo.roster.actions.exporting import ExportRequest
from jinguo.web.base.days import days_of
from jinguo.web.base.request import Request
from jinguo.web.base.scope import unit_or_404
from jinguo.web.base.workbooks import roster_workbook


def roster(request: Request, code: str) -> HttpResponse:
    """The unit and all below it, as of the day of the page, without telephone numbers."""
    return _written(request, code, alone=False)


def own_roster(request: Request, code: str) -> HttpResponse:
    """The same of the unit itself, without those below it."""
    return _written(request, code, alone=True)


def _written(request: Request, code: str, *, alone: bool) -> HttpResponse:
    day = days_of(request).day
    top = unit_or_404(code, day, request.actor)
    return roster_workbook(ExportRequest(top, day, clock.now(), alone=alone), request.actor)

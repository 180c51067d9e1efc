"""The roster of a unit and all below it, or of the unit alone, as a workbook."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from jinguo.divisions.queries import latest
from jinguo.federations.queries import federation_name
from jinguo.kernel import clock
from jinguo.kernel.actor import CONTACTS
from jinguo.roster.actions.exporting import ExportRequest
from jinguo.web.base.days import days_of
from jinguo.web.base.reasons import with_reason
from jinguo.web.base.refusing import Refused
from jinguo.web.base.request import Request
from jinguo.web.base.scope import unit_or_404
from jinguo.web.base.workbooks import roster_workbook


def roster(request: Request, code: str) -> HttpResponse:
    """The unit and all below it, as of the day of the page, with telephone numbers masked."""
    return _written(request, code, alone=False)


def own_roster(request: Request, code: str) -> HttpResponse:
    """The same of the unit itself, without those below it."""
    return _written(request, code, alone=True)


def _written(request: Request, code: str, *, alone: bool) -> HttpResponse:
    day = days_of(request).day
    top = unit_or_404(code, day, request.actor)
    return roster_workbook(ExportRequest(top, day, clock.now(), alone=alone), request.actor)


def numbers(request: Request, code: str) -> HttpResponse:
    """The same with numbers in full, for who may read them and says why; ``alone`` as asked."""
    days = days_of(request)
    top = unit_or_404(code, days.day, request.actor)
    newest = latest(top.division_id).code
    if not request.actor.may(CONTACTS, newest):
        raise Refused("unit", code, code=newest, right=CONTACTS)
    alone = request.GET.get("alone") == "1"
    words = {"unit": federation_name(top), "day": days.day}

    def write(reason: str) -> HttpResponse:
        asked = ExportRequest(top, days.day, clock.now(), alone=alone, contacts=True, reason=reason)
        return roster_workbook(asked, request.actor)

    return with_reason(
        request,
        of=(_("%(unit)s, %(day)s") if alone else _("%(unit)s and all below it, %(day)s")) % words,
        back=reverse("units:unit", args=[code]) + days.query,
        write=write,
    )

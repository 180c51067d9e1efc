"""The page of one visit, its photos, striking it out and putting it back."""

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from jinguo.campaigns.actions import strike_visit, unstrike_visit
from jinguo.campaigns.queries.supervision import findings_of, owners, photos_of_visit
from jinguo.kernel.clock import today
from jinguo.roster.queries.committees import committee
from jinguo.web.base.photos import photo_response
from jinguo.web.base.posting import takes_form_of
from jinguo.web.base.recording import carried_out
from jinguo.web.base.request import Request
from jinguo.web.base.reuse import reuses
from jinguo.web.supervision.forms import LONGEST, empty_row
from jinguo.web.supervision.units import supervises, visit_seen, visit_to_change


def one(request: Request, visit_id: int) -> HttpResponse:
    """Who went, what was seen, its photos, and how what it found stands today."""
    found, unit = visit_seen(request, visit_id)
    lines = findings_of(today(), [found.federation_id], visit_id=found.pk)
    above, photos = supervises(request, unit), photos_of_visit(found.pk)
    numbers = [photo.pk for photo in photos]
    context = {
        "unit": unit,
        "visit": found,
        "photos": photos,
        "reuses": reuses(numbers, request.actor, but=[("visit", found.pk)]),
        "lines": lines,
        "owners": owners(lines, today()),
        "supervises": above,
        "committee": committee(unit.federation_id, today()) if above else [],
        "row": empty_row(today()),
    }
    return render(request, "supervision/visit.html", context)


def photo(request: Request, visit_id: int, photo_id: int) -> HttpResponse:
    """A photo of a visit, for whoever may see the visit."""
    found, _unit = visit_seen(request, visit_id)
    for shown in photos_of_visit(found.pk):
        if shown.pk == photo_id:
            return photo_response(request, shown)
    raise Http404


@takes_form_of("supervision:visit")
def strike(request: Request, visit_id: int) -> HttpResponse:
    """It was recorded by mistake."""
    found, _unit = visit_to_change(request, visit_id)
    why = request.POST.get("why", "").strip()[:LONGEST]
    carried_out(
        request,
        lambda: strike_visit(visit_id=found.pk, why=why, by=request.actor),
        _("Struck out. It counts for nothing and can be put back."),
    )
    return HttpResponseRedirect(reverse("supervision:visit", args=[found.pk]))


@takes_form_of("supervision:visit")
def put_back(request: Request, visit_id: int) -> HttpResponse:
    """It counts again."""
    found, _unit = visit_to_change(request, visit_id)
    carried_out(
        request,
        lambda: unstrike_visit(visit_id=found.pk, by=request.actor),
        _("Put back. It counts again."),
    )
    return HttpResponseRedirect(reverse("supervision:visit", args=[found.pk]))

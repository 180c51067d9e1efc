"""Striking a filed result out, and putting it back, from the page of its gates."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from jinguo.campaigns.actions.filing import strike_filing, unstrike_filing
from jinguo.campaigns.queries.evidence import filed_by
from jinguo.web.base.campaigns import campaign_or_404
from jinguo.web.base.posting import takes_form_of
from jinguo.web.base.recording import Unit, carried_out, unit_of_record
from jinguo.web.base.request import Request


@takes_form_of("home", bare=True)
def strike(request: Request, slug: str, number: int) -> HttpResponse:
    """Strike a filed result out: the gate opens again where nothing else proves it."""
    found = _filing(request, number)
    why = request.POST.get("why", "")
    carried_out(
        request,
        lambda: strike_filing(filing_id=number, why=why, by=request.actor),
        _("Struck out. It can be put back."),
    )
    return _back(request, slug, found)


@takes_form_of("home", bare=True)
def put_back(request: Request, slug: str, number: int) -> HttpResponse:
    """Put a filed result back."""
    found = _filing(request, number)
    carried_out(
        request,
        lambda: unstrike_filing(filing_id=number, by=request.actor),
        _("It counts again."),
    )
    return _back(request, slug, found)


def _filing(request: Request, number: int) -> Unit:
    return unit_of_record(request, filed_by(number), "filing", number)


def _back(request: Request, slug: str, found: Unit) -> HttpResponseRedirect:
    one = campaign_or_404(request, slug)
    return HttpResponseRedirect(reverse("campaigns:unit", args=[one.slug, found.place.prefix]))

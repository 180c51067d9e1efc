"""Where files are dropped, and the list of what was imported."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from jinguo.kernel.actor import DIVISIONS
from jinguo.roster.actions.drafts import make_draft
from jinguo.roster.queries.batches import batches
from jinguo.roster.queries.drafts import open_drafts
from jinguo.web.base.request import Request
from jinguo.web.imports.forms import DropForm
from jinguo.web.imports.rights import counties_of, importer_or_404


def start(request: Request) -> HttpResponse:
    """The place to drop workbooks. A drop becomes a draft; nothing is imported yet."""
    importer_or_404(request.actor)
    counties = counties_of(request.actor)
    dropped = request.method == "POST"
    form = DropForm(
        request.POST if dropped else None, request.FILES if dropped else None, counties=counties
    )
    if dropped and counties and form.is_valid():
        draft = make_draft(
            files=form.contents(),
            county=form.county_place(),
            as_of=form.cleaned_data["as_of"],
            by=request.actor,
        )
        return HttpResponseRedirect(reverse("imports:draft", args=[draft.pk]))
    if dropped:
        messages.error(request, _("Nothing was taken in yet: see below."))
    return render(
        request,
        "imports/start.html",
        {
            "form": form,
            "counties": counties,
            "drafts": open_drafts(reader=request.actor),
            "batches": [
                (county, batches(county.division_id, reader=request.actor)) for county in counties
            ],
            "may_load": bool(request.actor.prefixes(DIVISIONS)),
        },
    )

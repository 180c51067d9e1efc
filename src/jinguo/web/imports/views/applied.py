"""What was imported, and taking it back."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from jinguo.kernel.actor import IMPORT
from jinguo.kernel.errors import JinguoError
from jinguo.roster.actions import undoing
from jinguo.roster.errors import LaterEdits
from jinguo.roster.queries import batches
from jinguo.roster.queries.batches import BatchLine
from jinguo.roster.queries.later import later_batches
from jinguo.web.base.paging import numbers, page_number
from jinguo.web.base.refusing import Refused
from jinguo.web.base.request import Request
from jinguo.web.imports.outcome import SHOWN, outcome
from jinguo.web.imports.rights import importer_or_404


def batch(request: Request, batch_id: int) -> HttpResponse:
    """What an import did."""
    found = _batch_or_404(request, batch_id)
    changes = batches.batch_changes(batch_id, reader=request.actor)
    asked = request.GET.get("action", "")
    action = asked if asked in batches.ACTIONS else ""
    page = page_number(request)
    done = outcome(changes, action, page)
    return render(
        request,
        "imports/batch.html",
        {
            "batch": found,
            "report": found.report,
            "outcome": done,
            "facts_only": found.report.get("changed", 0) > done.counts["changed"],
            "numbers": numbers(page, done.total, SHOWN, {"action": action} if action else {}),
        },
    )


def undo(request: Request, batch_id: int) -> HttpResponse:
    """Ask once; then put everything back as it was before the import."""
    found = _batch_or_404(request, batch_id)
    if request.method != "POST":
        edits = later_batches(batch_id, reader=request.actor)
        context = {"batch": found, "report": found.report, "edits": edits}
        return render(request, "imports/undo.html", context)
    try:
        undoing.undo(batch_id=batch_id, by=request.actor)
    except LaterEdits:
        return HttpResponseRedirect(reverse("imports:undo", args=[batch_id]))  # it names them
    except JinguoError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Undone. Everything stands as it did before this import."))
    return HttpResponseRedirect(reverse("imports:batch", args=[batch_id]))


def _batch_or_404(request: Request, batch_id: int) -> BatchLine:
    importer_or_404(request.actor)
    found = batches.batch(batch_id, reader=request.actor)
    if found is None:
        raise Refused("batch", batch_id, right=IMPORT)
    return found

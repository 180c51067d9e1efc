"""Taking back a correction of what is known of a woman."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from jinguo.kernel.errors import JinguoError
from jinguo.roster.actions import undoing
from jinguo.roster.queries.corrections import fact_changes
from jinguo.roster.queries.later import later_batches
from jinguo.web.base.request import Request
from jinguo.web.people.correcting import keeper_card


def undo_correction(request: Request, person_id: int, batch_id: int) -> HttpResponse:
    """Ask once, then put back what stood there before."""
    card = keeper_card(request, person_id)
    found = (one for one in fact_changes(person_id, limit=500) if one.batch_id == batch_id)
    change = next((one for one in found if one.by_hand), None)
    if change is None:
        raise Http404
    if request.method == "POST":
        try:
            undoing.undo(batch_id=batch_id, by=request.actor)
        except JinguoError as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Undone. Everything stands as it did before."))
        return HttpResponseRedirect(reverse("people:person", args=[person_id]))
    words = {
        "card": card,
        "post": card.holdings[0],
        "change": change,
        "later": later_batches(batch_id, reader=request.actor),
    }
    return render(request, "people/undo.html", words)

"""Taking back what was decided by hand."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from jinguo.kernel import clock
from jinguo.kernel.errors import JinguoError
from jinguo.roster.actions import undoing
from jinguo.roster.queries.deeds import deeds
from jinguo.roster.queries.later import later_batches
from jinguo.web.base.request import Request
from jinguo.web.posts.unit import posts_unit_or_404


def undo(request: Request, code: str, batch_id: int) -> HttpResponse:
    """Ask once, then put everything back as it was before the deed."""
    unit = posts_unit_or_404(request, code, clock.today())
    deed = next((one for one in deeds(unit.federation_id, limit=500) if one.id == batch_id), None)
    if deed is None:
        raise Http404
    if request.method == "POST":
        try:
            undoing.undo(batch_id=batch_id, by=request.actor)
        except JinguoError as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Undone. Everything stands as it did before."))
        return HttpResponseRedirect(reverse("posts:hub", args=[unit.code]))
    later = later_batches(batch_id, reader=request.actor)
    return render(request, "posts/undo.html", {"unit": unit, "deed": deed, "later": later})

"""Striking an activity out with a reason, and putting it back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from jinguo.activities.actions import strike, unstrike
from jinguo.kernel.errors import JinguoError
from jinguo.web.activities.units import activity_to_write
from jinguo.web.base.posting import takes_form_of
from jinguo.web.base.recording import carried_out
from jinguo.web.base.request import Request
from jinguo.web.base.returning import onward

LONGEST = 200


def strike_out(request: Request, activity_id: int) -> HttpResponse:
    """Ask why, then strike it out: it stays to be seen and counts for nothing."""
    found, unit = activity_to_write(request, activity_id)
    why, fault = request.POST.get("why", "").strip()[:LONGEST], ""
    if request.method == "POST":
        try:
            strike(activity_id=found.pk, why=why, by=request.actor)
        except JinguoError as refusal:
            fault = str(refusal)
        else:
            messages.success(request, _("Struck out. It counts for nothing and can be put back."))
            return onward(request, unit, "activities:one", found.pk)
    context = {"unit": unit, "activity": found, "why": why, "fault": fault}
    return render(request, "activities/strike.html", context, status=400 if fault else 200)


@takes_form_of("activities:one")
def put_back(request: Request, activity_id: int) -> HttpResponse:
    """It counts again."""
    found, unit = activity_to_write(request, activity_id)
    carried_out(
        request,
        lambda: unstrike(activity_id=found.pk, by=request.actor),
        _("Put back. It counts again."),
    )
    return onward(request, unit, "activities:one", found.pk)

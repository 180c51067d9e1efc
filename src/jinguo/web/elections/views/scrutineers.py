"""Who watches and counts the votes."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from jinguo.elections.actions import watching
from jinguo.elections.enums import Duty
from jinguo.web.base.request import Request
from jinguo.web.elections.context import next_step, page_context
from jinguo.web.elections.forms import ScrutineerForm
from jinguo.web.elections.rights import done, file_or_404


def scrutineers(request: Request, congress_id: int) -> HttpResponse:
    """The names with their duties; one is added or taken off."""
    file = file_or_404(request, congress_id)
    form = ScrutineerForm()
    if request.method == "POST" and _change(request, congress_id):
        return HttpResponseRedirect(reverse("elections:scrutineers", args=[congress_id]))
    if request.method == "POST":
        form = ScrutineerForm(request.POST)
    context = page_context(request, file)
    context |= {
        "form": form,
        "duties": Duty,
        "people": sorted(file.scrutineers, key=lambda one: Duty.values.index(one.duty)),
        "next": next_step(file),
    }
    return render(request, "elections/scrutineers.html", context)


def _change(request: Request, congress_id: int) -> bool:
    if request.POST.get("deed") == "remove":
        number = request.POST.get("number", "")
        done(
            request,
            lambda: watching.remove_scrutineer(
                congress_id=congress_id,
                scrutineer_id=int(number) if number.isdecimal() and len(number) < 18 else 0,
                by=request.actor,
            ),
        )
        return True
    form = ScrutineerForm(request.POST)
    return form.is_valid() and done(
        request,
        lambda: watching.set_scrutineer(
            congress_id=congress_id,
            name=form.cleaned_data["name"],
            duty=Duty(form.cleaned_data["duty"]),
            by=request.actor,
        ),
    )

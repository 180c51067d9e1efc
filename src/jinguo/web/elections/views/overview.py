"""A congress at a glance: its steps and papers; its facts; calling it off."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from jinguo.elections.actions.calling import call_off, correct, take_up
from jinguo.elections.enums import RuleKind
from jinguo.web.base.posting import takes_form_of
from jinguo.web.base.request import Request
from jinguo.web.elections.context import page_context
from jinguo.web.elections.forms import CallForm
from jinguo.web.elections.rights import done, file_or_404
from jinguo.web.elections.steps import steps
from jinguo.web.elections.views import papers


def overview(request: Request, congress_id: int) -> HttpResponse:
    """Every step with where it stands, the next one first in sight."""
    file = file_or_404(request, congress_id)
    found = steps(file)
    context = page_context(request, file)
    context["steps"] = found
    context["papers"] = papers.links(file)
    context["next"] = next((one for one in found if one.state == "now"), None)
    return render(request, "elections/congress.html", context)


def facts(request: Request, congress_id: int) -> HttpResponse:
    """Correct day, place and seats."""
    file = file_or_404(request, congress_id)
    congress = file.congress
    first = {name: getattr(congress, name) for name in CallForm.base_fields}
    form = CallForm(request.POST or None, initial=first)
    page = reverse("elections:congress", args=[congress_id])
    if form.is_valid() and done(
        request,
        lambda: correct(congress_id=congress_id, words=form.words(), by=request.actor),
        _("Recorded."),
    ):
        return HttpResponseRedirect(page)
    context = page_context(request, file)
    context |= {
        "filling": congress.by_election,
        "form": form,
        "back": page,
        "bounds": file.book.bounds(RuleKind.DELEGATES),
        "book": file.book,
    }
    return render(request, "elections/call.html", context)


@takes_form_of("elections:congress")
def off(request: Request, congress_id: int) -> HttpResponse:
    """Call the congress off, or take it up again."""
    file = file_or_404(request, congress_id)
    if file.congress.called_off_at is None:
        done(
            request,
            lambda: call_off(congress_id=congress_id, by=request.actor),
            _("The congress is called off. What was recorded is kept."),
        )
    else:
        done(
            request,
            lambda: take_up(congress_id=congress_id, by=request.actor),
            _("The congress goes on."),
        )
    return HttpResponseRedirect(reverse("elections:congress", args=[congress_id]))

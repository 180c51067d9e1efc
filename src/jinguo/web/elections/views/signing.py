"""Signing the result, and taking the signature back."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from jinguo.elections.actions.signing import members, sign, take_signature_back
from jinguo.elections.enums import Office
from jinguo.kernel.clock import today
from jinguo.roster.queries.committees import committee
from jinguo.web.base.request import Request
from jinguo.web.elections.context import next_step, page_context
from jinguo.web.elections.rights import done, file_or_404


def sign_page(request: Request, congress_id: int) -> HttpResponse:
    """What the signature will do, and the signature."""
    file = file_or_404(request, congress_id)
    if request.method == "POST":
        if done(
            request,
            lambda: sign(congress_id=congress_id, today=today(), by=request.actor),
            _("The result is signed: those elected are in office."),
        ):
            return HttpResponseRedirect(reverse("elections:congress", args=[congress_id]))
        return HttpResponseRedirect(request.path)
    congress = file.congress
    elected = members(file)
    numbers = {one.person_id for one in elected}
    sitting = [] if file.signed else committee(congress.federation_id, congress.held_on)
    context = page_context(request, file)
    context |= {
        "members": elected,
        "leaving": []
        if congress.by_election
        else [seat for seat in sitting if seat.person_id not in numbers],
        "ready": all(file.settled(office) for office in Office) and bool(elected),
        "vacant": sum(file.vacant(office) for office in (Office.EXECUTIVE,)),
        "no_chair": not congress.by_election and not file.elected(Office.CHAIR),
        "next": next_step(file),
        "ahead": congress.held_on > today(),
    }
    return render(request, "elections/sign.html", context)


def undo(request: Request, congress_id: int) -> HttpResponse:
    """Take the signature back."""
    file = file_or_404(request, congress_id)
    if request.method == "POST":
        done(
            request,
            lambda: take_signature_back(congress_id=congress_id, by=request.actor),
            _("The signature is taken back: the roster is as it was before."),
        )
        return HttpResponseRedirect(reverse("elections:congress", args=[congress_id]))
    return render(request, "elections/undo.html", page_context(request, file))

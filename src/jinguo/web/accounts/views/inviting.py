"""Invitations: of all chairs at once, of one, and what became of them."""

from collections.abc import Sequence
from itertools import groupby

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from jinguo.access.actions.invitations import Invited, Offer, invite, renew, withdraw
from jinguo.access.errors import InvitationUnknown, NotYours
from jinguo.access.queries.invitations import (
    STATES,
    chairs_to_invite,
    invitation_page,
    open_invitation,
)
from jinguo.access.rules import CHAIRS
from jinguo.divisions.queries import latest_of
from jinguo.federations.queries import federation_name
from jinguo.kernel import clock
from jinguo.kernel.actor import ACCOUNTS
from jinguo.kernel.errors import JinguoError
from jinguo.roster.queries.sitters import Sitter
from jinguo.web.accounts.cards import cards_of, link_of, links_workbook
from jinguo.web.accounts.forms import InvitationForm
from jinguo.web.accounts.keeper import keeper_or_404, units
from jinguo.web.base.paging import numbers, page_number
from jinguo.web.base.posting import takes_form_of
from jinguo.web.base.public import only_here
from jinguo.web.base.request import Request

PAGE = 30


def invitations(request: Request) -> HttpResponse:
    """What was sent, and what became of it."""
    keeper_or_404(request)
    state = request.GET.get("state", "")
    state = state if state in STATES else ""
    page, now = page_number(request), clock.now()
    found = invitation_page(request.actor, now, state=state, page=page, size=PAGE)
    kept = {"state": state} if state else {}
    waiting = len(chairs_to_invite(request.actor, now.date(), now))
    return render(
        request,
        "accounts/invitations.html",
        {
            "found": found,
            "state": state,
            "waiting": waiting,
            "numbers": numbers(page, found.total, PAGE, kept),
        },
    )


def of_chairs(request: Request) -> HttpResponse:
    """Every chair without an account, or those whose units are chosen."""
    keeper_or_404(request)
    now = clock.now()
    waiting = chairs_to_invite(request.actor, now.date(), now)
    if request.method == "POST":
        chosen = set(request.POST.getlist("chair"))
        asked = [one for one in waiting if str(one.person_id) in chosen]
        if not asked:
            messages.warning(request, _("Choose at least one chair who has no invitation yet."))
            return HttpResponseRedirect(reverse("accounts:chairs"))
        return _sheet(request, invite(_offers(asked), by=request.actor, now=now))
    groups = [(township, list(chairs)) for township, chairs in groupby(waiting, key=_of_township)]
    words = {"groups": groups, "total": len(waiting), "here": only_here(link_of(request, "x"))}
    return render(request, "accounts/chairs.html", words)


def of_one(request: Request) -> HttpResponse:
    """Somebody of the office, who chooses her user name and password herself."""
    keeper_or_404(request)
    now = clock.now()
    form = InvitationForm(request.POST or None, places=units(request, now.date()))
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        offer = Offer(data["role"], form.place, data["display_name"].strip())
        return _sheet(request, invite([offer], by=request.actor, now=now))
    status = 400 if form.errors else 200
    return render(request, "accounts/invite.html", {"form": form}, status=status)


@takes_form_of("accounts:invitations", bare=True)
def workbook(request: Request) -> HttpResponse:
    """The links of the sheet just made, as a workbook. They are known to that sheet alone."""
    keeper_or_404(request)
    rows, now = [], clock.now()
    for token in request.POST.get("tokens", "").split():
        try:
            one = open_invitation(token, now)
        except JinguoError as error:
            raise Http404 from error
        place = latest_of([one.division_id])[one.division_id]
        if not request.actor.may(ACCOUNTS, place.code):
            raise Http404
        url = link_of(request, token)
        rows.append((federation_name(place), one.display_name, url, one.expires_at))
    return links_workbook(rows, now, request.actor)


@takes_form_of("accounts:invitations", bare=True)
def again(request: Request, number: int) -> HttpResponse:
    """A new link instead of one that is lost or expired."""
    keeper_or_404(request)
    try:
        made = renew(invitation_id=number, by=request.actor, now=clock.now())
    except (InvitationUnknown, NotYours) as hidden:
        raise Http404 from hidden
    except JinguoError as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(reverse("accounts:invitations"))
    return _sheet(request, [made])


@takes_form_of("accounts:invitations", bare=True)
def back(request: Request, number: int) -> HttpResponse:
    """A link that must not work any more."""
    keeper_or_404(request)
    try:
        withdraw(invitation_id=number, by=request.actor, now=clock.now())
    except (InvitationUnknown, NotYours) as hidden:
        raise Http404 from hidden
    except JinguoError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The invitation is taken back: its link no longer works."))
    return HttpResponseRedirect(reverse("accounts:invitations"))


def _sheet(request: Request, invited: Sequence[Invited]) -> HttpResponse:
    cards = cards_of(request, invited)
    tokens = " ".join(card.token for card in cards)
    here = bool(cards) and only_here(cards[0].url)
    return render(request, "accounts/cards.html", {"cards": cards, "tokens": tokens, "here": here})


def _offers(chairs: Sequence[Sitter]) -> list[Offer]:
    places = latest_of({one.division_id for one in chairs})
    return [
        Offer(CHAIRS[one.level], places[one.division_id], one.name, one.person_id) for one in chairs
    ]


def _of_township(one: Sitter) -> str:
    return one.unit_code[:9]

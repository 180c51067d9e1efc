"""What is done to an account, each by one form of its page."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jinguo.access.actions import assign, revoke
from jinguo.access.rules import TITLES
from jinguo.accounts.actions import disable, enable, link_person, rename, reset_password
from jinguo.accounts.actions.entering import unlock
from jinguo.accounts.actions.second import drop_second
from jinguo.accounts.actions.sessions import end_sessions
from jinguo.accounts.rules import readable_password
from jinguo.federations.queries import federation_name
from jinguo.kernel import clock
from jinguo.kernel.actor import ACCOUNTS
from jinguo.kernel.errors import JinguoError
from jinguo.roster.queries.sitters import sits_within
from jinguo.web.accounts.forms import HeldForm, NameForm, RoleForm
from jinguo.web.accounts.keeper import kept_or_404, units
from jinguo.web.accounts.views.account import account_page
from jinguo.web.base.posting import takes_form_of
from jinguo.web.base.request import Request


@takes_form_of("accounts:account")
def name(request: Request, number: int) -> HttpResponse:
    """Another name for pages to show."""
    line = kept_or_404(request, number, clock.today())
    form = NameForm(request.POST)
    shown = request.POST.get("display_name", "").strip()
    if form.is_valid():
        try:
            rename(account_id=number, display_name=shown, by=request.actor)
        except JinguoError as refusal:
            form.add_error("display_name", str(refusal))
    if form.errors:
        return account_page(request, line, name=form)
    messages.success(request, _("Pages now show her as %(name)s.") % {"name": shown})
    return _back(number)


@takes_form_of("accounts:account")
def give(request: Request, number: int) -> HttpResponse:
    """A role on a unit."""
    today = clock.today()
    line = kept_or_404(request, number, today)
    form = RoleForm(request.POST, places=units(request, today))
    if form.is_valid():
        try:
            assign(
                account_id=number, role=form.cleaned_data["role"], place=form.place,
                by=request.actor,
            )  # fmt: skip
        except JinguoError as refusal:
            messages.error(request, str(refusal))
            return _back(number)
    else:
        return account_page(request, line, role=form)
    words = {"role": TITLES[form.cleaned_data["role"]], "unit": federation_name(form.place)}
    messages.success(request, _("Given: %(role)s, %(unit)s.") % words)
    return _back(number)


@takes_form_of("accounts:account")
def take(request: Request, number: int) -> HttpResponse:
    """A role is taken away, if it lies on a place whose accounts she keeps."""
    line = kept_or_404(request, number, clock.today())
    form = HeldForm(request.POST)
    if not form.is_valid():
        raise Http404
    wanted = (form.cleaned_data["role"], form.cleaned_data["division"])
    held = next((one for one in line.roles if (one.role, one.place.division_id) == wanted), None)
    if held is None:
        messages.info(request, _("She no longer holds this role."))
        return _back(number)
    try:
        revoke(account_id=number, role=held.role, place=held.place, by=request.actor)
    except JinguoError as refusal:
        messages.error(request, str(refusal))
    else:
        words = {"role": TITLES[held.role], "unit": federation_name(held.place)}
        messages.success(request, _("Taken: %(role)s, %(unit)s.") % words)
    return _back(number)


@takes_form_of("accounts:account")
def state(request: Request, number: int) -> HttpResponse:
    """She may sign in, or may not."""
    line = kept_or_404(request, number, clock.today())
    wanted = request.POST.get("active")
    if wanted not in ("0", "1"):
        raise Http404
    try:
        (enable if wanted == "1" else disable)(account_id=number, by=request.actor)
    except JinguoError as refusal:
        messages.error(request, str(refusal))
    else:
        words = {"name": line.display_name or line.username}
        told = _("%(name)s can sign in again.") if wanted == "1" else _("%(name)s is disabled.")
        messages.success(request, told % words)
    return _back(number)


@takes_form_of("accounts:account")
def password(request: Request, number: int) -> HttpResponse:
    """A new password, shown once."""
    kept_or_404(request, number, clock.today())
    made = readable_password()
    account = reset_password(account_id=number, password=made, by=request.actor)
    return render(request, "accounts/password.html", {"account": account, "password": made})


@takes_form_of("accounts:account")
def unlocked(request: Request, number: int) -> HttpResponse:
    """She may try to sign in again at once."""
    kept_or_404(request, number, clock.today())
    unlock(account_id=number, by=request.actor)
    messages.success(request, _("She can try again at once."))
    return _back(number)


@takes_form_of("accounts:account")
def sign_out(request: Request, number: int) -> HttpResponse:
    """She is signed out wherever she is."""
    kept_or_404(request, number, clock.today())
    ended = end_sessions(account_id=number, by=request.actor)
    told = ngettext("Signed out in %(n)s place.", "Signed out in %(n)s places.", ended)
    messages.success(request, told % {"n": ended})
    return _back(number)


@takes_form_of("accounts:account")
def second(request: Request, number: int) -> HttpResponse:
    """Her second factor is taken from her, because the phone is lost."""
    kept_or_404(request, number, clock.today())
    drop_second(account_id=number, by=request.actor)
    messages.success(request, _("She signs in with her password alone until she sets up another."))
    return _back(number)


@takes_form_of("accounts:account")
def person(request: Request, number: int) -> HttpResponse:
    """The woman of the roster who signs in with it; an empty number takes the link away."""
    today = clock.today()
    kept_or_404(request, number, today)
    text = request.POST.get("person", "")
    if text and not (text.isdecimal() and len(text) < 18):
        raise Http404
    chosen = int(text) if text else None
    if chosen is not None and not sits_within(chosen, request.actor.prefixes(ACCOUNTS), today):
        raise Http404
    try:
        with transaction.atomic():
            link_person(account_id=number, person_id=chosen, by=request.actor)
    except JinguoError as refusal:
        messages.error(request, str(refusal))
    else:
        linked, parted = _("The account is hers."), _("The account is nobody's of the roster.")
        messages.success(request, parted if chosen is None else linked)
    return _back(number)


def _back(number: int) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("accounts:account", args=[number]))

"""One's own account."""

from typing import cast

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.core.exceptions import ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters

from jinguo.access.queries import account_roles
from jinguo.accounts.actions import change_password
from jinguo.accounts.actions.sessions import end_session, end_sessions
from jinguo.accounts.models import Account
from jinguo.accounts.queries import passkeys, second_factors, signed_in
from jinguo.kernel import clock
from jinguo.kernel.errors import JinguoError
from jinguo.roster.queries.sitters import posts_of
from jinguo.web.base.devices import device_of
from jinguo.web.base.passkeys import passkeys_work
from jinguo.web.base.posting import takes_form_of
from jinguo.web.base.request import Request
from jinguo.web.me.forms import PasswordForm


def me(request: Request) -> HttpResponse:
    """Who she is here, her roles and posts, and where she is signed in."""
    account, now = cast(Account, request.user), clock.now()
    sessions = [
        (one, device_of(one.agent), one.key == request.session.session_key)
        for one in signed_in(account.pk, now)
    ]
    return render(
        request,
        "me/me.html",
        {
            "account": account,
            "roles": account_roles(account.pk),
            "posts": posts_of(account.person_id, now.date()) if account.person_id else [],
            "sessions": sessions,
            "second": second_factors(account.pk),
            "passkeys": passkeys(account.pk),
            "passkeys_work": passkeys_work(request),
        },
    )


@sensitive_post_parameters("present", "password", "again")
def password(request: Request) -> HttpResponse:
    """Her own password; whoever is signed in elsewhere with the old one is signed out."""
    account = cast(Account, request.user)
    if request.method != "POST":
        return _password_page(request, PasswordForm())
    form = PasswordForm(request.POST)
    if form.is_valid() and _knows(account, form):
        try:
            changed = change_password(
                account_id=account.pk, password=form.cleaned_data["password"], by=request.actor
            )
        except JinguoError as refusal:
            form.add_error("password", str(refusal))
        else:
            end_sessions(
                account_id=account.pk, but=request.session.session_key or "", by=request.actor
            )
            update_session_auth_hash(request, changed)
            messages.success(request, _("Your password is changed."))
            return HttpResponseRedirect(reverse("home"))
    return _password_page(request, form)


@takes_form_of("me:me")
def end_others(request: Request) -> HttpResponse:
    """Sign out everywhere but here."""
    own = request.session.session_key or ""
    ended = end_sessions(account_id=request.actor.id, but=own, by=request.actor)
    told = ngettext("Signed out in %(n)s place.", "Signed out in %(n)s places.", ended)
    messages.success(request, told % {"n": ended})
    return HttpResponseRedirect(reverse("me:me"))


@takes_form_of("me:me", bare=True)
def end(request: Request, number: int) -> HttpResponse:
    """Sign out in one place."""
    if end_session(account_id=request.actor.id, session_id=number, by=request.actor):
        messages.success(request, _("Signed out there."))
    else:
        messages.info(request, _("That sign-in was over already."))
    return HttpResponseRedirect(reverse("me:me"))


def _knows(account: Account, form: PasswordForm) -> bool:
    """Whether she knows the present password; a wrong one counts as a failed attempt."""
    try:
        if get_adapter().reauthenticate(account, form.cleaned_data["present"]):
            return True
        form.add_error("present", _("This is not the password you have now."))
    except ValidationError as refusal:
        form.add_error("present", refusal)
    return False


def _password_page(request: Request, form: PasswordForm) -> HttpResponse:
    words = {"form": form, "must": cast(Account, request.user).must_change}
    return render(request, "me/password.html", words, status=400 if form.errors else 200)

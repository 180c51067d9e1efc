"""The page behind an invitation's QR code: she chooses a user name and a password, and is in."""

from typing import Any

from django import forms
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from jinguo.access.actions.invitations import accept
from jinguo.access.errors import InvitationUnknown, InvitationUsed
from jinguo.access.models import Invitation
from jinguo.access.queries.invitations import open_invitation
from jinguo.accounts.errors import NameTaken, NameUnfit, PasswordWeak
from jinguo.accounts.models import Account
from jinguo.accounts.queries import free_username
from jinguo.divisions.queries import latest
from jinguo.kernel import clock
from jinguo.kernel.errors import JinguoError
from jinguo.web.base.request import Request

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


class InvitedForm(forms.Form):
    """What she chooses, and that she has read what is kept of her."""

    username = forms.CharField(max_length=60, error_messages={"required": _("Choose a user name.")})
    password = forms.CharField(strip=False, error_messages={"required": _("Choose a password.")})
    again = forms.CharField(strip=False, required=False)
    notice = forms.BooleanField(error_messages={"required": _("Read it and tick the box.")})

    def clean(self) -> dict[str, Any]:
        """The password must have been typed the same way twice."""
        data = super().clean() or {}
        if data.get("password") and data["password"] != data.get("again"):
            self.add_error("again", _("The two passwords differ. Type the same one twice."))
        return data


@login_not_required
@never_cache
@sensitive_post_parameters("password", "again")
def invited(request: Request, token: str) -> HttpResponse:
    """The form, or why the link does not work and what to do then."""
    try:
        invitation = open_invitation(token, clock.now())
    except JinguoError as refusal:
        return _refused(request, refusal)
    if request.user.is_authenticated:
        return render(request, "account/invited_other.html", {"invitation": invitation})
    if request.method != "POST":
        first = {"username": free_username(invitation.display_name)}
        return _page(request, invitation, InvitedForm(initial=first))
    form = InvitedForm(request.POST)
    try:
        account = _accepted(form, token) if form.is_valid() else None
    except JinguoError as refusal:
        return _refused(request, refusal)
    if account is None:
        return _page(request, invitation, form)
    login(request, account, backend=BACKEND)
    return HttpResponseRedirect(reverse("home"))


def _accepted(form: InvitedForm, token: str) -> Account | None:
    data = form.cleaned_data
    try:
        return accept(
            token=token, username=data["username"], password=data["password"], now=clock.now()
        )
    except (NameUnfit, NameTaken) as refusal:
        form.add_error("username", str(refusal))
    except PasswordWeak as refusal:
        form.add_error("password", str(refusal))
    return None


def _page(request: Request, invitation: Invitation, form: InvitedForm) -> HttpResponse:
    words = {"invitation": invitation, "place": latest(invitation.division_id), "form": form}
    status = 400 if form.errors else 200
    return render(request, "account/invited.html", words, status=status)


def _refused(request: Request, refusal: JinguoError) -> HttpResponse:
    """410 for a link that worked once, 404 for one that never did."""
    words = {"refusal": refusal, "used": isinstance(refusal, InvitationUsed)}
    status = 404 if isinstance(refusal, InvitationUnknown) else 410
    return render(request, "account/invited_refused.html", words, status=status)

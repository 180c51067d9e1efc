"""Passkeys: made, named and removed on the account's page; used at the door."""

import json
from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from allauth.core import context
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    EditWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from allauth.mfa.webauthn.internal import auth
from allauth.mfa.webauthn.views import (
    AddWebAuthnView,
    EditWebAuthnView,
    LoginWebAuthnView,
    ReauthenticateWebAuthnView,
    RemoveWebAuthnView,
)
from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jinguo.accounts.actions.keeping import locked
from jinguo.accounts.actions.second import rename_passkey
from jinguo.accounts.queries import second_factors
from jinguo.accounts.rules import name_of_passkey_attempt
from jinguo.kernel.actor import Actor
from jinguo.web.base.devices import origin_of_request
from jinguo.web.base.passkeys import passkeys_work
from jinguo.web.signin.second import Second, counted, counted_for

LONGEST_NAME = 60
T = TypeVar("T")
PAGE = reverse_lazy("me:me")


def in_our_words(check: Callable[[], T], told: str) -> T:
    """What ``check`` finds. What the library or a made-up answer raises becomes one sentence."""
    try:
        return check()
    except (ValidationError, ValueError, TypeError, KeyError, AttributeError) as fault:
        raise ValidationError(told, code="passkey_unknown") from fault


def unknown() -> str:
    """Said of an answer that fits no passkey of hers."""
    return _("This passkey is not known here, or it took too long. Try again, or another way.")


class ByPasskeyForm(LoginWebAuthnForm):
    """In with a passkey alone. Wrong answers count for the address: no name was typed."""

    def clean_credential(self) -> Authenticator:
        """The passkey that answered. Who is disabled is told so."""
        check = super().clean_credential
        found: Authenticator = counted(
            name_of_passkey_attempt(),
            Actor(0, "", origin=origin_of_request(context.request)),
            lambda: in_our_words(check, unknown()),
        )
        if not found.user.is_active:
            raise ValidationError(_("This account is disabled. Ask the county office."))
        return found


class SecondPasskeyForm(AuthenticateWebAuthnForm):
    """A passkey after the password."""

    def clean_credential(self) -> Authenticator:
        """One of hers; wrong ones count like wrong codes."""
        check = super().clean_credential
        return counted_for(self.user, lambda: in_our_words(check, unknown()))


class PasskeyAgainForm(ReauthenticateWebAuthnForm):
    """A passkey before something that matters."""

    def clean_credential(self) -> Authenticator:
        """One of hers; wrong ones count like wrong codes."""
        check = super().clean_credential
        return counted_for(self.user, lambda: in_our_words(check, unknown()))


class AddPasskeyForm(AddWebAuthnForm):
    """A new passkey; each is good for signing in alone, so the device asks who holds it."""

    name = forms.CharField(required=False, max_length=LONGEST_NAME)

    def clean(self) -> dict[str, Any]:
        """The answer of the device, to what was asked a moment ago."""
        self.cleaned_data["passwordless"] = True
        told = _("The device's answer does not fit, or came too late. Try again.")
        return in_our_words(super().clean, told)


class NameForm(EditWebAuthnForm):
    """Another name."""

    name = forms.CharField(
        max_length=LONGEST_NAME, error_messages={"required": gettext_lazy("Give it a name.")}
    )

    def save(self) -> Authenticator:
        """Kept, and on record."""
        request = context.request
        by = Actor(request.user.pk, str(request.user), origin=origin_of_request(request))
        rename_passkey(passkey=self.instance, name=self.cleaned_data["name"], by=by)
        return self.instance


class _Offered:
    """Pages that are there only where passkeys work."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Lead away, and say why, where they do not."""
        if passkeys_work(request):
            return super().dispatch(request, *args, **kwargs)  # type: ignore[misc, no-any-return]
        messages.info(request, _("Passkeys need an address with https; here they cannot be used."))
        return HttpResponseRedirect(PAGE if request.user.is_authenticated else _door(request))


class Add(_Offered, AddWebAuthnView):
    """Make one on this device."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The form, and what the device is asked."""
        words: dict[str, Any] = super().get_context_data(**kwargs)
        asked = auth.begin_registration(self.request.user, passwordless=True)
        words["options"] = _asked("creation_options", asked)
        return words

    def form_valid(self, form: AddPasskeyForm) -> HttpResponse:
        """Kept with its record, or neither."""
        with transaction.atomic():
            answer: HttpResponse = super().form_valid(form)
        return answer


class Remove(RemoveWebAuthnView):
    """Take one off."""

    success_url = PAGE

    def form_valid(self, form: forms.Form) -> HttpResponse:
        """Gone with its record, unless she must keep one and it is her last."""
        with transaction.atomic():
            locked(self.request.user.pk)
            if Second().can_delete_authenticator(self.get_object()):
                answer: HttpResponse = super().form_valid(form)
                return answer
        messages.error(self.request, Second.error_messages["cannot_delete_authenticator"])
        return HttpResponseRedirect(PAGE)


class Rename(EditWebAuthnView):
    """Call one otherwise."""

    success_url = PAGE


class ByPasskey(_Offered, LoginWebAuthnView):
    """The button on the sign-in page."""

    def form_invalid(self, form: ByPasskeyForm) -> HttpResponse:
        """Back to the sign-in page, with why."""
        for text in form.errors.get("credential", []):
            messages.error(self.request, text)
        return HttpResponseRedirect(_door(self.request))


class Authenticate(AuthenticateView):
    """After the password: a code, or a passkey where she has one and it can work here."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What she has."""
        words: dict[str, Any] = super().get_context_data(**kwargs)
        has = second_factors(self.stage.login.user.pk)
        words["app"], words["passkey"] = "totp" in has, "webauthn" in has
        if words["passkey"] and passkeys_work(self.request):
            words["options"] = _asked("request_options", words["js_data"]["request_options"])
        return words


class Again(_Offered, ReauthenticateWebAuthnView):
    """Her passkey once more."""

    def form_invalid(self, form: PasskeyAgainForm) -> HttpResponse:
        """Back to the page, with why."""
        for text in form.errors.get("credential", []):
            messages.error(self.request, text)
        return HttpResponseRedirect(self.request.get_full_path())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What the device is asked."""
        words: dict[str, Any] = super().get_context_data(**kwargs)
        words["options"] = _asked("request_options", words["js_data"]["request_options"])
        return words


def _asked(name: str, options: object) -> str:
    return json.dumps({name: options}, cls=DjangoJSONEncoder)


def _door(request: HttpRequest) -> str:
    """The sign-in page, which leads on to where she wanted to go."""
    wanted = request.POST.get("next") or request.GET.get("next")
    address = reverse("account_login")
    safe = wanted and get_adapter().is_safe_url(wanted)
    return f"{address}?{urlencode({'next': wanted})}" if safe else address

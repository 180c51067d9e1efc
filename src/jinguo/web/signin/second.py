"""The second factor: what the library of sign-in is told by this house about it."""

import base64
import binascii
import io
from collections.abc import Callable
from typing import Any, TypeVar

import segno
from allauth.account.adapter import get_adapter
from allauth.core import context
from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.totp.views import ActivateTOTPView
from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django import forms
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.http.request import split_domain_port
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from jinguo.access.queries import actor_for
from jinguo.accounts.actions.entering import begin, entered, failed
from jinguo.accounts.actions.second import code_used
from jinguo.accounts.errors import LockedOut
from jinguo.accounts.models import Account
from jinguo.accounts.queries import passkeys
from jinguo.accounts.rules import name_of_codes, numbered
from jinguo.kernel import clock
from jinguo.kernel.actor import ACCOUNTS, Actor
from jinguo.web.base.devices import device_of, origin_of_request

T = TypeVar("T")


def must_have_second(actor: Actor) -> bool:
    """Whether this reader must have one: who keeps accounts, where the office requires it."""
    return settings.SECOND_FACTOR == "required" and bool(actor.prefixes(ACCOUNTS))


def _box() -> Fernet:
    """Seals secrets under a key made of the signing key, which is not in the database."""
    made = HKDF(SHA256(), 32, None, b"second factor").derive(str(settings.SECRET_KEY).encode())
    return Fernet(base64.urlsafe_b64encode(made))


class Second(DefaultMFAAdapter):
    """Secrets are sealed; codes are pictures of ours; who must have a second factor keeps it."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": gettext_lazy("The code is wrong, or has been used. Wait for the next."),
        "cannot_delete_authenticator": gettext_lazy(
            "Whoever keeps accounts needs a second factor here."
        ),
    }

    def encrypt(self, text: str) -> str:
        """The secret sealed."""
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The secret; nothing where the key is another, so that no code fits any more."""
        try:
            return _box().decrypt(encrypted_text.encode()).decode()
        except (InvalidToken, binascii.Error):
            return ""

    def build_totp_svg(self, url: str) -> str:
        """The picture that an authenticator reads."""
        picture = io.BytesIO()
        segno.make(url, error="m", micro=False).save(picture, kind="svg", scale=4, border=2)
        return picture.getvalue().decode()

    def get_totp_label(self, user: AbstractBaseUser) -> str:
        """What an authenticator calls the account."""
        return user.get_username()

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Under which name a device keeps a passkey; it belongs to the host of the page."""
        host, _port = split_domain_port(context.request.get_host())
        return {"id": host, "name": settings.MFA_TOTP_ISSUER}

    def generate_authenticator_name(self, user: AbstractBaseUser, type: str) -> str:
        """The kind of device she is at, with a number where she has one of that name."""
        del type  # only passkeys have names
        names = {
            "phone": pgettext("device", "Phone"), "tablet": _("Tablet"), "computer": _("Computer"),
        }  # fmt: skip
        kind = device_of(context.request.headers.get("User-Agent", ""))
        wanted = names.get(kind, _("Another device"))
        taken = {one.name for one in passkeys(user.pk)}
        return numbered(wanted, taken)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Whether she may go without it: she need not have one, or has another."""
        owner = authenticator.user
        codes = Authenticator.Type.RECOVERY_CODES
        others = Authenticator.objects.filter(user=owner).exclude(pk=authenticator.pk)
        if others.exclude(type=codes).exists():
            return True
        return not must_have_second(actor_for(owner.pk, str(owner), on=clock.today()))


def counted_for(account: Account, check: Callable[[], T]) -> T:
    """Try a code or a passkey of hers; too many wrong ones lock her second factor."""
    by = Actor(account.pk, str(account), origin=origin_of_request(context.request))
    return counted(name_of_codes(account.pk), by, check, account.pk)


def counted(name: str, by: Actor, check: Callable[[], T], account_id: int | None = None) -> T:
    """Try something; too many wrong ones lock, in the database, for all processes."""
    now = clock.now()
    address = get_adapter().get_client_ip(context.request)
    try:
        attempt = begin(username=name, address=address, now=now)
    except LockedOut as refusal:
        raise ValidationError(str(refusal), code=refusal.code) from refusal
    try:
        found = check()
    except ValidationError:
        failed(username=name, address=address, now=now, by=by, account_id=account_id)
        raise
    entered(attempt_id=attempt, username=name)
    return found


def step_of(secret: str, code: str) -> int | None:
    """The half minute, counted from 1970, whose code this is; None where it is none of now."""
    for step in totp.yield_hotp_counters_from_time():
        shown = totp.format_hotp_value(totp.hotp_value(secret, step))
        if compare_user_code(actual=code, expected=shown):
            return int(step)
    return None


def once(form: AuthenticateForm, check: Callable[[], str]) -> str:
    """A code of the app opens once, in whichever process; recovery codes see to it themselves."""
    code, found = check(), form.authenticator
    if found.type == Authenticator.Type.TOTP:
        step = step_of(Second().decrypt(found.data["secret"]), code)
        if step is None or not code_used(account_id=form.user.pk, step=step):
            raise Second().validation_error("incorrect_code")
    return code


class _Code(forms.Form):
    """What is said where no code was typed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].error_messages["required"] = _("Type the code.")


class CodeForm(_Code, AuthenticateForm):
    """The code asked for at sign-in."""

    def clean_code(self) -> str:
        """One of the authenticator, or one of the recovery codes."""
        check = super().clean_code
        return counted_for(self.user, lambda: once(self, check))


class CodeAgainForm(_Code, ReauthenticateForm):
    """The code asked for before something that matters."""

    def clean_code(self) -> str:
        """One of the authenticator, or one of the recovery codes."""
        check = super().clean_code
        return counted_for(self.user, lambda: once(self, check))


class TurnOn(ActivateTOTPView):
    """The app is made known; the code that showed it has been used."""

    def form_valid(self, form: ActivateTOTPForm) -> HttpResponse:
        """Turned on, and the code noted."""
        answer: HttpResponse = super().form_valid(form)
        step = step_of(form.secret, form.cleaned_data["code"])
        if step is not None:
            code_used(account_id=form.user.pk, step=step)
        return answer


turn_on = TurnOn.as_view()

"""How the library of sign-in asks this house: who may come in, and who tried too often."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _

from jinguo.accounts.actions.entering import begin, entered, failed
from jinguo.accounts.errors import LockedOut
from jinguo.kernel import clock
from jinguo.kernel.actor import Actor
from jinguo.web.base.devices import origin_of_request
from jinguo.web.base.passkeys import passkeys_work


class Door(DefaultAccountAdapter):
    """Accounts are given by the office; attempts are counted in the database, for all processes."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Never."""
        return False

    def get_reauthentication_methods(self, user: AbstractBaseUser) -> list[dict[str, Any]]:
        """The ways she has; a passkey only where it can work."""
        ways: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        works = passkeys_work(context.request)
        return [one for one in ways if works or one["id"] != "mfa_reauthenticate:webauthn"]

    def authenticate(self, request: HttpRequest, **credentials: Any) -> AbstractBaseUser | None:
        """The account of these credentials, or None. Raises ``ValidationError`` where locked."""
        username, address = str(credentials.get("username", "")), self.get_client_ip(request)
        now = clock.now()
        try:
            attempt = begin(username=username, address=address, now=now)
        except LockedOut as refusal:
            raise ValidationError(str(refusal), code=refusal.code) from refusal
        user: AbstractBaseUser | None = super().authenticate(request, **credentials)
        if user is None:
            stranger = Actor(0, "", origin=origin_of_request(request))
            failed(username=username, address=address, now=now, by=stranger)
        else:
            entered(attempt_id=attempt, username=username)
        if user is not None and not user.is_active:  # only who knows the password is told
            raise ValidationError(_("This account is disabled. Ask the county office."))
        return user

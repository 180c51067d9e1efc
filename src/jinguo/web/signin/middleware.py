"""How long a sign-in lasts, and what comes before everything else once she is in."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from jinguo.accounts.actions.sessions import seen
from jinguo.accounts.queries import has_second
from jinguo.kernel import clock
from jinguo.web.base.request import Request
from jinguo.web.signin.second import must_have_second

Answer = Callable[[HttpRequest], HttpResponseBase]

BEGAN, SEEN = "began", "seen"
"""Names in a session of the second it began, and of the second it was last known to be used."""

NOTED_EVERY = timedelta(minutes=5)
"""A session is written at most so often; seeing it costs nothing in between."""

FREE = ("account_logout", "language", "healthz", "me:password")
"""Pages that are open to somebody who must first choose her own password."""

SETTING_UP = (
    *FREE,
    "account_reauthenticate",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_view_recovery_codes",
    "mfa_download_recovery_codes",
)
"""Pages that are open to somebody who must first set up her second factor."""

HAS_SECOND = "second"
"""In a session: that she was found to have one, so that it is not looked up again."""


class Lasting:
    """Signs out whoever was away too long, or is in since too long."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Look at the session's seconds; note that it is used."""
        if request.user.is_authenticated:
            self._look(request, clock.now())
        return self.get_response(request)

    def _look(self, request: HttpRequest, now: datetime) -> None:
        session, second = request.session, int(now.timestamp())
        began, used = session.get(BEGAN, second), session.get(SEEN, second)
        if second - began > settings.SESSION_HOURS * 3600:
            logout(request)
            messages.info(request, _("A sign-in lasts for some hours only. Please sign in again."))
        elif second - used > settings.IDLE_MINUTES * 60:
            logout(request)
            messages.info(request, _("You were away for long and have been signed out."))
        elif BEGAN not in session or second - used > NOTED_EVERY.total_seconds():
            session[BEGAN], session[SEEN] = began, second
            seen(key=session.session_key or "", now=now)


class FirstThings:
    """Before all else: a password of her own, and the second factor where she must have one."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass on; looked at below, where the page is known."""
        return self.get_response(request)

    def process_view(self, request: Request, *_view: Any) -> HttpResponse | None:
        """Lead her to the page on which she does it."""
        user, match = request.user, request.resolver_match
        if not user.is_authenticated or match is None:
            return None
        if user.must_change:
            return None if match.view_name in FREE else _lead("me:password")
        if match.view_name in SETTING_UP or not must_have_second(request.actor):
            return None
        if not request.session.get(HAS_SECOND):
            if not has_second(user.pk):
                return _lead("mfa_activate_totp")
            request.session[HAS_SECOND] = True
        return None


def _lead(name: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse(name))

"""The door: which words the page is in, who comes in, and what a page may load."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.shortcuts import resolve_url
from django.utils import translation
from django.utils.translation import gettext as _

from jinguo.access.queries import actor_for
from jinguo.database.scope import within
from jinguo.divisions.errors import DivisionUnknown
from jinguo.kernel.attempts import attempts
from jinguo.kernel.clock import today
from jinguo.statistics.errors import UnitHidden
from jinguo.web.base.devices import origin_of_request
from jinguo.web.base.elsewhere import explain
from jinguo.web.base.nobody import NOBODY
from jinguo.web.base.refusals import not_found, wrong_way
from jinguo.web.base.refusing import Refused, attempted, recorded
from jinguo.web.base.request import Request

Answer = Callable[[HttpRequest], HttpResponseBase]

POLICY = "; ".join(
    (
        "default-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)

FEATURES = "camera=(), geolocation=(), microphone=()"


class ChosenLanguage(LocaleMiddleware):
    """Chinese unless the reader chose otherwise: the browser's own language does not count."""

    def process_request(self, request: HttpRequest) -> None:
        """Take the language from the switch's cookie, else the default."""
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        known = {code for code, _name in settings.LANGUAGES}
        translation.activate(chosen if chosen in known else settings.LANGUAGE_CODE)
        request.LANGUAGE_CODE = translation.get_language() or settings.LANGUAGE_CODE


class ContentSecurityPolicy:
    """Pages load from their own host only, and nothing inline."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer with the policy in the header."""
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Permissions-Policy", FEATURES)
        return response


class RefusalInWords:
    """An address asked in a way it does not answer (405) says so on a page, not with nothing."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer; a bare 405 gets words and keeps its list of ways."""
        response = self.get_response(request)
        return wrong_way(request, response) if response.status_code == 405 else response


class OnlyText:
    """A request with a NUL in it is refused: no text has one, and no database keeps it."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass on; looked at below, where a refusal becomes a page in the reader's language."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> None:
        """Raises ``BadRequest``."""
        for sent in (request.GET, request.POST):
            if any("\0" in text for name, texts in sent.lists() for text in (name, *texts)):
                raise BadRequest


class ActorAtTheDoor:
    """Whoever is signed in becomes an actor with her rights; whoever is not goes to sign in.

    Views that need nobody signed in are marked with ``login_not_required``.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponseBase:
        """Set ``request.actor``; pages of people are never kept by caches in between."""
        user = request.user
        known = actor_for(user.pk, str(user), today()) if user.is_authenticated else NOBODY
        request.actor = replace(known, origin=origin_of_request(request))
        with within(grant.prefix for grant in request.actor.grants), attempts() as request.tried:
            response = self.get_response(request)
            attempted(request, request.tried)
        if user.is_authenticated:
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    def process_view(
        self, request: Request, view: Callable[..., Any], _args: Any, _kwargs: Any
    ) -> HttpResponse | None:
        """Send strangers to the sign-in page, and back afterwards to where they wanted to go."""
        if request.user.is_authenticated or not getattr(view, "login_required", True):
            return None
        if request.method == "POST":
            text = _("You had been signed out, so nothing was done. Sign in and send it once more.")
            messages.warning(request, text)
        return redirect_to_login(request.get_full_path(), resolve_url(settings.LOGIN_URL))

    def process_exception(self, request: Request, fault: Exception) -> HttpResponseBase | None:
        """A code of another day is explained; who asks for what is not hers is on record."""
        if isinstance(fault, DivisionUnknown):
            try:
                return explain(request, fault, request.actor)
            except Refused as refused:
                fault = refused
        if isinstance(fault, UnitHidden):
            fault = Refused("unit", fault.data["code"])
        if not isinstance(fault, Refused):
            return None
        if not request.tried:  # what the deed itself said is on record already
            recorded(request, fault, request.actor)
        return not_found(request, fault)

"""What happens when somebody has signed in, by whichever page."""

from collections.abc import Callable
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.signals import (
    authenticator_added,
    authenticator_removed,
    authenticator_reset,
    authenticator_used,
)
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

from jinguo.accounts.actions.second import (
    second_added,
    second_removed,
    second_renewed,
    second_used,
)
from jinguo.accounts.actions.sessions import opened
from jinguo.accounts.models import Account
from jinguo.kernel import clock
from jinguo.kernel.actor import Actor
from jinguo.web.base.devices import origin_of_request
from jinguo.web.signin.middleware import BEGAN, SEEN


@receiver(user_logged_in, dispatch_uid="jinguo.signed_in")
def note(request: HttpRequest, user: Account, **_more: Any) -> None:
    """The session is listed among hers, with its seconds."""
    now = clock.now()
    request.session[BEGAN] = request.session[SEEN] = int(now.timestamp())
    if not request.session.session_key:
        request.session.create()
    opened(
        key=request.session.session_key or "",
        address=request.META.get("REMOTE_ADDR", ""),
        agent=request.META.get("HTTP_USER_AGENT", ""),
        now=now,
        by=Actor(user.pk, str(user), origin=origin_of_request(request)),
    )


def _noting(deed: Callable[..., None]) -> Callable[..., None]:
    def note_it(
        request: HttpRequest, user: Account, authenticator: Authenticator, **_more: Any
    ) -> None:
        by = Actor(user.pk, str(user), origin=origin_of_request(request))
        deed(kind=authenticator.type, by=by)

    return note_it


HEARD = (
    (authenticator_added, _noting(second_added)),
    (authenticator_removed, _noting(second_removed)),
    (authenticator_reset, _noting(second_renewed)),
    (authenticator_used, _noting(second_used)),
)
for signal, listener in HEARD:
    signal.connect(listener)

"""Signing in. An office without any account is led to its first steps instead."""

from typing import Any

from allauth.account.views import LoginView
from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse

from jinguo.web.base.passkeys import passkeys_work


class SignIn(LoginView):
    """User name and password; afterwards back to where the reader wanted to go."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """The form, or the first steps where nobody could possibly sign in."""
        if not get_user_model()._default_manager.exists():
            return HttpResponseRedirect(reverse("setup:start"))
        answer: HttpResponseBase = super().get(request, *args, **kwargs)
        return answer

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The form, and whether passkeys can be used here."""
        words: dict[str, Any] = super().get_context_data(**kwargs)
        return words | {"passkeys_work": passkeys_work(self.request)}


sign_in = SignIn.as_view()

"""Addresses that only take a form: whoever opens one is led to the page the form stands on."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from jinguo.web.base.request import Request

View = Callable[..., HttpResponse]


def takes_form_of(page: str, *, bare: bool = False) -> Callable[[View], View]:
    """A view that takes the form of the page with this name and the same arguments.

    ``bare``: the page has none. It is opened without a form from the address bar, by the language
    switch, and after a sign-in that came in between: then nothing was done, and who is signed in
    is told so.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: Request, **words: Any) -> HttpResponse:
            if request.method == "POST":
                return view(request, **words)
            if request.method not in ("GET", "HEAD"):
                return HttpResponseNotAllowed(["POST"])
            if request.user.is_authenticated:
                messages.warning(request, _("Nothing was done. Press the button once more."))
            query = request.META["QUERY_STRING"]
            return HttpResponseRedirect(
                reverse(page, kwargs={} if bare else words) + (query and f"?{query}")
            )

        return guarded

    return decorate

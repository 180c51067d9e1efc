"""Why somebody wants telephone numbers: ready reasons, or her own words."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext_lazy as _

from jinguo.roster.actions.contacting import LEAST
from jinguo.web.base.request import Request

OTHER = "other"
READY = {
    "meeting": _("Call to a meeting"),
    "work": _("Carry out work"),
    "check": _("Check what is recorded"),
}
CHOICES = [*READY.items(), (OTHER, _("Another reason"))]


class ReasonForm(forms.Form):
    """A ready reason, or one in her own words; with both, both are kept."""

    why = forms.ChoiceField(
        choices=CHOICES,
        error_messages={"required": _("Choose why you need it.")},
    )
    words = forms.CharField(max_length=120, required=False)

    def clean(self) -> dict[str, Any]:
        """Her own words are asked for where none of the ready ones was chosen."""
        data = super().clean() or self.cleaned_data
        if data.get("why") == OTHER and len(data.get("words", "")) < LEAST:
            self.add_error(
                "words", _("Say why, in at least %(least)s characters.") % {"least": LEAST}
            )
        return data

    @property
    def reason(self) -> str:
        """The reason as it is recorded."""
        ready = READY.get(self.cleaned_data["why"])
        parts = [str(ready) if ready else "", self.cleaned_data["words"]]
        return "：".join(filter(None, parts))


def with_reason(
    request: Request, *, of: str, back: str, write: Callable[[str], HttpResponse]
) -> HttpResponse:
    """Ask why a list is to be taken with its numbers in full; then what ``write`` makes of it.

    ``of`` says what the list holds, ``back`` is the page it is taken from.
    """
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        taken = write(form.reason)
        add_never_cache_headers(taken)
        return taken
    words = {"form": form, "of": of, "back": back}
    return render(request, "numbers/ask.html", words, status=400 if form.errors else 200)

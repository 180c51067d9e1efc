"""Why somebody wants telephone numbers: ready reasons, or her own words."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jinguo.roster.actions.contacting import LEAST

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

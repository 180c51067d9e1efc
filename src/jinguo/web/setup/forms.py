"""What the first steps ask."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from jinguo.divisions.queries import Place


class FirstAccountForm(forms.Form):
    """The account of whoever sets the office up."""

    key = forms.CharField(widget=forms.HiddenInput)
    username = forms.CharField(max_length=60, error_messages={"required": _("Choose a user name.")})
    display_name = forms.CharField(max_length=60, required=False)
    password = forms.CharField(strip=False, error_messages={"required": _("Choose a password.")})
    again = forms.CharField(strip=False, required=False)

    def clean(self) -> dict[str, Any]:
        """The password must have been typed the same way twice."""
        data = super().clean() or {}
        if data.get("password") and data["password"] != data.get("again"):
            self.add_error("again", _("The two passwords differ. Type the same one twice."))
        return data


class ListForm(forms.Form):
    """A division list."""

    file = forms.FileField(
        allow_empty_file=True, error_messages={"required": _("Choose the list's file.")}
    )


class MatchForm(forms.Form):
    """Whether the two places of a match are one."""

    number = forms.IntegerField()
    verdict = forms.ChoiceField(choices=[("same", _("one place")), ("different", _("two places"))])


class CountyForm(forms.Form):
    """Which of the counties loaded is this office's own."""

    county = forms.ChoiceField()

    def __init__(self, *args: Any, counties: list[Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast(forms.ChoiceField, self.fields["county"])
        field.choices = [(str(county.division_id), county.name) for county in counties]

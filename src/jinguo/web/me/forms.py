"""What the pages of one's own account take."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class PasswordForm(forms.Form):
    """The present password, and the new one twice."""

    present = forms.CharField(
        strip=False, error_messages={"required": _("Type the password you have now.")}
    )
    password = forms.CharField(strip=False, error_messages={"required": _("Choose a password.")})
    again = forms.CharField(strip=False, required=False)

    def clean(self) -> dict[str, Any]:
        """The new one must have been typed the same way twice."""
        data = super().clean() or {}
        if data.get("password") and data["password"] != data.get("again"):
            self.add_error("again", _("The two passwords differ. Type the same one twice."))
        return data

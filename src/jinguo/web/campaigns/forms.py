"""What the pages of a campaign take."""

from django import forms
from django.utils.translation import gettext_lazy as _

_DAY = {
    "invalid": _("Write the day like 2017-07-25."),
    "required": _("Write the day like 2017-07-25."),
}


class FilingForm(forms.Form):
    """A result to be filed: the day of the election and its paper."""

    elected_on = forms.DateField(label=_("Day of the election"), error_messages=_DAY)
    paper = forms.FileField(
        label=_("Paper of the result (scan or photo)"),
        allow_empty_file=True,
        error_messages={"required": _("Add the paper: a scan or a photo of the signed result.")},
    )
    note = forms.CharField(label=_("Note"), max_length=200, required=False)

"""What the page of a plaque takes."""

from django import forms
from django.utils.translation import gettext_lazy as _


class PlaqueForm(forms.Form):
    """That the plaque hangs: where, since when, shown by a photo."""

    place = forms.CharField(label=_("Where it hangs"), max_length=80)
    hung_on = forms.DateField(
        label=_("Hung on"),
        error_messages={
            "invalid": _("Write the day like 2017-07-25."),
            "required": _("Write the day like 2017-07-25."),
        },
    )
    photo = forms.FileField(
        label=_("Photo of the plaque"),
        allow_empty_file=True,
        error_messages={"required": _("Take a photo of the plaque as it hangs.")},
    )


class AmendedPlaqueForm(PlaqueForm):
    """The same of a plaque on record; its photo stays where no other is sent."""

    photo = forms.FileField(
        label=_("Another photo of the plaque"), required=False, allow_empty_file=True
    )

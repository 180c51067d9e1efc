"""What the page of an activity takes: six things a chair knows, and a few she may add."""

from django import forms
from django.utils.translation import gettext_lazy as _

from jinguo.activities.enums import ActivityKind

TIME = {"invalid": _("Write the time like 14:30.")}


class ActivityForm(forms.Form):
    """An activity in words; its photos are taken beside it (``photos.py``)."""

    title = forms.CharField(
        max_length=80,
        error_messages={"required": _("Say in a few words what was done.")},
    )
    kind = forms.ChoiceField(
        choices=ActivityKind, error_messages={"required": _("Choose what kind it was.")}
    )
    held_on = forms.DateField(error_messages={"required": _("Give the day.")})
    place = forms.CharField(max_length=80, required=False)
    people = forms.IntegerField(
        min_value=1,
        max_value=100_000,
        required=False,
        error_messages={
            "invalid": _("Write a whole number."),
            "min_value": _("At least one came. Leave it empty where nobody counted."),
        },
    )
    begins = forms.TimeField(required=False, error_messages=TIME)
    ends = forms.TimeField(required=False, error_messages=TIME)
    leader = forms.CharField(max_length=60, required=False)
    content = forms.CharField(max_length=2000, required=False)

    @property
    def more(self) -> bool:
        """Whether anything stands in what is folded away."""
        return any(self[name].value() for name in ("begins", "ends", "leader", "content"))

    def clean_kind(self) -> ActivityKind:
        """As the record keeps it."""
        return ActivityKind(self.cleaned_data["kind"])

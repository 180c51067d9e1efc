"""What the register of groups takes."""

from django import forms
from django.utils.translation import gettext_lazy as _

from jinguo.groups.enums import GroupKind
from jinguo.groups.rules import wrong_count


class GroupForm(forms.Form):
    """A group to be registered."""

    name = forms.CharField(label=_("Name of the group"), max_length=60)
    kind = forms.ChoiceField(label=_("Kind"), choices=GroupKind.choices)
    owner = forms.CharField(label=_("Host"), max_length=60, required=False)
    members = forms.IntegerField(label=_("Members now"), required=False)
    founded_on = forms.DateField(
        label=_("Founded on"),
        error_messages={
            "invalid": _("Write the day like 2017-07-25."),
            "required": _("Write the day like 2017-07-25."),
        },
    )

    def clean_members(self) -> int | None:
        """As many as a group holds."""
        members: int | None = self.cleaned_data["members"]
        if why := wrong_count(members):
            raise forms.ValidationError(why)
        return members

    def clean_kind(self) -> GroupKind:
        """As the register keeps it."""
        return GroupKind(self.cleaned_data["kind"])


class EndForm(forms.Form):
    """From which day a group is no more."""

    dissolved_on = forms.DateField(
        error_messages={
            "invalid": _("Write the day like 2017-07-25."),
            "required": _("Write the day like 2017-07-25."),
        },
    )

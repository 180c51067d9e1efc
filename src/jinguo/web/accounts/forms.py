"""What the pages of accounts take."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from jinguo.access.errors import RoleMisplaced
from jinguo.access.rules import LEVELS, TITLES
from jinguo.divisions.queries import Place
from jinguo.federations.queries import federation_name
from jinguo.web.accounts.keeper import role_choices, unit_choices


class RoleForm(forms.Form):
    """A role and the unit it is held on."""

    role = forms.ChoiceField(
        choices=role_choices, error_messages={"required": _("Choose what she may do.")}
    )
    unit = forms.ChoiceField(
        error_messages={
            "required": _("Choose the unit."),
            "invalid_choice": _("Choose one of the units."),
        }
    )

    def __init__(self, *args: Any, places: list[Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._places = {one.prefix: one for one in places}
        cast(forms.ChoiceField, self.fields["unit"]).choices = unit_choices(places)

    def clean(self) -> dict[str, Any]:
        """The role must fit the level of the unit."""
        data = super().clean() or {}
        if "role" in data and "unit" in data and self.place.level not in LEVELS[data["role"]]:
            role = TITLES[data["role"]]
            self.add_error("unit", str(RoleMisplaced(role=role, unit=federation_name(self.place))))
        return data

    @property
    def place(self) -> Place:
        """The unit chosen."""
        return self._places[self.cleaned_data["unit"]]


class AccountForm(RoleForm):
    """A new account with its first role."""

    username = forms.CharField(
        max_length=150, error_messages={"required": _("Choose a user name.")}
    )
    display_name = forms.CharField(
        max_length=60, error_messages={"required": _("Write the name that pages show.")}
    )


class InvitationForm(RoleForm):
    """A role for somebody who makes her account herself."""

    display_name = forms.CharField(
        max_length=60, error_messages={"required": _("Write the name that pages show.")}
    )


class NameForm(forms.Form):
    """The name that pages show."""

    display_name = forms.CharField(
        max_length=60, error_messages={"required": _("Write the name that pages show.")}
    )


class HeldForm(forms.Form):
    """A role that is held on a division."""

    role = forms.ChoiceField(choices=role_choices)
    division = forms.IntegerField()

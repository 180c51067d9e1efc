"""What the page of a delegation takes."""

from datetime import date
from typing import Any, cast

from django import forms
from django.core.validators import MaxValueValidator
from django.utils.translation import gettext_lazy as _

from jinguo.access.actions.delegating import Loan
from jinguo.access.rules import TITLES
from jinguo.accounts.queries import account_named
from jinguo.divisions.queries import Place

_DAY = {
    "invalid": _("Write the day like 2017-07-25."),
    "required": _("Write the day like 2017-07-25."),
}
_NOT_FOR_EVER = MaxValueValidator(
    date(2199, 12, 31), _("It ends after it begins, and within a year.")
)
"""Days beyond which there is no next one to count with."""


class LoanForm(forms.Form):
    """Who, what, from when until when, and why."""

    who = forms.ChoiceField(required=False)
    username = forms.CharField(required=False, max_length=150)
    role = forms.ChoiceField()
    starts_on = forms.DateField(error_messages=_DAY, validators=[_NOT_FOR_EVER])
    until = forms.DateField(error_messages=_DAY, validators=[_NOT_FOR_EVER])
    acting = forms.BooleanField(required=False)
    reason = forms.CharField(max_length=200, error_messages={"required": _("Say why.")})

    def __init__(
        self, *args: Any, people: list[tuple[int, str]], roles: list[str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("—— by user name ——")), *((str(pk), name) for pk, name in people)]
        cast(forms.ChoiceField, self.fields["who"]).choices = choices
        cast(forms.ChoiceField, self.fields["role"]).choices = [
            (role, TITLES[role]) for role in roles
        ]

    def clean(self) -> dict[str, Any]:
        """Somebody chosen, or a user name that somebody has."""
        data = super().clean() or {}
        chosen, typed = data.get("who"), (data.get("username") or "").strip()
        if chosen:
            data["account_id"] = int(chosen)
        elif (found := account_named(typed)) is not None:
            data["account_id"] = found.pk
        else:
            self.add_error(
                "username",
                _("Nobody has this user name.")
                if typed
                else _("Choose somebody, or write her user name."),
            )
        return data

    def loan(self, place: Place) -> Loan:
        """What was said; a day until which it holds is its last one."""
        data = self.cleaned_data
        last: date = data["until"]
        return Loan(
            account_id=data["account_id"],
            role=data["role"],
            place=place,
            starts_on=data["starts_on"],
            ends_on=date.fromordinal(last.toordinal() + 1),
            reason=data["reason"],
            acting=data["acting"],
        )

"""What the pages of a congress take."""

import re
from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from jinguo.elections.actions.calling import Call
from jinguo.elections.actions.nominating import Nomination
from jinguo.elections.enums import Duty, Office
from jinguo.elections.models import Candidate
from jinguo.kernel.text import fold
from jinguo.roster.enums import Kind

_WHOLE = {"invalid": _("Write a whole number."), "required": _("Write a whole number.")}
_SEPARATORS = re.compile(r"[\n\r\t、，,；;]+")
_NUMBER = re.compile(r"[\d.*-]+")
LONGEST_NAME = 5


def people(most: int, *, least: int = 0, required: bool = True) -> forms.IntegerField:
    """A field for a count of people or ballots."""
    return forms.IntegerField(
        min_value=least,
        max_value=most,
        required=required,
        error_messages={
            **_WHOLE,
            "min_value": _("At least %(limit_value)s."),
            "max_value": _("At most %(limit_value)s."),
        },
    )


class Name(forms.CharField):
    """A person's name, without the spaces that pad it."""

    def __init__(self) -> None:
        super().__init__(max_length=60, error_messages={"required": _("Write her name.")})

    def clean(self, value: Any) -> str:
        """The folded name."""
        return fold(cast(str, super().clean(value)))


class CallForm(forms.Form):
    """Day, place and seats of a congress."""

    held_on = forms.DateField(
        error_messages={
            "invalid": _("Write the day like 2017-07-25."),
            "required": _("Write the day like 2017-07-25."),
        }
    )
    place = forms.CharField(max_length=100, required=False)
    number = people(999, least=1, required=False)
    executives = people(999, least=1)
    vice_chairs = people(99)
    quota = people(9999, least=1, required=False)
    by_election = forms.BooleanField(required=False)

    def clean(self) -> dict[str, Any]:
        """Chair and vice-chairs are executives too."""
        data = super().clean() or {}
        seats, vice = data.get("executives"), data.get("vice_chairs")
        if data.get("by_election"):
            data["vice_chairs"] = 0
            self.errors.pop("vice_chairs", None)
        elif seats is not None and vice is not None and vice + 1 > seats:
            self.add_error(
                "vice_chairs", _("Chair and vice-chairs are among the executives: fewer, please.")
            )
        return data

    def words(self) -> Call:
        """What was said."""
        return Call(**self.cleaned_data)


class GroupForm(forms.Form):
    """A group and its quota."""

    name = forms.CharField(max_length=60, error_messages={"required": _("Write the group's name.")})
    quota = people(9999)
    women = people(9_999_999, required=False)


class DelegatesForm(forms.Form):
    """Names, one a line or with marks between them, and their group."""

    names = forms.CharField(error_messages={"required": _("Write at least one name.")})
    group = forms.IntegerField(required=False)

    def clean_names(self) -> list[str]:
        """Each name folded; a line with spaces that is too long for a name is several.

        Lists are pasted with a number in front or a telephone number behind: neither is a name.
        """
        found: list[str] = []
        for part in _SEPARATORS.split(self.cleaned_data["names"]):
            whole = fold(part)
            several = len(whole) > LONGEST_NAME and not re.search(r"[(·•]", whole)
            found += [fold(one) for one in part.split()] if several else [whole]
        names = [name for name in found if name and not _NUMBER.fullmatch(name)]
        long = [name for name in names if len(name) > 60]
        if long or not names:
            raise forms.ValidationError(_("Write one name a line."))
        return names


class ScrutineerForm(forms.Form):
    """Somebody and her duty at the count."""

    name = Name()
    duty = forms.ChoiceField(choices=Duty)


class CandidateForm(forms.Form):
    """A candidate."""

    name = Name()
    post = forms.ChoiceField(choices=Office, initial=Office.EXECUTIVE)
    categories = forms.MultipleChoiceField(required=False)
    kind = forms.ChoiceField(choices=Kind, required=False)
    recommended_by = forms.CharField(max_length=120, required=False)
    birth_month = forms.DateField(
        required=False,
        input_formats=["%Y-%m", "%Y-%m-%d", "%Y.%m", "%Y年%m月"],
        error_messages={"invalid": _("Write the month like 1985-03.")},
    )
    ethnicity = forms.CharField(max_length=20, required=False)
    political_status = forms.CharField(max_length=30, required=False)
    education = forms.CharField(max_length=30, required=False)
    occupation = forms.CharField(max_length=120, required=False)
    sector = forms.CharField(max_length=60, required=False)

    def __init__(self, *args: Any, categories: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast(forms.MultipleChoiceField, self.fields["categories"])
        field.choices = list(categories.items())

    def words(self, person_id: int | None) -> Nomination:
        """What was said of her."""
        data = {**self.cleaned_data, "post": Office(self.cleaned_data["post"])}
        month = data["birth_month"]
        data["birth_month"] = month.replace(day=1) if month else None
        data["kind"] = Kind(data["kind"])
        return Nomination(person_id=person_id, **data)


def said_of(one: Candidate) -> dict[str, Any]:
    """A candidate as the form shows her."""
    words = {name: getattr(one, name) for name in CandidateForm.base_fields}
    words["birth_month"] = f"{one.birth_month:%Y-%m}" if one.birth_month else ""
    return words


class BallotsForm(forms.Form):
    """Ballots issued, returned, invalid."""

    issued = people(9_999_999)
    returned = people(9_999_999)
    invalid = people(9_999_999)


class SheetForm(forms.Form):
    """A count sheet: its ballots and, for each nominee, the votes for and against."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    ballots = people(9_999_999)

    def __init__(self, *args: Any, nominees: Sequence[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.nominees = nominees
        for one in nominees:
            for kind in ("for", "against"):
                self.fields[f"{kind}_{one}"] = people(9_999_999, required=False)

    def marks(self) -> dict[int, tuple[int, int]]:
        """Nominee → votes for and against; blank is none."""
        data = self.cleaned_data
        return {
            one: (data[f"for_{one}"] or 0, data[f"against_{one}"] or 0) for one in self.nominees
        }

"""What the pages of posts take."""

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from jinguo.roster.actions.deciding import Minutes
from jinguo.roster.enums import Kind, Leaving, Post

DAY = {"required": _("Give the day."), "invalid": _("Write the day like 2017-07-25.")}
GIVEN = (
    Post.EXECUTIVE,
    Post.VICE_CHAIR,
    Post.CHAIR,
    Post.STANDING,
    Post.DELEGATE,
    Post.GROUP_LEADER,
    Post.GROUP_MEMBER,
)
"""Posts that are given by hand, the most usual first."""


def _posts(*posts: Post) -> list[tuple[str, str]]:
    return [(post.value, cast(str, post.label)) for post in posts]


class SeatForm(forms.Form):
    """A post as it is to be, and from when."""

    post = forms.ChoiceField(choices=lambda: _posts(*GIVEN))
    kind = forms.ChoiceField(choices=Kind, required=False)
    categories = forms.MultipleChoiceField(required=False)
    sector = forms.CharField(max_length=60, required=False)
    origin = forms.CharField(max_length=60, required=False)
    remark = forms.CharField(max_length=300, required=False)
    day = forms.DateField(error_messages=DAY)
    reason = forms.CharField(max_length=300, required=False)

    def __init__(self, *args: Any, categories: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.MultipleChoiceField, self.fields["categories"]).choices = list(categories)


class PersonForm(SeatForm):
    """Somebody and the post she is given. Her facts are read as cells of a roster are."""

    name = forms.CharField(max_length=60, error_messages={"required": _("Write her name.")})
    birth_month = forms.CharField(max_length=30, required=False)
    phone = forms.CharField(max_length=30, required=False)
    education = forms.CharField(max_length=30, required=False)
    political_status = forms.CharField(max_length=30, required=False)
    ethnicity = forms.CharField(max_length=20, required=False)
    occupation = forms.CharField(max_length=120, required=False)

    def words(self, names: dict[str, str]) -> dict[str, str]:
        """Her row, by field; ``names`` are the words of the categories."""
        row = {name: value for name, value in self.cleaned_data.items() if isinstance(value, str)}
        row["categories"] = "、".join(names[slug] for slug in self.cleaned_data["categories"])
        return row


class LeaveForm(forms.Form):
    """Why and from when somebody no longer has her post."""

    why = forms.ChoiceField(
        choices=Leaving, error_messages={"required": _("Choose why she leaves.")}
    )
    day = forms.DateField(error_messages=DAY)
    reason = forms.CharField(max_length=300, required=False)


NUMBER = {"required": _("Give the number."), "invalid": _("Write a whole number.")}


class MeetingForm(forms.Form):
    """The record of the meeting that decided."""

    day = forms.DateField(error_messages=DAY)
    due = forms.IntegerField(min_value=1, max_value=999, error_messages=NUMBER)
    present = forms.IntegerField(min_value=0, max_value=999, error_messages=NUMBER)
    in_favour = forms.IntegerField(min_value=0, max_value=999, error_messages=NUMBER)
    place = forms.CharField(max_length=120, required=False)
    minutes = forms.CharField(max_length=4000, required=False)

    def record(self) -> Minutes:
        """The meeting as it is kept."""
        data = self.cleaned_data
        day: date = data["day"]
        return Minutes(
            day, data["due"], data["present"], data["in_favour"], data["place"], data["minutes"]
        )


class CoOptForm(MeetingForm):
    """Several who are co-opted: one line each, typed or pasted from Excel."""

    people = forms.CharField(
        max_length=40_000, error_messages={"required": _("Write at least one name.")}
    )


class SubstituteForm(MeetingForm):
    """Who takes the seat: somebody of the committee, or the name of somebody else."""

    who = forms.CharField(max_length=20, required=False)
    name = forms.CharField(max_length=60, required=False)
    why = forms.ChoiceField(choices=Leaving, required=False)

    def clean(self) -> dict[str, Any]:
        """Somebody must be named."""
        data = super().clean() or {}
        if not data.get("who") and not data.get("name"):
            self.add_error("name", _("Choose who takes the seat, or write a name."))
        return data

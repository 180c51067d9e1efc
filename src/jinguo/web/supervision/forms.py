"""What is said of a visit, and the rows of what it found."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jinguo.campaigns.actions import Found
from jinguo.campaigns.rules.findings import due_too_early
from jinguo.kernel.clock import today
from jinguo.records.rules import wrong_day
from jinguo.roster.queries.committees import Seat

MOST = 12
"""Findings that one form takes."""
USUAL = timedelta(days=7)
"""How long a unit has to mend something, unless another day is given."""
LONGEST = 200
NUMBER = 18


class VisitForm(forms.Form):
    """Day, who went, and what was seen; photos and findings are taken beside it."""

    visited_on = forms.DateField(error_messages={"required": gettext_lazy("Give the day.")})
    visitors = forms.CharField(
        max_length=120, error_messages={"required": gettext_lazy("Say who went.")}
    )
    notes = forms.CharField(max_length=2000, required=False)

    def clean_visited_on(self) -> date:
        """No day to come."""
        day: date = self.cleaned_data["visited_on"]
        if why := wrong_day(day, today()):
            raise forms.ValidationError(why)
        return day


class FindingForm(forms.Form):
    """A finding said otherwise: its words, its day, whose it is."""

    matter = forms.CharField(
        max_length=LONGEST,
        error_messages={"required": gettext_lazy("Say in a sentence what is to be mended.")},
    )
    due_on = forms.DateField(
        error_messages={"required": gettext_lazy("Give the day by which it is to be mended.")}
    )
    owner_id = forms.TypedChoiceField(required=False, coerce=int, empty_value=None)

    def __init__(self, seats: Iterable[Seat], *args: Any, **words: Any) -> None:
        super().__init__(*args, **words)
        choices = [("", _("Whoever chairs it"))]
        choices += [(str(one.person_id), one.name) for one in seats]
        cast(forms.ChoiceField, self.fields["owner_id"]).choices = choices


@dataclass(slots=True)
class Row:
    """A finding as it was typed; ``fault`` is what is wrong with it."""

    matter: str = ""
    due_on: str = ""
    owner: str = ""
    fault: str = ""

    def read(self, visited_on: date) -> Found | None:
        """What it says of a visit of that day; ``None`` where it is empty or wrong."""
        if not self.matter:
            return None
        try:
            due_on = date.fromisoformat(self.due_on)
        except ValueError:
            self.fault = _("Give the day by which it is to be mended.")
            return None
        self.fault = due_too_early(due_on, visited_on)
        owner = int(self.owner) if self.owner.isdecimal() and len(self.owner) <= NUMBER else None
        return None if self.fault else Found(self.matter, due_on, owner)


def rows_of(words: QueryDict) -> list[Row]:
    """The rows of a form as they were typed, empty ones among them."""
    lists = [words.getlist(name)[:MOST] for name in ("matter", "due_on", "owner")]
    return [
        Row(matter.strip()[:LONGEST], due_on, owner)
        for matter, due_on, owner in zip(*lists, strict=False)
    ]


def empty_row(day: date) -> Row:
    """A row to be filled in, due in a week."""
    return Row(due_on=(day + USUAL).isoformat())


def read(rows: Iterable[Row], visited_on: date) -> tuple[Found, ...]:
    """What the rows say that are filled in; wrong ones carry their ``fault`` afterwards."""
    return tuple(found for row in rows if (found := row.read(visited_on)) is not None)

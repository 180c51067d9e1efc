"""The form that corrects what is known of a person: one text a fact, as a roster writes it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jinguo.people.models import Person
from jinguo.roster.writers.facts import NAMED_FACTS

_ROOM = 30
"""For what has no length of its own: a month."""


class FactsForm(forms.Form):
    """A field a fact, as long as the record has room for it, and why it is corrected."""

    reason = forms.CharField(max_length=300, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in NAMED_FACTS:
            limit = getattr(Person._meta.get_field(name), "max_length", None) or _ROOM
            self.fields[name] = forms.CharField(
                max_length=limit,
                required=name == "name",
                error_messages={"required": _("Write her name.")},
            )

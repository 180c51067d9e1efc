"""Forms over what is recorded already: what she changed, over what she was shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import ValidationError
from django.utils.translation import gettext as _

from jinguo.kernel.errors import JinguoError
from jinguo.records.errors import RecordChanged

WAS = "was-"


@dataclass(frozen=True, slots=True)
class Amended:
    """What she wrote otherwise than it was shown to her, and what was shown."""

    values: dict[str, Any]
    shown: dict[str, Any]


def texts(values: Mapping[str, Any]) -> dict[str, str]:
    """Values as the form carries them along, unseen: ``components/was.html``."""
    return {name: "" if value is None else str(value) for name, value in values.items()}


def carried(posted: Mapping[str, Any], form: forms.Form) -> dict[str, str]:
    """What the form was opened with, as it came back."""
    return {name: str(posted[WAS + name]) for name in form.fields if WAS + name in posted}


def amended(form: forms.Form, was: Mapping[str, str]) -> Amended:
    """Of a valid form only what she changed, so that the rest stays as others leave it."""
    shown = {name: _read(form.fields[name], text) for name, text in was.items()}
    values = {
        name: value
        for name, value in form.cleaned_data.items()
        if name not in shown or shown[name] != value
    }
    return Amended(values, shown)


def refused(form: forms.Form, refusal: JinguoError, was: dict[str, str]) -> dict[str, str]:
    """Put a refusal on the form, at the field where it has one; what it is then carried over.

    Where somebody else wrote over the same, hers stays in the field and theirs is told beside
    it; sent once more, hers is what holds. What she left alone is shown as others left it.
    """
    if not isinstance(refusal, RecordChanged):
        form.add_error(None, str(refusal))
        return was
    now, rest = texts(refusal.data["now"]), texts(refusal.data["rest"])
    form.add_error(None, str(refusal))
    form.data = {**dict(form.data.items()), **rest}
    for name, text in now.items():
        form.add_error(name, _("Now it says “%(text)s”.") % {"text": _told(form, name, text)})
    return was | now | rest


def _read(field: forms.Field, text: str) -> Any:
    try:
        return field.clean(text)
    except ValidationError:
        return text


def _told(form: forms.Form, name: str, text: str) -> str:
    choices = dict(getattr(form.fields[name], "choices", ()))
    return str(choices.get(text, text)) or _("nothing")

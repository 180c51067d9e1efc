"""The form of a rule of elections: the fields its kind takes."""

from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jinguo.divisions.models import Level
from jinguo.elections.actions.ruling import Ruling
from jinguo.elections.enums import Base, RuleKind
from jinguo.elections.rules.numbers import Numbers
from jinguo.kernel.text import fold
from jinguo.web.elections.forms import people

FIELDS: dict[RuleKind, tuple[str, ...]] = {
    RuleKind.QUORUM: ("share", "more_than"),
    RuleKind.MAJORITY: ("share", "more_than", "base"),
    RuleKind.DIFFERENCE: ("minimum", "share", "rounding"),
    RuleKind.DELEGATES: ("minimum", "maximum"),
    RuleKind.TERM: ("maximum",),
}
ROUNDINGS = (("up", _("rounded up")), ("half_up", _("rounded to the nearest")),
             ("down", _("rounded down")))  # fmt: skip
EVERY = "0"
PERCENT = 100


class ShareField(forms.CharField):
    """A share as people write it: 2/3, 50%, 0.5, 半数."""

    def clean(self, value: Any) -> str:
        """The share as a fraction; raises ``ValidationError`` for what is none."""
        text = fold(str(super().clean(value) or "")).replace("半数", "1/2")
        if not text:
            return ""
        percent = text.endswith("%")
        try:
            part = Fraction(text.rstrip("%").strip())
        except (ValueError, ZeroDivisionError):
            raise forms.ValidationError(_("Write a share like 2/3 or 50%.")) from None
        return str(part / PERCENT if percent else part)


class RuleForm(forms.Form):
    """A rule: whom it binds, since when, its numbers, where it is written."""

    level = forms.TypedChoiceField(
        coerce=int,
        choices=(
            (EVERY, _("all levels")),
            (str(Level.TOWNSHIP.value), _("townships")),
            (str(Level.VILLAGE.value), _("villages and communities")),
        ),
    )
    since = forms.DateField(
        required=False, error_messages={"invalid": _("Write the day like 2017-07-25.")}
    )
    share = ShareField(required=False, max_length=15)
    more_than = forms.BooleanField(required=False)
    base = forms.ChoiceField(choices=Base)
    rounding = forms.ChoiceField(choices=ROUNDINGS)
    minimum = people(9999)
    maximum = people(9999)
    source = forms.CharField(
        max_length=300, error_messages={"required": _("Say where the rule is written.")}
    )
    verified = forms.BooleanField(required=False)

    def __init__(self, *args: Any, kind: RuleKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        for name in Numbers.__dataclass_fields__:
            if name not in FIELDS[kind]:
                del self.fields[name]

    def ruling(self) -> Ruling:
        """What was said."""
        data = self.cleaned_data
        numbers = {name: data[name] for name in FIELDS[self.kind]}
        if self.kind == RuleKind.TERM:
            numbers["minimum"] = numbers["maximum"]
        if self.kind == RuleKind.DIFFERENCE:
            numbers["share"] = numbers["share"] or "0"
        return Ruling(
            kind=self.kind,
            level=data["level"] or None,
            since=data["since"],
            numbers=Numbers(**numbers),
            source=data["source"],
            verified=data["verified"],
        )

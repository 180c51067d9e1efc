"""What the page of a specification takes."""

from django import forms
from django.utils.translation import gettext_lazy as _

from jinguo.plaques.actions import Stated
from jinguo.plaques.enums import Direction, Typeface
from jinguo.plaques.models import PlaqueSpecification
from jinguo.plaques.rules import Board, board_fault, wording_fault

_BRACES = str.maketrans("｛｝", "{}")
"""An input method writes them wide."""
_COLOUR = {"required": _("A colour is written like #c00000.")}


class BoardForm(forms.Form):
    """What is seen of a plaque: its text and its board."""

    county_wording = forms.CharField(label=_("County"), max_length=40)
    township_wording = forms.CharField(label=_("Townships"), max_length=40)
    village_wording = forms.CharField(label=_("Villages and communities"), max_length=40)
    direction = forms.ChoiceField(label=_("The text runs"), choices=Direction)
    width_mm = forms.IntegerField(label=_("Width in mm"))
    height_mm = forms.IntegerField(label=_("Height in mm"))
    typeface = forms.ChoiceField(label=_("Typeface"), choices=Typeface)
    ground = forms.CharField(label=_("Ground"), max_length=7, error_messages=_COLOUR)
    ink = forms.CharField(label=_("Characters"), max_length=7, error_messages=_COLOUR)
    border_mm = forms.IntegerField(label=_("Border in mm, 0 for none"), min_value=0, max_value=500)
    border_colour = forms.CharField(
        label=_("Colour of the border"), max_length=7, error_messages=_COLOUR
    )

    def clean(self) -> None:
        """What no maker could make is told at once."""
        if self.errors:
            return
        for name in ("county_wording", "township_wording", "village_wording"):
            self.cleaned_data[name] = self.cleaned_data[name].translate(_BRACES)
            if why := wording_fault(self.cleaned_data[name]):
                self.add_error(name, why)
        if why := board_fault(self.board()):
            self.add_error(None, why)

    def board(self) -> Board:
        """The board as it was filled in."""
        told = self.cleaned_data
        return Board(
            width=told["width_mm"],
            height=told["height_mm"],
            direction=Direction(told["direction"]),
            typeface=Typeface(told["typeface"]),
            ground=told["ground"].lower(),
            ink=told["ink"].lower(),
            border=told["border_mm"],
            border_colour=told["border_colour"].lower(),
        )


class SpecificationForm(BoardForm):
    """A whole specification: since when, and where it is written."""

    valid_from = forms.DateField(label=_("Holds from"), required=False)
    source = forms.CharField(
        label=_("Source"), max_length=300,
        error_messages={"required": _("Say where the specification is written.")},
    )  # fmt: skip
    verified = forms.BooleanField(required=False)

    def stated(self) -> Stated:
        """What was said."""
        told = self.cleaned_data
        return Stated(
            valid_from=told["valid_from"],
            board=self.board(),
            county_wording=told["county_wording"],
            township_wording=told["township_wording"],
            village_wording=told["village_wording"],
            source=told["source"],
            verified=told["verified"],
        )


def as_filled_in(one: PlaqueSpecification) -> dict[str, object]:
    """The fields of a specification as the form begins with them."""
    return {name: getattr(one, name) for name in BoardForm.base_fields} | {
        "source": one.source if one.county_id else "",
        "verified": one.verified,
    }

"""What the pages of a campaign take."""

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jinguo.campaigns.actions import Plan, WavePlan
from jinguo.campaigns.queries.steps import StepState
from jinguo.campaigns.rules.standard import spread
from jinguo.divisions.models import Level
from jinguo.federations.queries import Unit

_DAY = {
    "invalid": _("Write the day like 2017-07-25."),
    "required": _("Write the day like 2017-07-25."),
}


class FilingForm(forms.Form):
    """A result to be filed: the day of the election and its paper."""

    elected_on = forms.DateField(label=_("Day of the election"), error_messages=_DAY)
    paper = forms.FileField(
        label=_("Paper of the result (scan or photo)"),
        allow_empty_file=True,
        error_messages={"required": _("Add the paper: a scan or a photo of the signed result.")},
    )
    note = forms.CharField(label=_("Remark"), max_length=200, required=False)


class ManyFilesInput(forms.FileInput):
    """All files of one field."""

    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:  # noqa: ARG002
        """The list of them."""
        return files.getlist(name)


class ManyFiles(forms.FileField):
    """One or more files, each as it came."""

    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> "list[UploadedFile[Any]]":
        """All of them. Raises what a single file raises."""
        found = data if isinstance(data, list) else [data] if data else []
        if not found:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return [super(ManyFiles, self).clean(one, initial) for one in found]


class HandInForm(forms.Form):
    """Papers of a step: which, of which day, and the photos or files."""

    names = forms.MultipleChoiceField(
        label=_("Which paper"),
        error_messages={"required": _("Say which paper it is: tick at least one.")},
    )
    done_on = forms.DateField(label=_("Day of the paper"), error_messages=_DAY)
    sent = ManyFiles(
        label=_("Photo or file"), allow_empty_file=True,
        error_messages={"required": _("Add a photo or a file: PDF, Word or Excel.")},
    )  # fmt: skip

    def __init__(self, state: StepState, *args: Any, **how: Any) -> None:
        super().__init__(*args, **how)
        self.lacks = state.lacks
        choices = [(name, name) for name in state.step.papers]
        cast(forms.MultipleChoiceField, self.fields["names"]).choices = choices

    @property
    def ticked(self) -> list[str]:
        """What is ticked: what was sent, or what lacks."""
        return (
            self.data.getlist("names")
            if isinstance(self.data, QueryDict) and self.is_bound
            else self.lacks
        )


class PlanForm(forms.Form):
    """A campaign as the county plans it: what, on which basis, who goes when."""

    name = forms.CharField(label=_("Name of the campaign"), max_length=80)
    slug = forms.CharField(
        label=_("Short name"), max_length=40, help_text=_("Small letters, digits and hyphens.")
    )
    goal = forms.CharField(label=_("Goal"), required=False, max_length=500)
    basis = forms.CharField(label=_("Legal basis (joint opinion)"), required=False, max_length=120)
    basis_number = forms.CharField(label=_("Document number"), required=False, max_length=40)
    issuers = forms.CharField(
        label=_("Issued by, one a line"), required=False, max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    starts_on = forms.DateField(label=_("First day"), error_messages=_DAY)
    ends_on = forms.DateField(label=_("Last day"), error_messages=_DAY)
    pilot = forms.ChoiceField(label=_("Pilot unit"), required=False)
    pilot_due = forms.DateField(label=_("Done by"), required=False, error_messages=_DAY)
    townships = forms.BooleanField(label=_("Township federations"), required=False, initial=True)
    townships_due = forms.DateField(label=_("Done by"), required=False, error_messages=_DAY)
    villages = forms.BooleanField(
        label=_("Village and community federations"), required=False, initial=True
    )
    villages_due = forms.DateField(label=_("Done by"), required=False, error_messages=_DAY)

    def __init__(self, *args: Any, units: Sequence[Unit], **how: Any) -> None:
        super().__init__(*args, **how)
        self._units = units
        choices = [("", _("None")), *((str(one.federation_id), one.name) for one in units)]
        cast(forms.ChoiceField, self.fields["pilot"]).choices = choices

    def plan(self) -> Plan:
        """What was filled in; a wave without a day of its own is due on the last day."""
        told = self.cleaned_data
        pilot = int(told["pilot"] or 0)
        last: date = told["ends_on"]
        waves = []
        if pilot:
            waves.append(WavePlan(gettext("Pilot"), told["pilot_due"] or last, [pilot]))
        for field, level, title in (
            ("townships", Level.TOWNSHIP, gettext("Township federations")),
            ("villages", Level.VILLAGE, gettext("Village and community federations")),
        ):
            ids = [
                one.federation_id
                for one in self._units
                if one.level == level and one.federation_id != pilot
            ]
            if told[field] and ids:
                waves.append(WavePlan(title, told[f"{field}_due"] or last, ids))
        return Plan(
            name=told["name"],
            starts_on=told["starts_on"],
            ends_on=last,
            waves=tuple(waves),
            pilot=bool(pilot),
            goal=told["goal"],
            basis=told["basis"],
            basis_number=told["basis_number"],
            issuers=tuple(told["issuers"].splitlines()),
            steps=spread(told["starts_on"], last, [one.due_on for one in waves])
            if told["starts_on"] <= last
            else (),
        )

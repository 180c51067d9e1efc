"""What the pages of a campaign take."""

from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from jinguo.campaigns.queries.steps import StepState

DAY = {
    "invalid": _("Write the day like 2017-07-25."),
    "required": _("Write the day like 2017-07-25."),
}


class FilingForm(forms.Form):
    """A result to be filed: the day of the election and its paper."""

    elected_on = forms.DateField(label=_("Day of the election"), error_messages=DAY)
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
    done_on = forms.DateField(label=_("Day of the paper"), error_messages=DAY)
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

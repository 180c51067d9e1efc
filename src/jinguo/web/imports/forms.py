"""What the import pages take."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jinguo.divisions.queries import Place
from jinguo.roster.readers.opening.limits import FILE_BYTES, MEGABYTE


class ManyFilesInput(forms.ClearableFileInput):
    """One input that takes several files."""

    allow_multiple_selected = True


class ManyFiles(forms.FileField):
    """Several files, none of them larger than what is read at all."""

    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> "list[UploadedFile[bytes]]":
        """The files as a list; each too large one is named."""
        given: Sequence[Any] = data if isinstance(data, list | tuple) else [data]
        files = [super(ManyFiles, self).clean(one, initial) for one in given or [None]]
        large = [file.name for file in files if (file.size or 0) > FILE_BYTES]
        if large:
            words = {"names": gettext(", ").join(map(str, large)), "limit": FILE_BYTES // MEGABYTE}
            text = _("Larger than %(limit)s MB, so not read: %(names)s. Split the list up.")
            raise forms.ValidationError(text, params=words)
        return files


class DropForm(forms.Form):
    """Workbooks, the county they belong to, and the day they describe if they do not say."""

    workbooks = ManyFiles(
        allow_empty_file=True,
        error_messages={"required": _("Choose at least one file.")},
    )
    county = forms.ChoiceField(required=False)
    as_of = forms.DateField(
        required=False, error_messages={"invalid": _("Write the day like 2017-07-25.")}
    )

    def __init__(self, *args: Any, counties: Sequence[Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._counties = {county.prefix: county for county in counties}
        field = cast(forms.ChoiceField, self.fields["county"])
        field.choices = [(county.prefix, county.name) for county in counties]

    def county_place(self) -> Place:
        """The county chosen, or the only one there is."""
        chosen = self.cleaned_data.get("county") or next(iter(self._counties))
        return self._counties[chosen]

    def contents(self) -> list[tuple[str, bytes]]:
        """Each file's name and bytes."""
        return [(file.name or "", file.read()) for file in self.cleaned_data["workbooks"]]


class DayForm(forms.Form):
    """The day the lists describe; empty to take each sheet's own."""

    as_of = forms.DateField(required=False)


class LeaveOutForm(forms.Form):
    """A file to leave out, or one row of one of its sheets."""

    file = forms.CharField(strip=False)
    sheet = forms.CharField(strip=False, required=False)
    row = forms.IntegerField(min_value=1, max_value=9_999_999, required=False)

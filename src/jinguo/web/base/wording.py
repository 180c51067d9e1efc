"""What forms say where a field has no words of its own: as one would say it across a desk."""

from django import forms
from django.core.validators import MaxLengthValidator, MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy


def put_in_words() -> None:
    """Replace what Django says by itself; called once, when the doors are made."""
    forms.Field.default_error_messages["required"] = _("Fill this in.")
    forms.IntegerField.default_error_messages["invalid"] = _("Write a whole number.")
    forms.DateField.default_error_messages["invalid"] = _("Write the day like 2017-07-25.")
    for choice in (forms.ChoiceField, forms.MultipleChoiceField):
        choice.default_error_messages["invalid_choice"] = _("Choose one of the list.")
    MaxLengthValidator.message = ngettext_lazy(
        "At most %(limit_value)d character; these are %(show_value)d.",
        "At most %(limit_value)d characters; these are %(show_value)d.",
        "limit_value",
    )
    MaxValueValidator.message = _("At most %(limit_value)s.")
    MinValueValidator.message = _("At least %(limit_value)s.")

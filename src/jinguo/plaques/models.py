"""The record that a plaque hangs."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from jinguo.files.models import Photo
from jinguo.records.models import Record
from jinguo.sealing.fields import Words


class Plaque(Record):
    """That the plaque of a unit was hung: what is on it, where, since when, shown by a photo."""

    WORD = "plaque"
    DAY = "hung_on"

    text = Words(_("what is on it"), max_length=80)
    place = Words(_("where it hangs"), max_length=80)
    hung_on = models.DateField(_("hung on"))
    photo = models.ForeignKey(Photo, models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["federation", "hung_on"], name="plaque_of_a_unit")
        ]

"""How plaques are to be, as dated data, and the record that one hangs."""

from typing import ClassVar

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from jinguo.divisions.models import Division
from jinguo.files.models import Photo
from jinguo.plaques.enums import Direction, Typeface
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


class PlaqueSpecification(models.Model):
    """How the plaques of a county are to be, from ``valid_from`` on (empty: always).

    Without a county it is the default that is shipped. It holds until the next one of the same
    county begins; one that is withdrawn stays to be seen and holds for nothing. ``{全称}`` in a
    wording is the unit's name from the county down, ``{本级}`` its own.
    """

    county = models.ForeignKey(Division, models.PROTECT, null=True, related_name="+")
    valid_from = models.DateField(null=True)
    county_wording = Words(max_length=40)
    township_wording = Words(max_length=40)
    village_wording = Words(max_length=40)
    width_mm = models.PositiveSmallIntegerField()
    height_mm = models.PositiveSmallIntegerField()
    direction = models.CharField(max_length=10, choices=Direction)
    typeface = models.CharField(max_length=10, choices=Typeface)
    ground = models.CharField(max_length=7)
    ink = models.CharField(max_length=7)
    border_mm = models.PositiveSmallIntegerField(default=0)
    border_colour = models.CharField(max_length=7)
    source = Words(max_length=300)
    verified = models.BooleanField(default=False)
    stated_at = models.DateTimeField(db_default=Now())
    stated_by_id = models.BigIntegerField(default=0)
    stated_by = models.CharField(max_length=150, blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.CharField(max_length=150, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["county", "valid_from"],
                condition=models.Q(withdrawn_at__isnull=True),
                nulls_distinct=False,
                name="one_plaque_specification_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.width_mm} × {self.height_mm} mm"

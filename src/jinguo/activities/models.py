"""What units do: activities with their photos."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jinguo.activities.enums import ActivityKind
from jinguo.files.models import Photo
from jinguo.records.models import Record
from jinguo.sealing.fields import LongWords, Words


class Activity(Record):
    """One activity of a unit. ``people`` are attendances (人次), never persons."""

    WORD = "activity"
    DAY = "held_on"
    NAMING = ("title", "leader", "content")
    UNTOLD = ("leader", "content")

    title = Words(_("title"), max_length=80)
    kind = models.CharField(_("kind"), max_length=12, choices=ActivityKind)
    place = Words(_("place"), max_length=80, blank=True)
    held_on = models.DateField(_("held on"))
    begins = models.TimeField(_("from"), null=True, blank=True)
    ends = models.TimeField(_("until"), null=True, blank=True)
    people = models.PositiveIntegerField(_("attendances"), null=True, blank=True)
    leader = Words(_("led by"), max_length=60, blank=True)
    content = LongWords(_("what was done"), blank=True)
    photos: "models.ManyToManyField[Photo, ActivityPhoto]" = models.ManyToManyField(
        Photo, through="ActivityPhoto", related_name="+"
    )

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["federation", "held_on"], name="activity_of_a_unit")
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(begins__isnull=True) | Q(ends__isnull=True) | Q(ends__gt=F("begins")),
                name="activity_lasts",
            ),
        ]


class ActivityPhoto(models.Model):
    """A photo of an activity, in its place among the others."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="pictures")
    photo = models.ForeignKey(Photo, models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["activity", "photo"], name="a_photo_once"),
        ]

    def __str__(self) -> str:
        return f"photo {self.photo_id} of activity {self.activity_id}"

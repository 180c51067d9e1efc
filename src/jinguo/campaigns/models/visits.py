"""Supervision (督导): visits, what was found, how it was mended; and the samples drawn for visits.

What state a finding is in is nowhere stored: it follows from its steps (``rules.findings``).
"""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from jinguo.campaigns.enums import MendingStep
from jinguo.campaigns.models.plan import Campaign
from jinguo.federations.models import Federation
from jinguo.files.models import Photo
from jinguo.people.models import Person
from jinguo.records.models import Record
from jinguo.sealing.fields import LongWords, Words


class Sample(models.Model):
    """Units drawn at random for visits (抽查). A second draw is a second sample; both stay.

    ``pool`` is what was drawn from, a pair of federation and its code of that day each, ``digest``
    the SHA-256 of it. With ``seed`` anybody draws the same units again (``rules.sampling``).
    """

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="samples")
    number = models.PositiveSmallIntegerField()
    drawn_on = models.DateField()
    size = models.PositiveSmallIntegerField()
    by_township = models.BooleanField()
    only_done = models.BooleanField()
    seed = models.CharField(max_length=64)
    pool = models.JSONField()
    digest = models.CharField(max_length=64)
    drawn_at = models.DateTimeField(db_default=Now())
    drawn_by_id = models.BigIntegerField()
    drawn_by = models.CharField(max_length=150)

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["campaign", "number"], name="one_sample_a_number"),
        ]

    def __str__(self) -> str:
        return f"sample {self.number} of {self.campaign_id}"


class Pick(models.Model):
    """A unit of a sample. ``drawn_id`` is the federation as drawn; ``federation`` follows it."""

    sample = models.ForeignKey(Sample, models.CASCADE, related_name="picks")
    position = models.PositiveSmallIntegerField()
    drawn_id = models.BigIntegerField()
    federation = models.ForeignKey(Federation, models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["sample", "position"], name="one_pick_a_place"),
            models.UniqueConstraint(fields=["sample", "drawn_id"], name="drawn_once"),
        ]

    def __str__(self) -> str:
        return f"{self.position} of sample {self.sample_id}"


class Visit(Record):
    """The level above came to see a unit. ``visitors`` says in words who went."""

    WORD = "visit"
    DAY = "visited_on"
    NAMING = ("visitors", "notes")
    UNTOLD = ("visitors", "notes")

    campaign = models.ForeignKey(Campaign, models.PROTECT, null=True, related_name="visits")
    sample = models.ForeignKey(Sample, models.PROTECT, null=True, related_name="visits")
    visited_on = models.DateField(_("visited on"))
    visitors = Words(_("who went"), max_length=120)
    notes = LongWords(_("notes"), blank=True)
    photos: "models.ManyToManyField[Photo, VisitPhoto]" = models.ManyToManyField(
        Photo, through="VisitPhoto", related_name="+"
    )

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["federation", "visited_on"], name="visit_of_a_unit")
        ]


class VisitPhoto(models.Model):
    """A photo of a visit, in its place among the others."""

    visit = models.ForeignKey(Visit, models.CASCADE, related_name="pictures")
    photo = models.ForeignKey(Photo, models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["visit", "photo"], name="a_visit_shows_a_photo_once"),
        ]

    def __str__(self) -> str:
        return f"photo {self.photo_id} of visit {self.visit_id}"


class Finding(Record):
    """Something a visit found to be mended (整改) until ``due_on``.

    ``owner`` is who is to mend it; where nobody is named it is whoever chairs the unit.
    """

    WORD = "finding"
    DAY = "raised_on"
    NAMING = ("matter",)
    UNTOLD = ("matter",)

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="findings")
    matter = Words(_("what is to be mended"), max_length=200)
    owner = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    raised_on = models.DateField()
    due_on = models.DateField(_("to be mended by"))

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["federation", "raised_on"], name="finding_of_a_unit")
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(due_on__gte=F("raised_on")), name="mended_after_it_is_found"
            ),
        ]


class FindingStep(models.Model):
    """What was said of a finding: mended, sent back, closed (销号). Rows are only added."""

    finding = models.ForeignKey(Finding, models.CASCADE, related_name="steps")
    kind = models.CharField(max_length=10, choices=MendingStep)
    note = Words(max_length=200, blank=True)
    photo = models.ForeignKey(Photo, models.PROTECT, null=True, related_name="+")
    said_on = models.DateField()
    said_at = models.DateTimeField(db_default=Now())
    said_by_id = models.BigIntegerField()
    said_by = models.CharField(max_length=150)

    class Meta:
        ordering: ClassVar = ["said_on", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(kind="returned") | ~Q(note=""), name="sent_back_for_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} finding {self.finding_id}"

"""The one procedure of a campaign (三统一): its steps, their papers and deadlines."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jinguo.campaigns.enums import Doer
from jinguo.campaigns.models.plan import Campaign, Wave
from jinguo.files.models import Photo, StoredFile
from jinguo.records.models import Record
from jinguo.sealing.fields import Words


class CampaignStep(models.Model):
    """A step of the procedure: its number, what is done, the papers that it leaves, and by whom."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="steps")
    number = models.PositiveSmallIntegerField()
    title = Words(_("what is done"), max_length=80)
    papers = ArrayField(models.CharField(max_length=60), default=list)
    doer = models.CharField(_("by whom"), max_length=10, choices=Doer, default=Doer.UNIT)

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["campaign", "number"], name="one_step_a_number"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class StepDue(models.Model):
    """Until when a step is done: by the units of a wave, or by the county (without a wave)."""

    step = models.ForeignKey(CampaignStep, models.CASCADE, related_name="dues")
    wave = models.ForeignKey(Wave, models.CASCADE, null=True, related_name="+")
    due_on = models.DateField(_("done by"))

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["step", "wave"], nulls_distinct=False, name="one_deadline_a_wave"
            ),
        ]

    def __str__(self) -> str:
        return f"step {self.step_id} by {self.due_on}"


class StepPaper(Record):
    """Papers of a unit that no other record is, as one file: a scan may hold all of a step.

    They are known by their names, as the steps of campaigns call them; what a file was called by
    whoever handed it in is not kept, since files bear the names of women.
    """

    WORD = "paper"
    DAY = "done_on"

    names = ArrayField(models.CharField(max_length=60))
    done_on = models.DateField(_("day of the paper"))
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    suffix = models.CharField(max_length=8, blank=True)
    photo = models.ForeignKey(Photo, models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["federation", "done_on"], name="paper_of_a_unit")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(file__isnull=False, photo__isnull=True)
                | Q(file__isnull=True, photo__isnull=False),
                name="paper_is_a_file_or_a_photo",
            ),
        ]

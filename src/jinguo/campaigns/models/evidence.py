"""What was filed upward, and what the level above said of the evidence."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from jinguo.campaigns.enums import Gate, Proof, Verdict
from jinguo.campaigns.models.plan import Campaign
from jinguo.federations.models import Federation
from jinguo.files.models import StoredFile
from jinguo.records.models import Record
from jinguo.sealing.fields import Words


class Filing(Record):
    """A result held elsewhere, filed upward (备案): when it was elected, and the paper of it.

    It refers to the committee that the roster shows on ``elected_on`` and appoints nobody.
    """

    WORD = "filing"
    DAY = "elected_on"

    elected_on = models.DateField(_("day of the election"))
    paper = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    paper_name = models.CharField(_("paper"), max_length=255)
    note = Words(_("note"), max_length=200, blank=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["federation", "elected_on"], name="filing_of_a_unit")
        ]


class Review(models.Model):
    """What the level above said of one record as evidence for a gate; the latest holds."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="reviews")
    federation = models.ForeignKey(Federation, models.PROTECT, related_name="+")
    gate = models.CharField(max_length=15, choices=Gate)
    proof = models.CharField(max_length=15, choices=Proof)
    record_id = models.BigIntegerField()
    verdict = models.CharField(max_length=10, choices=Verdict)
    reason = Words(_("reason"), max_length=200, blank=True)
    said_on = models.DateField()
    said_at = models.DateTimeField(db_default=Now())
    said_by_id = models.BigIntegerField()
    said_by = models.CharField(max_length=150)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["campaign", "federation", "gate"], name="review_of_a_gate")
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(verdict="accepted") | ~Q(reason=""), name="returned_for_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.verdict} {self.gate}"

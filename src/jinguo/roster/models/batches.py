"""A change of rosters as one batch: what was read or decided, what it changed, how it is undone."""

from typing import ClassVar

from django.db import models
from django.db.models.functions import Now

from jinguo.divisions.models import Division
from jinguo.federations.models import Federation
from jinguo.files.models import StoredFile
from jinguo.roster.enums import Deed
from jinguo.sealing.fields import KeyedDigest, PartlySealedJson, SealedJson, Words


class Batch(models.Model):
    """Everything that one import, or one deed by hand, did. Nothing of it is done without the rest.

    ``reason`` is what was said of a deed by hand. ``report`` quotes cells, so it is sealed.
    """

    county = models.ForeignKey(Division, models.PROTECT, related_name="+")
    deed = models.CharField(
        max_length=20, choices=Deed, default=Deed.IMPORT, db_default=Deed.IMPORT
    )
    reason = Words(max_length=300, blank=True, db_default="")
    by_id = models.BigIntegerField()
    by_name = models.CharField(max_length=150)
    applied_at = models.DateTimeField(db_default=Now())
    undone_at = models.DateTimeField(null=True)
    undone_by = models.CharField(max_length=150, blank=True)
    report = SealedJson(help_text="counts and problems, as shown before it was applied")

    def __str__(self) -> str:
        return f"batch {self.pk}"


class BatchFile(models.Model):
    """A file of a batch, under the name it came with."""

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="files")
    name = models.CharField(max_length=255)
    stored = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.name


class Change(models.Model):
    """What stood in one record before a batch wrote over it, and what the batch wrote."""

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="changes")
    subject = models.CharField(max_length=20)
    subject_id = models.BigIntegerField()
    before = PartlySealedJson()
    after = PartlySealedJson()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["subject", "subject_id"], name="change_subject")]

    def __str__(self) -> str:
        return f"{self.subject} {self.subject_id}"


class ListDay(models.Model):
    """A list of a unit that was applied: the day it describes and its latest 任职时间.

    ``body`` is the committee, or another post. The seats of a unit follow from the days of its
    lists (``rules.timeline``). ``digest`` is what the list said, by which it is known again;
    empty where it raised a question.
    """

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="+")
    federation = models.ForeignKey(Federation, models.PROTECT, related_name="+")
    body = models.CharField(max_length=20)
    as_of = models.DateField()
    latest = models.DateField(null=True)
    digest = KeyedDigest(max_length=32, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["federation", "body", "as_of", "batch"], name="one_list_a_batch_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.body} of {self.federation_id} on {self.as_of}"


class Draft(models.Model):
    """Files dropped on the import page and not yet applied, with the corrections made there.

    ``corrections`` maps ``file␟sheet␟cell`` to the text that replaces the cell;
    a file under its name alone, and a row under its number, are left out.
    ``answers`` maps the same key of a name's cell to a person's number, or to
    ``"new"``.
    """

    county = models.ForeignKey(Division, models.PROTECT, related_name="+")
    owner_id = models.BigIntegerField()
    made_at = models.DateTimeField(db_default=Now())
    as_of = models.DateField(null=True)
    corrections = SealedJson(default=dict)
    answers = models.JSONField(default=dict)
    batch = models.ForeignKey(Batch, models.SET_NULL, null=True, related_name="drafts")

    def __str__(self) -> str:
        return f"draft {self.pk}"


class DraftFile(models.Model):
    """A file of a draft, under the name it came with."""

    draft = models.ForeignKey(Draft, models.CASCADE, related_name="files")
    name = models.CharField(max_length=255)
    stored = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.name

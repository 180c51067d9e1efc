"""Votes: ballots, the sheets of the counters, the marks on them."""

from typing import ClassVar

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from jinguo.elections.enums import Office
from jinguo.elections.models.candidates import Candidate
from jinguo.elections.models.congresses import Congress, Scrutineer


class Round(models.Model):
    """One vote on one office. A tie or an invalid vote is followed by the round after it.

    Ballots are empty until they are counted.
    """

    congress = models.ForeignKey(Congress, models.CASCADE, related_name="rounds")
    office = models.CharField(max_length=15, choices=Office)
    number = models.PositiveSmallIntegerField()
    seats = models.PositiveSmallIntegerField()
    issued = models.PositiveIntegerField(_("ballots issued"), null=True)
    returned = models.PositiveIntegerField(_("ballots returned"), null=True)
    invalid = models.PositiveIntegerField(_("invalid ballots"), null=True)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["congress", "office", "number"], name="one_round_a_number"
            )
        ]

    def __str__(self) -> str:
        return f"{self.office} {self.number}"


class Nominee(models.Model):
    """A candidate in a round: on the ballot, or written in by voters."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="nominees")
    candidate = models.ForeignKey(Candidate, models.CASCADE, related_name="nominations")
    written_in = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "candidate"], name="one_nomination_a_round")
        ]

    def __str__(self) -> str:
        return f"{self.candidate_id} in {self.round_id}"


class Sheet(models.Model):
    """The count sheet (计票单) of one counter: the valid ballots she counted, and their marks.

    ``version`` grows with each saving, so that nobody overwrites what she has not seen.
    """

    round = models.ForeignKey(Round, models.CASCADE, related_name="sheets")
    counter = models.ForeignKey(Scrutineer, models.PROTECT, related_name="sheets")
    ballots = models.PositiveIntegerField()
    version = models.PositiveIntegerField(default=1)
    by_id = models.BigIntegerField()
    by_name = models.CharField(max_length=150)
    saved_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "counter"], name="one_sheet_a_counter")
        ]

    def __str__(self) -> str:
        return f"sheet of {self.counter_id}"


class Mark(models.Model):
    """The votes for and against one nominee on one sheet; the rest of its ballots abstain."""

    sheet = models.ForeignKey(Sheet, models.CASCADE, related_name="marks")
    nominee = models.ForeignKey(Nominee, models.CASCADE, related_name="marks")
    in_favour = models.PositiveIntegerField()
    against = models.PositiveIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["sheet", "nominee"], name="one_mark_a_nominee")
        ]

    def __str__(self) -> str:
        return f"{self.in_favour} for, {self.against} against"

"""The ladder of reminders as dated data."""

from typing import ClassVar

from django.db import models

from jinguo.agenda.enums import Whom
from jinguo.sealing.fields import Words


class Ladder(models.Model):
    """In which steps units below ``prefix`` are reminded, from a day until the next ladder's.

    The longest prefix that fits a unit's code holds; the empty one is the default.
    """

    prefix = models.CharField(max_length=12, blank=True, db_collation="C")
    valid_from = models.DateField(null=True)
    source = Words(max_length=300)
    verified = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["prefix", "valid_from"], nulls_distinct=False, name="one_ladder_a_day"
            ),
        ]

    def __str__(self) -> str:
        return self.source


class Rung(models.Model):
    """A step of a ladder: ``days`` after the deadline, negative before, somebody is told."""

    ladder = models.ForeignKey(Ladder, models.CASCADE, related_name="rungs")
    days = models.SmallIntegerField()
    whom = models.CharField(max_length=10, choices=Whom)

    class Meta:
        ordering: ClassVar = ["days"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["ladder", "days"], name="one_rung_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.days:+d} {self.whom}"

"""Notices, and the rules of sending them as dated data."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from jinguo.federations.models import Federation
from jinguo.people.models import Person
from jinguo.sealing.fields import Words


class DeliveryRule(models.Model):
    """How units below ``prefix`` are reminded, from a day until that of the next rule.

    Nobody is told anything from ``quiet_from`` until ``quiet_until`` (over midnight), and a unit
    gets at most ``weekly_cap`` reminders from Monday to Sunday; what it hears of units below it is
    one a day. The longest prefix that fits a unit's code holds; the empty one is the default.
    """

    prefix = models.CharField(max_length=12, blank=True, db_collation="C")
    valid_from = models.DateField(null=True)
    quiet_from = models.TimeField()
    quiet_until = models.TimeField()
    weekly_cap = models.PositiveSmallIntegerField()
    source = Words(max_length=300)
    verified = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(weekly_cap__gt=0), name="some_reminders_a_week"),
            models.UniqueConstraint(
                fields=["prefix", "valid_from"],
                nulls_distinct=False,
                name="one_delivery_rule_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quiet_from:%H:%M}-{self.quiet_until:%H:%M}"


class Notice(models.Model):
    """A thing that was said to one person in the system, on one day, and when she saw it.

    ``thing`` is the key of what it is about and ends in the number of ``federation``, the unit that
    owes it. ``addressee`` is the unit for which ``recipient`` was told. ``step`` is the rung of the
    ladder: days after ``due_on``, negative before; ``overtook`` are rungs that fell due earlier and
    were not said, because this one came. There is no finished text: kind and words are put
    into the reader's language when it is read. It is written once, in the transaction that
    records it; nothing of it changes but ``seen_at``.
    """

    recipient = models.ForeignKey(Person, models.PROTECT, related_name="+")
    federation = models.ForeignKey(Federation, models.PROTECT, related_name="+")
    addressee = models.ForeignKey(Federation, models.PROTECT, related_name="+")
    thing = models.CharField(max_length=100, db_collation="C")
    kind = models.CharField(max_length=15)
    subject = Words(max_length=240)
    part = models.CharField(max_length=30, blank=True)
    due_on = models.DateField()
    step = models.SmallIntegerField()
    overtook = ArrayField(models.SmallIntegerField(), default=list, blank=True)
    sent_at = models.DateTimeField()
    sent_on = models.DateField()
    seen_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["thing", "sent_on"], name="said_once_a_day"),
            models.UniqueConstraint(fields=["thing", "due_on", "step"], name="step_said_once"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["recipient", "-sent_at"], name="notice_of_a_person"),
            models.Index(fields=["addressee", "sent_on"], name="notice_of_a_week"),
        ]

    def __str__(self) -> str:
        return f"{self.thing} {self.step:+d}"

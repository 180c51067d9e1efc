"""A congress: the unit and day, who is due, who watches the count."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from jinguo.elections.enums import Attendance, Duty
from jinguo.federations.models import Federation
from jinguo.roster.models import Batch
from jinguo.sealing.fields import Words


class Congress(models.Model):
    """A women's congress (妇女代表大会) of a unit, from the calling to the signed result.

    How far it has come is not stored: it follows from what is recorded of it
    (``queries.progress``). ``batch`` is what the signature changed in the roster. A by-election
    (补选) fills vacant seats of executives within the term, and ends none.
    """

    federation = models.ForeignKey(Federation, models.PROTECT, related_name="congresses")
    held_on = models.DateField(_("day of the congress"))
    place = Words(_("place"), max_length=100, blank=True)
    number = models.PositiveSmallIntegerField(_("number of the congress"), null=True, blank=True)
    executives = models.PositiveSmallIntegerField(_("executives to be elected"))
    by_election = models.BooleanField(_("by-election"), default=False)
    vice_chairs = models.PositiveSmallIntegerField(_("vice-chairs to be elected"))
    quota = models.PositiveSmallIntegerField(_("delegates in all"), null=True, blank=True)
    called_by_id = models.BigIntegerField()
    called_by = models.CharField(max_length=150)
    called_at = models.DateTimeField(db_default=Now())
    called_off_at = models.DateTimeField(null=True)
    signed_at = models.DateTimeField(null=True)
    signed_by = models.CharField(max_length=150, blank=True)
    batch = models.ForeignKey(Batch, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["federation"],
                condition=Q(signed_at__isnull=True, called_off_at__isnull=True),
                name="one_open_congress_a_unit",
            ),
            models.CheckConstraint(condition=Q(executives__gte=1), name="congress_elects"),
        ]

    def __str__(self) -> str:
        return f"congress {self.pk}"


class Group(models.Model):
    """A group that sends delegates (选举单位), with its quota and how many women it has."""

    congress = models.ForeignKey(Congress, models.CASCADE, related_name="groups")
    name = Words(max_length=60)
    quota = models.PositiveSmallIntegerField()
    women = models.PositiveIntegerField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["congress", "name"], name="one_group_a_name")
        ]

    def __str__(self) -> str:
        return self.name


class Delegate(models.Model):
    """A delegate (代表). She is due where her credentials passed (资格审查).

    ``attendance`` is empty until the roll was called.
    """

    congress = models.ForeignKey(Congress, models.CASCADE, related_name="delegates")
    group = models.ForeignKey(Group, models.SET_NULL, null=True, related_name="delegates")
    name = Words(max_length=60)
    passed = models.BooleanField(default=True)
    attendance = models.CharField(max_length=10, choices=Attendance, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["congress", "name"], name="one_delegate_a_name")
        ]

    def __str__(self) -> str:
        return self.name


class Scrutineer(models.Model):
    """Somebody who watches or counts the votes; never a candidate."""

    congress = models.ForeignKey(Congress, models.CASCADE, related_name="scrutineers")
    name = Words(max_length=60)
    duty = models.CharField(max_length=15, choices=Duty)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["congress", "name"], name="one_scrutineer_a_name")
        ]

    def __str__(self) -> str:
        return self.name

"""Who enters or leaves a post by decision, where no list says it."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from jinguo.federations.models import Federation
from jinguo.people.models import Person
from jinguo.roster.enums import Leaving
from jinguo.roster.models.batches import Batch
from jinguo.sealing.fields import LongWords


class Decision(models.Model):
    """From ``day`` on she sits in the body, or, where it does not ``begin``, no longer.

    The seat itself is the appointment; as with lists, only the day is kept a second time
    (``rules.timeline``). ``instead_of`` is the woman whose seat she fills (替补).
    """

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="decisions")
    federation = models.ForeignKey(Federation, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    body = models.CharField(max_length=20)
    day = models.DateField()
    begins = models.BooleanField()
    why = models.CharField(max_length=20, choices=Leaving, blank=True)
    instead_of = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["federation", "body", "person", "day", "batch"], name="one_decision_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.federation_id} on {self.day}"


class Meeting(models.Model):
    """The meeting of an executive committee, or the congress, that decided a batch.

    ``due``, ``present`` and ``in_favour`` are persons; ``seats`` is how many the committee has
    since then, ``vice_chairs`` how many of them are vice-chairs', where the meeting set it.
    """

    batch = models.OneToOneField(Batch, models.CASCADE, related_name="meeting")
    federation = models.ForeignKey(Federation, models.PROTECT, related_name="+")
    held_on = models.DateField()
    place = models.CharField(max_length=120, blank=True)
    due = models.PositiveSmallIntegerField()
    present = models.PositiveSmallIntegerField()
    in_favour = models.PositiveSmallIntegerField()
    minutes = LongWords(blank=True, max_length=4000)
    seats = models.PositiveSmallIntegerField(null=True)
    vice_chairs = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(present__lte=F("due")) & Q(in_favour__lte=F("present")),
                name="a_meeting_adds_up",
            )
        ]

    def __str__(self) -> str:
        return f"meeting of {self.federation_id} on {self.held_on}"

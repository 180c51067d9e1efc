"""Women's federations: the units of the tree, each on a division."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from jinguo.divisions.models import Division


class Predecessor(models.TextChoices):
    """What stood in a unit's place before its federation."""

    NONE = ""
    CONGRESS_COMMITTEE = "congress_committee"  # 妇代会, in villages until the reform


class Federation(models.Model):
    """A county, township or village federation.

    Its name, code and place in the tree are those of its division on the day
    asked for. Since when it counts is not stored: it counts from the day its
    executive committee sits, until ``closed_on``.
    """

    division = models.ForeignKey(Division, models.PROTECT, related_name="+")
    level = models.PositiveSmallIntegerField()
    predecessor = models.CharField(max_length=30, blank=True, choices=Predecessor)
    closed_on = models.DateField(null=True, help_text="first day on which it no longer counts")
    successor = models.ForeignKey("self", models.PROTECT, null=True, related_name="predecessors")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["division"],
                condition=Q(closed_on__isnull=True),
                name="one_open_federation_a_division",
            ),
            models.CheckConstraint(
                condition=Q(successor__isnull=True) | Q(closed_on__isnull=False),
                name="only_the_closed_have_successors",
            ),
        ]

    def __str__(self) -> str:
        return f"federation {self.pk}"

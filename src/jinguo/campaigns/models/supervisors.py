"""Who supervises whom in a campaign."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jinguo.campaigns.models.plan import Campaign, Wave
from jinguo.divisions.models import Division
from jinguo.people.models import Person
from jinguo.sealing.fields import Words


class Supervisor(models.Model):
    """Who supervises a part of the tree (``division`` and all below it) or a wave.

    ``who`` says it in words (an office, or somebody with her post); ``person`` is she where the
    roster knows her. It holds ``begins_on`` ≤ day < ``ends_on``. Where nobody is named, a township
    supervises its villages and the county its townships. They are written anew with each plan.
    """

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="supervisors")
    division = models.ForeignKey(Division, models.PROTECT, null=True, related_name="+")
    wave = models.ForeignKey(Wave, models.CASCADE, null=True, related_name="+")
    who = Words(_("who supervises"), max_length=60)
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    begins_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(division__isnull=False, wave__isnull=True)
                | Q(division__isnull=True, wave__isnull=False),
                name="supervises_a_part_or_a_wave",
            ),
            models.CheckConstraint(
                condition=Q(begins_on__isnull=True)
                | Q(ends_on__isnull=True)
                | Q(ends_on__gt=F("begins_on")),
                name="supervises_some_days",
            ),
        ]

    def __str__(self) -> str:
        return self.who

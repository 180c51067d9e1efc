"""Who holds which post in which unit, from when until when."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jinguo.federations.models import Federation
from jinguo.people.models import Person
from jinguo.roster.enums import COMMITTEE_POSTS, Kind, Post
from jinguo.roster.models.batches import Batch

ON_COMMITTEE = Q(post__in=[str(post.value) for post in COMMITTEE_POSTS])


class Appointment(models.Model):
    """One person in one post of one unit, from ``starts_on`` ≤ D < ``ends_on``.

    ``started_by`` and ``ended_by`` name the batches that said so. ``dated`` says that ``starts_on``
    was stated; else it is the day of the first list that has her. The database does not check
    the batches: they are never deleted, and the checks would take a tenth of an import.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="appointments")
    federation = models.ForeignKey(Federation, models.PROTECT, related_name="appointments")
    post = models.CharField(_("post"), max_length=20, choices=Post)
    kind = models.CharField(_("full-time or part-time"), max_length=10, choices=Kind, blank=True)
    categories = ArrayField(
        verbose_name=_("categories"),
        base_field=models.CharField(max_length=60),
        default=list,
        blank=True,
    )
    sector = models.CharField(_("sector"), max_length=60, blank=True)
    origin = models.CharField(_("way of election"), max_length=60, blank=True)
    remark = models.CharField(_("remark"), max_length=300, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    dated = models.BooleanField(default=True)
    started_by = models.ForeignKey(
        Batch, models.PROTECT, null=True, related_name="+", db_constraint=False
    )
    ended_by = models.ForeignKey(
        Batch, models.PROTECT, null=True, related_name="+", db_constraint=False, db_index=False
    )

    class Meta:
        indexes: ClassVar = [
            models.Index(
                fields=["ended_by"],
                condition=Q(ended_by__isnull=False),
                name="appointment_ended_by",
            )
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["federation", "person"],
                condition=Q(ends_on__isnull=True) & ON_COMMITTEE,
                name="one_open_committee_seat",
            ),
            models.UniqueConstraint(
                fields=["federation", "person", "post"],
                condition=Q(ends_on__isnull=True) & ~ON_COMMITTEE,
                name="one_open_other_post",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("starts_on")), name="appointment_lasts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.post} in {self.federation_id} from {self.starts_on}"

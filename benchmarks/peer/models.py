"""What the peers fill: the product's two tables again, and the units known beforehand.

The columns, constraints and indexes are those of ``Person`` and ``Appointment``, without what
keeps a history: batches, before-images, terms.
"""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from jinguo.roster.enums import Kind, Post
from jinguo.roster.models.appointments import ON_COMMITTEE


class Unit(models.Model):
    """A unit under the one name the workbook uses for it."""

    code = models.CharField(max_length=12, unique=True)
    text = models.CharField(max_length=100, unique=True)

    class Meta:
        app_label = "peer"

    def __str__(self) -> str:
        return self.text


class Person(models.Model):
    """Somebody who holds a post."""

    name = models.CharField(max_length=60)
    gender = models.CharField(max_length=10, blank=True)
    ethnicity = models.CharField(max_length=20, blank=True)
    birth_month = models.DateField(null=True)
    political_status = models.CharField(max_length=30, blank=True)
    education = models.CharField(max_length=30, blank=True)
    occupation = models.CharField(max_length=120, blank=True)
    phone = models.CharField(max_length=30, blank=True)

    class Meta:
        app_label = "peer"
        indexes: ClassVar = [
            models.Index(fields=["phone"], condition=~Q(phone=""), name="peer_phone"),
            models.Index(fields=["name", "birth_month"], name="peer_name_birth"),
        ]

    def __str__(self) -> str:
        return self.name


class Seat(models.Model):
    """One person in one post of one unit."""

    person = models.ForeignKey(Person, models.PROTECT)
    unit = models.ForeignKey(Unit, models.PROTECT)
    post = models.CharField(max_length=20, choices=Post)
    kind = models.CharField(max_length=10, choices=Kind, blank=True)
    categories = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    remark = models.CharField(max_length=300, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        app_label = "peer"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["unit", "person"],
                condition=Q(ends_on__isnull=True) & ON_COMMITTEE,
                name="peer_one_open_committee_seat",
            ),
            models.UniqueConstraint(
                fields=["unit", "person", "post"],
                condition=Q(ends_on__isnull=True) & ~ON_COMMITTEE,
                name="peer_one_open_other_post",
            ),
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="peer_lasts"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.post}"

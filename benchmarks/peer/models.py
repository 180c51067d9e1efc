"""What the peers fill: one flat table of seats, and the units known beforehand.

An easier task than ours: no person apart from her seat, no history, no batch, no undo. It has
the constraints and indexes our tables have for the same columns.
"""

from typing import ClassVar

from django.db import models

from jinguo.roster.enums import Kind, Post


class Unit(models.Model):
    """A unit under the one name the workbook uses for it."""

    code = models.CharField(max_length=12, unique=True)
    text = models.CharField(max_length=100, unique=True)

    class Meta:
        app_label = "peer"

    def __str__(self) -> str:
        return self.text


class Seat(models.Model):
    """A row of the workbook. ``key`` is unit, name and phone, by which a row is found again."""

    key = models.CharField(max_length=200, unique=True)
    unit = models.ForeignKey(Unit, models.PROTECT)
    name = models.CharField(max_length=60)
    gender = models.CharField(max_length=10, blank=True)
    ethnicity = models.CharField(max_length=20, blank=True)
    birth_month = models.DateField(null=True)
    political_status = models.CharField(max_length=30, blank=True)
    education = models.CharField(max_length=30, blank=True)
    occupation = models.CharField(max_length=120, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    post = models.CharField(max_length=20, choices=Post)
    kind = models.CharField(max_length=10, choices=Kind, blank=True)
    categories = models.CharField(max_length=200, blank=True)
    remark = models.CharField(max_length=300, blank=True)
    starts_on = models.DateField()

    class Meta:
        app_label = "peer"
        indexes: ClassVar = [
            models.Index(fields=["phone"], name="peer_phone"),
            models.Index(fields=["name", "birth_month"], name="peer_name_birth"),
        ]

    def __str__(self) -> str:
        return self.key

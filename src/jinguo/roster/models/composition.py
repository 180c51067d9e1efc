"""The 5+N composition of committees as dated data with its source."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q


class Category(models.Model):
    """A category of executive (执委类别). Counties add their own.

    ``marker`` is the number rosters use in place of the name (①). ``synonyms``
    are other words for it, separated by spaces.
    """

    slug = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=60)
    marker = models.CharField(max_length=4, blank=True)
    synonyms = models.CharField(max_length=300, blank=True)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering: ClassVar = ["position"]

    def __str__(self) -> str:
        return self.name


class RuleSet(models.Model):
    """Rules for the committees below a division prefix, valid ``valid_from`` ≤ D < ``valid_until``.

    The set with the longest ``prefix`` that fits a unit's code holds for it; the
    empty prefix is the default.
    """

    name = models.CharField(max_length=120)
    prefix = models.CharField(max_length=12, blank=True, db_collation="C")
    valid_from = models.DateField(null=True)
    valid_until = models.DateField(null=True)
    source = models.CharField(max_length=300)
    verified = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(valid_from__lt=F("valid_until")), name="rule_set_lasts"
            ),
            models.UniqueConstraint(
                fields=["prefix", "valid_from"], nulls_distinct=False, name="one_rule_set_a_day"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Rule(models.Model):
    """One rule: its kind (see ``rules.composition``), whom it binds, its numbers."""

    rule_set = models.ForeignKey(RuleSet, models.CASCADE, related_name="rules")
    kind = models.CharField(max_length=30)
    level = models.PositiveSmallIntegerField(null=True, help_text="empty: townships and villages")
    category = models.ForeignKey(Category, models.PROTECT, null=True, related_name="+")
    minimum = models.PositiveSmallIntegerField(null=True)
    maximum = models.PositiveSmallIntegerField(null=True)
    position = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=300)
    verified = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["position"]

    def __str__(self) -> str:
        return f"{self.kind} {self.category or ''}".strip()

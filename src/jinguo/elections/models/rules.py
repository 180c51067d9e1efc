"""The rules of elections as dated data with their source."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from jinguo.elections.enums import Base, RuleKind
from jinguo.sealing.fields import Words


class ElectionRuleSet(models.Model):
    """Rules for elections below a division prefix, valid ``valid_from`` ≤ D < ``valid_until``.

    The set with the longest ``prefix`` that fits a unit's code holds for it; the empty prefix is
    the default.
    """

    name = models.CharField(max_length=120)
    prefix = models.CharField(max_length=12, blank=True, db_collation="C")
    valid_from = models.DateField(null=True)
    valid_until = models.DateField(null=True)
    source = Words(max_length=300)
    verified = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(valid_from__lt=F("valid_until")), name="election_rule_set_lasts"
            ),
            models.UniqueConstraint(
                fields=["prefix", "valid_from"],
                nulls_distinct=False,
                name="one_election_rule_set_a_day",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ElectionRule(models.Model):
    """One rule: its kind, the level it binds, its numbers.

    ``share`` is the text of a fraction ("2/3"): of those due for the quorum, of ``base`` for the
    votes needed, of the seats for the candidates beyond the seats. ``more_than`` says that the
    share itself is not enough. ``minimum`` and ``maximum`` are people, or years of a term.
    """

    rule_set = models.ForeignKey(ElectionRuleSet, models.CASCADE, related_name="rules")
    kind = models.CharField(max_length=20, choices=RuleKind)
    level = models.PositiveSmallIntegerField(null=True, help_text="empty: every level")
    share = models.CharField(max_length=15, blank=True)
    more_than = models.BooleanField(default=False)
    base = models.CharField(max_length=10, choices=Base, blank=True)
    rounding = models.CharField(max_length=10, blank=True)
    minimum = models.PositiveSmallIntegerField(null=True)
    maximum = models.PositiveSmallIntegerField(null=True)
    source = Words(max_length=300)
    verified = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["rule_set", "kind", "level"],
                nulls_distinct=False,
                name="one_election_rule_a_kind",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.level or ''}".strip()

"""The plan of a campaign: what, between which days, in which waves, and whom it asks."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from jinguo.divisions.models import Division
from jinguo.federations.models import Federation
from jinguo.roster.models import RuleSet
from jinguo.sealing.fields import LongWords, Words


class Campaign(models.Model):
    """What a county sets out to do with its units between two days (会改联).

    ``basis`` is the joint opinion it rests on, with its document number and the bodies that
    issued it. The half-open period is ``starts_on`` ≤ day ≤ ``ends_on``: the last day counts.
    It asks nothing of anybody before it is started. ``rule_set`` is the composition that founds a
    unit; empty: the rules valid for it on the day. ``anew``: elections and activities count from
    its first day on; plaques and groups count wherever they stand. ``version`` grows with each
    change of the plan.
    """

    slug = models.SlugField(max_length=40, unique=True)
    county = models.ForeignKey(Division, models.PROTECT, related_name="+")
    name = Words(_("name"), max_length=80)
    goal = LongWords(_("goal"), blank=True)
    basis = Words(_("legal basis"), max_length=120, blank=True)
    basis_number = Words(_("document number"), max_length=40, blank=True)
    issuers = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    rule_set = models.ForeignKey(RuleSet, models.PROTECT, null=True, related_name="+")
    anew = models.BooleanField(default=False)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    made_at = models.DateTimeField(db_default=Now())
    made_by_id = models.BigIntegerField()
    made_by = models.CharField(max_length=150)
    version = models.PositiveIntegerField(default=1)
    changed_by = models.CharField(max_length=150, blank=True)
    started_at = models.DateTimeField(null=True)
    started_by = models.CharField(max_length=150, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="campaign_lasts"),
        ]

    def __str__(self) -> str:
        return self.slug


class Wave(models.Model):
    """Units that go together: ``number`` 0 is the pilot (试点), the others follow in order."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="waves")
    number = models.PositiveSmallIntegerField()
    name = Words(_("name"), max_length=40)
    due_on = models.DateField(_("all four gates closed by"))

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["campaign", "number"], name="one_wave_a_number"),
        ]

    def __str__(self) -> str:
        return self.name


class Target(models.Model):
    """A unit the campaign asks; where it is merged away, its successor stands in its place."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="targets")
    federation = models.ForeignKey(Federation, models.PROTECT, related_name="+")
    wave = models.ForeignKey(Wave, models.PROTECT, related_name="targets")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["campaign", "federation"], name="asked_once"),
        ]

    def __str__(self) -> str:
        return f"target {self.pk}"

"""The register of contact groups."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jinguo.groups.enums import GroupKind
from jinguo.records.models import Record
from jinguo.sealing.fields import Words


class ContactGroup(Record):
    """A WeChat or WeCom group of a unit; it lives from ``founded_on`` ≤ day < ``dissolved_on``.

    ``members`` are accounts as they were counted on ``counted_on``: an estimate of reach, since
    accounts are not women.
    """

    WORD = "group"
    DAY = "founded_on"
    NAMING = ("name", "owner")
    UNTOLD = ("owner",)

    name = Words(_("name of the group"), max_length=60)
    kind = models.CharField(_("kind"), max_length=10, choices=GroupKind)
    owner = Words(_("host"), max_length=60, blank=True)
    members = models.PositiveIntegerField(_("members"), null=True, blank=True)
    counted_on = models.DateField(null=True)
    founded_on = models.DateField(_("founded on"))
    dissolved_on = models.DateField(_("dissolved on"), null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["federation", "founded_on"], name="group_of_a_unit")
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(dissolved_on__isnull=True) | Q(dissolved_on__gt=F("founded_on")),
                name="group_lives",
            ),
        ]

"""The common part of every record of a unit."""

from typing import ClassVar

from django.db import models
from django.db.models.functions import Now

from jinguo.federations.models import Federation
from jinguo.sealing.fields import Words


class Record(models.Model):
    """A fact of a unit, recorded once, where it happens.

    One that was wrong is struck out: it stays to be seen, counts for nothing and can be put back.
    """

    WORD: ClassVar[str]
    """What the record of deeds calls it: ``group`` in ``group.struck``."""
    DAY: ClassVar[str]
    """The field with the day it is of: by it the record follows its unit."""
    NAMING: ClassVar[tuple[str, ...]] = ()
    """Fields in whose words persons may be named; erased ones are taken out of them."""
    UNTOLD: ClassVar[tuple[str, ...]] = ()
    """Those of them that are about persons: the record of deeds does not repeat them."""

    federation = models.ForeignKey(Federation, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(db_default=Now())
    recorded_by_id = models.BigIntegerField()
    recorded_by = models.CharField(max_length=150)
    struck_at = models.DateTimeField(null=True)
    struck_by = models.CharField(max_length=150, blank=True)
    struck_why = Words(max_length=200, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.WORD} {self.pk}"

    def verb(self, what: str) -> str:
        """How the record of deeds calls what is done with it: ``group.struck``."""
        return f"{self.WORD}.{what}"

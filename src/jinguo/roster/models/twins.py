"""Records that look like one woman, and of which somebody said that they are two."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now


class TwoWomen(models.Model):
    """Somebody looked at both and said: these are two. They are not proposed again.

    Numbers of persons, the lower first, without foreign keys: a record can go and come back
    (merged and parted, an import undone), and what was said of it holds.
    """

    lower_id = models.BigIntegerField()
    higher_id = models.BigIntegerField()
    by_id = models.BigIntegerField()
    by_name = models.CharField(max_length=150)
    said_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["lower_id", "higher_id"], name="said_once_of_a_pair"),
            models.CheckConstraint(
                condition=Q(lower_id__lt=F("higher_id")), name="lower_of_a_pair_first"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.lower_id} is not {self.higher_id}"

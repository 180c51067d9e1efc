"""Which keys the sealed data of this database needs. The keys themselves are never in it."""

from django.db import models
from django.db.models.functions import Now


class SealingKey(models.Model):
    """A key in use, by its fingerprint; ``retired_at`` when nothing was sealed by it any more.

    The key is in the environment or in a file of the home, so that who has a copy of the database
    has no number.
    """

    number = models.PositiveIntegerField(unique=True)
    fingerprint = models.CharField(max_length=24)
    made_at = models.DateTimeField(db_default=Now())
    retired_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "sealing key"

    def __str__(self) -> str:
        return f"{self.number} ({self.fingerprint})"

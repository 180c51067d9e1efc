"""Files handed in, kept as they came, so that every figure can be traced to its source."""

from django.db import models
from django.db.models.functions import Now

from jinguo.sealing.fields import SealedBytes


class StoredFile(models.Model):
    """One file, known by the digest of its bytes: the same file is kept once.

    The bytes are sealed: rosters are full of telephone numbers."""

    digest = models.CharField(max_length=64, unique=True)
    size = models.PositiveIntegerField()
    content = SealedBytes()
    stored_at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = "stored file"

    def __str__(self) -> str:
        return f"{self.digest[:12]} ({self.size} bytes)"

"""Files handed in, kept as they came, so that every figure can be traced to its source."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
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


class Photo(models.Model):
    """A photo, rotated right and shrunk; what its camera noted of it is gone but for what is here.

    ``look`` is a perceptual hash (64 bits, signed): pictures that look alike differ in few bits.
    ``original_digest`` is of the bytes that were handed in. Time and place are kept only where
    whoever handed it in agreed. One that came ``ahead`` of the record that will show it is nobody's
    evidence yet: it is cleared away where no record ever came.
    """

    stored = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    look = models.BigIntegerField(db_index=True)
    original_digest = models.CharField(max_length=64, db_index=True)
    taken_at = models.DateTimeField(null=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    ahead = models.BooleanField(default=False, db_default=False)
    kept_at = models.DateTimeField(db_default=Now())
    kept_by_id = models.BigIntegerField()
    kept_by = models.CharField(max_length=150)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["kept_at"], condition=Q(ahead=True), name="photo_ahead")
        ]

    def __str__(self) -> str:
        return f"photo {self.pk}"

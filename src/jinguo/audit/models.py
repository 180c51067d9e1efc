"""The record of what was done. Append-only: the application's role may insert and read, no more."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models.functions import Now


class Entry(models.Model):
    """One deed: who did what to which object, from where, and what it changed.

    ``origin`` is an address and a kind of device, or "command line". ``nonce`` is of no other
    entry; ``mac`` signs everything but number and time (``rules.chain``). No foreign keys: an
    entry outlives the account and the object it names.
    """

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField(db_default=Now())
    actor_id = models.BigIntegerField()
    actor_name = models.CharField(max_length=150)
    verb = models.CharField(max_length=60)
    subject = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=60)
    unit_code = models.CharField(max_length=12, blank=True)
    origin = models.CharField(max_length=120, blank=True, default="", db_default="")
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    data = models.JSONField(default=dict)
    nonce = models.UUIDField(unique=True)
    mac = models.BinaryField()

    class Meta:
        verbose_name = "audit entry"
        indexes = [
            models.Index(fields=["subject", "subject_id"], name="audit_subject"),
            models.Index(fields=["unit_code", "at"], name="audit_unit"),
            GinIndex(fields=["data"], name="audit_data", opclasses=["jsonb_path_ops"]),
            models.Index(fields=["verb", "-id"], name="audit_verb"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%F %T} {self.actor_name} {self.verb} {self.subject} {self.subject_id}"


class Seal(models.Model):
    """The place of one entry in the chain: positions without gaps, each signing the one before.

    Written by one sealer at a time, after the entry was committed; an entry without a seal is
    the unsealed tail. No foreign key: that an entry is gone must be seen, not prevented.
    """

    position = models.BigIntegerField(primary_key=True)
    entry_id = models.BigIntegerField(unique=True)
    sealed_at = models.DateTimeField()
    previous = models.BinaryField()
    hash = models.BinaryField()

    class Meta:
        verbose_name = "seal of the audit record"

    def __str__(self) -> str:
        return f"{self.position} → {self.entry_id}"


class Pruning(models.Model):
    """That old entries were moved into a file: the record begins after ``position``.

    Written by the owner of the database, with the entries' removal; signed (``rules.pruned``).
    """

    position = models.BigIntegerField(primary_key=True)
    hash = models.BinaryField()
    entries = models.BigIntegerField()
    digest = models.CharField(max_length=64)
    mac = models.BinaryField()
    at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = "entries moved out of the audit record"

    def __str__(self) -> str:
        return f"… {self.position}"

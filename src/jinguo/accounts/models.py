"""People who sign in."""

from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models


class Account(AbstractUser):
    """Somebody who may sign in. What she may do is in ``access``; who she is, in ``people``.

    ``must_change`` says that somebody else knows the password, who made it for her.
    ``person_id`` is the person of the roster who signs in with it, empty for an office's own
    account. It is a number, not a foreign key: an account outlives a person who is erased.
    """

    display_name = models.CharField(max_length=60, blank=True)
    person_id = models.BigIntegerField(null=True, blank=True, unique=True)
    must_change = models.BooleanField(default=False)

    class Meta:
        verbose_name = "account"

    def __str__(self) -> str:
        return self.display_name or self.username


class Attempt(models.Model):
    """A try to sign in that did not succeed, or has not yet. Kept for a day, then deleted.

    ``name`` is a digest with a secret: people type passwords into the wrong field.
    """

    name = models.CharField(max_length=64)
    address = models.CharField(max_length=45)
    at = models.DateTimeField(db_index=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["name", "-at"], name="attempt_name"),
            models.Index(fields=["address", "-at"], name="attempt_address"),
        ]

    def __str__(self) -> str:
        return f"attempt at {self.at:%F %T}"


class FormerPassword(models.Model):
    """The hash of a password an account had; the last few are kept, so that none comes back."""

    account_id = models.BigIntegerField(db_index=True)
    password = models.CharField(max_length=128)

    def __str__(self) -> str:
        return f"former password of {self.account_id}"


class SignedIn(models.Model):
    """A browser in which somebody is signed in. ``key`` is that of its session.

    It is over where the session is; ``seen_at`` is a few minutes exact.
    """

    account_id = models.BigIntegerField(db_index=True)
    key = models.CharField(max_length=40, unique=True)
    began_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    address = models.CharField(max_length=45)
    agent = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return f"{self.account_id} since {self.began_at:%F %T}"

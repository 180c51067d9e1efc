"""People who sign in."""

from django.contrib.auth.models import AbstractUser
from django.db import models


class Account(AbstractUser):
    """Somebody who may sign in. What she may do is in ``access``; who she is, in ``people``."""

    display_name = models.CharField(max_length=60, blank=True)

    class Meta:
        verbose_name = "account"

    def __str__(self) -> str:
        return self.display_name or self.username

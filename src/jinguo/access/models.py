"""Who holds which role on which part of the tree."""

from typing import ClassVar

from django.db import models

from jinguo.divisions.models import Division


class Role(models.TextChoices):
    """What somebody is to the system. What each role may do is in ``access.rules``."""

    COUNTY = "county"
    TOWNSHIP = "township"
    VILLAGE = "village"
    EXECUTIVE = "executive"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


class Assignment(models.Model):
    """A role of an account on a division and everything below it.

    ``account_id`` is a number, not a foreign key: records keep actor ids.
    """

    account_id = models.BigIntegerField(db_index=True)
    role = models.CharField(max_length=20, choices=Role)
    division = models.ForeignKey(Division, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["account_id", "role", "division"], name="one_assignment_each"
            )
        ]

    def __str__(self) -> str:
        return f"{self.account_id} {self.role} {self.division_id}"

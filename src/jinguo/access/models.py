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


class Invitation(models.Model):
    """A link by which somebody makes her own account: a role on a division is offered to her.

    Only the digest of the link's token is kept. ``person_id`` is the woman of the roster it is
    meant for; then it holds as long as she has the post, and so do her rights: ``role`` is what
    the post gives, and is not given besides. Its state is derived: withdrawn, used,
    expired, or open. Records keep numbers of accounts and persons, never foreign keys.
    """

    digest = models.CharField(max_length=64, unique=True)
    role = models.CharField(max_length=20, choices=Role)
    division = models.ForeignKey(Division, models.PROTECT, related_name="+")
    person_id = models.BigIntegerField(null=True, db_index=True)
    display_name = models.CharField(max_length=60)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    by_id = models.BigIntegerField()
    by_name = models.CharField(max_length=150)
    withdrawn_at = models.DateTimeField(null=True)
    used_at = models.DateTimeField(null=True)
    account_id = models.BigIntegerField(null=True, help_text="the account made with it")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(used_at__isnull=True, account_id__isnull=True)
                | models.Q(used_at__isnull=False, account_id__isnull=False),
                name="used_invitations_name_their_account",
            ),
            models.UniqueConstraint(
                fields=["person_id"],
                condition=models.Q(withdrawn_at__isnull=True, used_at__isnull=True),
                name="one_open_invitation_a_person",
            ),
        ]

    def __str__(self) -> str:
        return f"invitation {self.pk} {self.display_name}"


class Delegation(models.Model):
    """A role on a division, lent by whoever has its rights there, ``starts_on`` ≤ D < ``ends_on``.

    ``acting``: its holder acts for the unit's chair (主持工作). It ends early when it is taken
    back, and by itself when its giver no longer has the rights. Accounts are numbers.
    """

    giver_id = models.BigIntegerField(db_index=True)
    giver = models.CharField(max_length=150)
    account_id = models.BigIntegerField(db_index=True)
    role = models.CharField(max_length=20, choices=Role)
    division = models.ForeignKey(Division, models.PROTECT, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField()
    acting = models.BooleanField(default=False)
    reason = models.CharField(max_length=200)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.CharField(max_length=150, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(starts_on__lt=models.F("ends_on")), name="delegation_lasts"
            ),
            models.CheckConstraint(
                condition=~models.Q(giver_id=models.F("account_id")), name="delegated_to_another"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} of {self.division_id} to {self.account_id} until {self.ends_on}"

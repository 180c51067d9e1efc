"""Administrative divisions by vintage: places with identity, and what they were called when.

Source: the statistics bureau's yearly code lists (统计用区划代码). A twelve-digit
code is six digits of county, three of township, three of village; a code belongs
to a place for a time and is never its key. Who lies under whom is in the code
itself and therefore not stored again.
"""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from jinguo.divisions.enums import Reason


class Level(models.IntegerChoices):
    """Levels of the statistics bureau's lists."""

    PROVINCE = 1
    CITY = 2
    COUNTY = 3
    TOWNSHIP = 4
    VILLAGE = 5


class Listing(models.Model):
    """One area's part of one list: it holds from ``as_of`` until the area's next listing.

    An area is a county with all below it (six digits), or the row of a province
    (two) or a city (four) alone. Its earliest listing also holds for all time before.
    The rows are not kept: they are the versions that hold on ``as_of``.
    """

    area = models.CharField(max_length=6, db_collation="C")
    as_of = models.DateField()
    source = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    rows = models.PositiveIntegerField()
    loaded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["area", "as_of"], name="one_listing_an_area_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.area} {self.as_of}"


class Division(models.Model):
    """A place: the same through new codes and names, and wherever it is moved."""

    level = models.PositiveSmallIntegerField(choices=Level)

    def __str__(self) -> str:
        return f"division {self.pk}"


class Version(models.Model):
    """What a place was called, from ``valid_from`` ≤ D < ``valid_until``.

    ``valid_from`` is empty for all time before; ``valid_until`` is empty while it holds.
    """

    division = models.ForeignKey(
        Division, models.PROTECT, related_name="versions", db_index=False
    )  # the second constraint below is its index
    code = models.CharField(max_length=12, db_collation="C")
    name = models.CharField(max_length=100)
    level = models.PositiveSmallIntegerField(choices=Level)
    valid_from = models.DateField(null=True)
    valid_until = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["code", "valid_from"], nulls_distinct=False, name="one_place_a_code_a_day"
            ),
            models.UniqueConstraint(
                fields=["division", "valid_from"],
                nulls_distinct=False,
                name="one_version_a_place_a_day",
            ),
            models.CheckConstraint(
                condition=Q(valid_from__lt=F("valid_until")), name="version_lasts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class Succession(models.Model):
    """A match between two neighbouring listings that was not certain, and what was decided."""

    class Verdict(models.TextChoices):
        PROPOSED = "proposed"
        SAME = "same"
        DIFFERENT = "different"

    county = models.CharField(max_length=6, db_collation="C", help_text="of the later listing")
    as_of = models.DateField(help_text="day of the later listing")
    old_code = models.CharField(max_length=12, db_collation="C")
    old_name = models.CharField(max_length=100)
    new_code = models.CharField(max_length=12, db_collation="C")
    new_name = models.CharField(max_length=100)
    reason = models.CharField(max_length=40)
    verdict = models.CharField(max_length=10, choices=Verdict, default=Verdict.PROPOSED)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["county", "as_of", "old_code", "old_name", "new_code", "new_name"],
                name="one_verdict_a_pair_of_names",
            )
        ]

    def __str__(self) -> str:
        return f"{self.old_code} {self.old_name} → {self.new_code} {self.new_name}"

    @property
    def why(self) -> str:
        """Why it was proposed, in words."""
        return str(Reason(self.reason).label)

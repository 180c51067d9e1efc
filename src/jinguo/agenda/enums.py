"""The fixed words of what is owed."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Owing(models.TextChoices):
    """What kind of thing a unit owes."""

    GATE = "gate", _("Gate of a campaign")
    RETURNED = "returned", _("Evidence sent back")
    STEP = "step", _("Paper of a step")
    FINDING = "finding", _("Finding of a visit")

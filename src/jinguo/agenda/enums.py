"""The fixed words of what is owed, and of the ladder of reminders."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Owing(models.TextChoices):
    """What kind of thing a unit owes."""

    GATE = "gate", _("Gate of a campaign")
    RETURNED = "returned", _("Evidence sent back")
    STEP = "step", _("Paper of a step")
    FINDING = "finding", _("Finding of a visit")


class Whom(models.TextChoices):
    """Who is told at a rung of the ladder, seen from the unit that owes."""

    CHAIR = "chair", _("the chair")
    DEPUTY = "deputy", _("the vice-chair")
    ABOVE = "above", _("the level above")
    TOP = "top", _("the level above that")


HEIGHT = {one: height for height, one in enumerate(Whom)}
"""How far up somebody is told; a ladder never comes down again."""

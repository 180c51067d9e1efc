"""The kinds of activities."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ActivityKind(models.TextChoices):
    """Kinds named in the report of 2017-07-31."""

    LECTURE = "lecture", _("Lecture")
    TRAINING = "training", _("Training")
    ENVIRONMENT = "environment", _("Cleaning of river and village")
    CULTURE = "culture", _("Dance and culture")
    VIEWING = "viewing", _("Viewing elsewhere")
    VISIT = "visit", _("Visits to women")
    VOLUNTEERS = "volunteers", _("Volunteer service")
    OTHER = "other", _("Other activity")

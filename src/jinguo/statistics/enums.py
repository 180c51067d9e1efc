"""What a figure counts. Numbers of different kinds are never added."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Counted(models.TextChoices):
    """The rows behind a figure."""

    FEDERATIONS = "federations", _("federations")
    SEATS = "seats", _("seats")
    PEOPLE = "people", _("persons")

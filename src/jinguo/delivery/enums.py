"""Why a notice does not go out yet."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Hold(models.TextChoices):
    """What keeps a notice back; none of it loses it."""

    SAID = "said", _("said today already")
    NIGHT = "night", _("waits for the morning")
    CAP = "cap", _("the unit was asked enough this week")

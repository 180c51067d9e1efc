"""Words of a specification of plaques."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Direction(models.TextChoices):
    """How the text runs."""

    VERTICAL = "vertical", _("Downwards (a hanging board)")
    HORIZONTAL = "horizontal", _("Across")


class Typeface(models.TextChoices):
    """Classes of Chinese faces."""

    SONG = "song", _("Song (宋体)")
    HEI = "hei", _("Hei (黑体)")
    KAI = "kai", _("Kai (楷体)")

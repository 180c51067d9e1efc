"""The kinds of contact groups."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class GroupKind(models.TextChoices):
    """Kinds named in the report of 2017-07-31 and by 甘州 (published)."""

    CADRES = "cadres", _("Cadres of the federations")
    ACTIVE = "active", _("Linking cadres and active women")
    LANE = "lane", _("Women of a lane")
    WOMEN = "women", _("Women's group")
    CLEANING = "cleaning", _("Keeping clean")
    MUTUAL = "mutual", _("Helping each other")
    FAMILY = "family", _("Family education")
    DANCE = "dance", _("Square dance")
    OTHER = "other", _("Other")

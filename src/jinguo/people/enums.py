"""The fixed words of consents."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ConsentKind(models.TextChoices):
    """What a consent is about."""

    CONTACT = "contact", _("Telephone number")
    FACTS = "facts", _("Facts about her")
    PUBLICATION = "publication", _("Publication")


class ConsentWay(models.TextChoices):
    """How it was given."""

    PAPER = "paper", _("Signed paper")
    LIST = "list", _("Signed list")
    ORAL = "oral", _("By word of mouth")

"""Fixed words of divisions."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Reason(models.TextChoices):
    """Why a match between two lists was proposed, not taken for certain."""

    SAME_CODE = "same_code", _("the code is the same, the name is not")
    SAME_NAME = "same_name", _("the name is the same, the code is not")
    SAME_VILLAGES = "same_villages", _("most of its villages are the same")
    MOVED = "moved", _("the same name, but under another township")
    SIMILAR_NAME = "similar_name", _("a similar name, and another code")
    NEW_COUNTY_CODE = "new_county_code", _("perhaps this county with a new code")

"""Persons and how to reach them. A person is counted once, however many seats she holds."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class Person(models.Model):
    """Somebody who holds or held a post.

    The fields with a title are what rosters say of her (``roster.rules.facts``).

    ``described_on`` is the day of the latest list that said something new of her: an older
    list read later does not overwrite it. ``recorded_in`` is the number
    of the roster batch that first named her, empty where she was entered by hand.
    """

    name = models.CharField(_("name"), max_length=60)
    gender = models.CharField(_("gender"), max_length=10, blank=True)
    ethnicity = models.CharField(_("ethnicity"), max_length=20, blank=True)
    birth_month = models.DateField(_("month of birth"), null=True, help_text="the first of it")
    political_status = models.CharField(_("political status"), max_length=30, blank=True)
    education = models.CharField(_("education"), max_length=30, blank=True)
    occupation = models.CharField(_("occupation"), max_length=120, blank=True)
    phone = models.CharField(_("phone"), max_length=30, blank=True)
    described_on = models.DateField(null=True)
    recorded_in = models.BigIntegerField(null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["phone"], condition=~models.Q(phone=""), name="person_phone"),
            models.Index(fields=["name", "birth_month"], name="person_name_birth"),
            models.Index(fields=["recorded_in"], name="person_recorded_in"),
        ]

    def __str__(self) -> str:
        return self.name

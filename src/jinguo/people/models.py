"""Persons and how to reach them. A person is counted once, however many seats she holds."""

from typing import ClassVar

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jinguo.people.enums import ConsentKind, ConsentWay
from jinguo.sealing.fields import SealedContact


class Person(models.Model):
    """Somebody who holds or held a post.

    The fields with a title are what rosters say of her (``roster.rules.facts``).

    ``described_on`` is the day of the latest list that said something new of her: an older
    list read later does not overwrite it. ``recorded_in`` is the number
    of the roster batch that first named her, empty where she was entered by hand.
    ``phone`` is sealed in the table, which refuses one that is not (``phone_is_sealed``); its
    ending is found by the mark it begins with there.
    Of somebody erased (``people.actions.erase``) only the number is left: her name is empty.
    """

    name = models.CharField(_("name"), max_length=60)
    gender = models.CharField(_("gender"), max_length=10, blank=True)
    ethnicity = models.CharField(_("ethnicity"), max_length=20, blank=True)
    birth_month = models.DateField(_("month of birth"), null=True, help_text="the first of it")
    political_status = models.CharField(_("political status"), max_length=30, blank=True)
    education = models.CharField(_("education"), max_length=30, blank=True)
    occupation = models.CharField(_("occupation"), max_length=120, blank=True)
    phone = SealedContact(_("phone"), max_length=30, blank=True)
    skills = models.CharField(_("skills"), max_length=200, blank=True)
    described_on = models.DateField(null=True)
    recorded_in = models.BigIntegerField(null=True)
    erased_on = models.DateField(null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(
                fields=["phone"],
                opclasses=["text_pattern_ops"],
                condition=~models.Q(phone=""),
                name="person_phone",
            ),
            models.Index(fields=["name", "birth_month"], name="person_name_birth"),
            models.Index(fields=["recorded_in"], name="person_recorded_in"),
        ]

    def __str__(self) -> str:
        return self.name or gettext("(name erased)")


class Consent(models.Model):
    """That she agreed, to what and for which purpose; withdrawn from ``withdrawn_on`` on.

    It is never changed otherwise: who recorded one by mistake withdraws it. Erasing her deletes it.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="consents")
    kind = models.CharField(max_length=20, choices=ConsentKind)
    purpose = models.CharField(max_length=120)
    way = models.CharField(max_length=10, choices=ConsentWay)
    given_on = models.DateField()
    recorded_at = models.DateTimeField(db_default=Now())
    recorded_by = models.CharField(max_length=150)
    withdrawn_on = models.DateField(null=True)
    withdrawn_by = models.CharField(max_length=150, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(withdrawn_on__gte=models.F("given_on")),
                name="consent_given_before_withdrawn",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.person_id}"


class Sound(models.Model):
    """How a name sounds from one of its characters on: 李梅 is heard as 「li mei」 and as 「mei」.

    A dictionary of names, not of persons: it is filled when somebody searches
    (``people.actions.learn_names``), so that imports need not wait for it, and a name that a
    thousand women bear is kept once. ``syllables`` compare byte by byte: a plain B-tree then
    serves patterns that begin with a letter.
    """

    name = models.CharField(max_length=60)
    syllables = models.CharField(max_length=240, db_collation="C")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["name", "syllables"], name="one_sound_of_a_name")
        ]
        indexes: ClassVar = [models.Index(fields=["syllables"], name="sound_syllables")]

    def __str__(self) -> str:
        return f"{self.name} {self.syllables}"

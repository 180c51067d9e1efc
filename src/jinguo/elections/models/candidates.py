"""Who stands for election, or was written in."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from jinguo.elections.enums import Attendance, Office
from jinguo.elections.models.congresses import Congress
from jinguo.people.models import Person
from jinguo.roster.enums import Kind
from jinguo.sealing.fields import Words


class Candidate(models.Model):
    """A candidate: somebody known (``person``), or new with the facts a roster has of her.

    ``post`` is what she is proposed for in the end: chair and vice-chair must be elected executive
    first. ``written_in`` means that voters named her and nobody proposed her. ``attendance`` is
    that at the first meeting of the new committee, for those who are elected.
    """

    congress = models.ForeignKey(Congress, models.CASCADE, related_name="candidates")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    name = Words(_("name"), max_length=60)
    ethnicity = models.CharField(_("ethnicity"), max_length=20, blank=True)
    birth_month = models.DateField(_("month of birth"), null=True, blank=True)
    political_status = models.CharField(_("political status"), max_length=30, blank=True)
    education = models.CharField(_("education"), max_length=30, blank=True)
    occupation = Words(_("occupation"), max_length=120, blank=True)
    post = models.CharField(_("proposed as"), max_length=15, choices=Office)
    kind = models.CharField(max_length=10, choices=Kind, blank=True)
    categories = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    sector = Words(_("sector"), max_length=60, blank=True)
    recommended_by = Words(_("recommended by"), max_length=120, blank=True)
    written_in = models.BooleanField(default=False)
    attendance = models.CharField(
        max_length=10, choices=Attendance, default=Attendance.PRESENT, blank=True
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["congress", "name"], name="one_candidate_a_name"),
            models.UniqueConstraint(fields=["congress", "person"], name="one_candidacy_a_person"),
        ]

    def __str__(self) -> str:
        return self.name

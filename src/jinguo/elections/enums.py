"""The fixed words of an election."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Base(models.TextChoices):
    """Whom a majority is taken of."""

    DUE = "due", _("those due to attend")
    PRESENT = "present", _("those present")
    RETURNED = "returned", _("the ballots returned")


class Office(models.TextChoices):
    """What a vote is about. Executives first; the new committee then elects the others."""

    EXECUTIVE = "executive", _("Executive member")
    CHAIR = "chair", _("Chair")
    VICE_CHAIR = "vice_chair", _("Vice-chair")


class Attendance(models.TextChoices):
    """Whether somebody who is due came: 应到 = 实到 + 请假 + 缺席."""

    PRESENT = "present", _("Present")
    LEAVE = "leave", _("On leave")
    ABSENT = "absent", _("Absent")


class Duty(models.TextChoices):
    """What somebody does at the count. None of them is a candidate."""

    CHIEF = "chief", _("Chief scrutineer")
    SCRUTINEER = "scrutineer", _("Scrutineer")
    COUNTER = "counter", _("Counter of votes")


class RuleKind(models.TextChoices):
    """What a rule of an election gives a number for."""

    QUORUM = "quorum", _("Quorum")
    MAJORITY = "majority", _("Votes needed")
    DIFFERENCE = "difference", _("More candidates than seats")
    DELEGATES = "delegates", _("Number of delegates")
    TERM = "term", _("Years of a term")


class TermState(models.TextChoices):
    """How the term of a committee stands on a day, the most pressing first."""

    OVERDUE = "overdue", _("Over its term")
    SOON = "soon", _("Ends within half a year")
    RUNNING = "running", _("Within its term")
    OPEN = "open", _("No length of term is set")
    NONE = "none", _("No committee yet")


class PaperKind(models.TextChoices):
    """The papers that a congress leaves (会改联, steps 3 to 7)."""

    QUOTAS = "quotas", _("Quota table")
    DELEGATES = "delegates", _("List of delegates")
    BALLOT = "ballot", _("Ballot")
    COUNT_SHEET = "count-sheet", _("Count sheet")
    RESULT = "result", _("Result report")
    FILING = "filing", _("Filing form")
    ROSTER = "roster", _("Roster")

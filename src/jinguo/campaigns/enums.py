"""The fixed words of a campaign."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Gate(models.TextChoices):
    """The four that close together (四同步), in the order of the report of 2017-07-31."""

    ORGANISATION = "organisation", _("Organisation")
    PLAQUE = "plaque", _("Plaque")
    GROUP = "group", _("Contact group")
    ACTIVITY = "activity", _("Activity")


class Verdict(models.TextChoices):
    """What the level above says of a piece of evidence."""

    ACCEPTED = "accepted", _("Accepted")
    RETURNED = "returned", _("Sent back")


class Proof(models.TextChoices):
    """Which kind of record proves a gate."""

    ELECTION = "election", _("Election")
    CO_OPTION = "co_option", _("Co-option")
    FILING = "filing", _("Filed result")
    PLAQUE = "plaque", _("Plaque")
    GROUP = "group", _("Contact group")
    ACTIVITY = "activity", _("Activity")


class MendingStep(models.TextChoices):
    """What is said of a finding, in the order in which it goes on."""

    REPORTED = "reported", _("Reported as mended")
    RETURNED = "returned", _("Sent back")
    CLOSED = "closed", _("Signed off")


class FindingState(models.TextChoices):
    """Where a finding stands on a day."""

    OPEN = "open", _("To be mended")
    REPORTED = "reported", _("Mended, to be confirmed")
    RETURNED = "returned", _("Sent back")
    CLOSED = "closed", _("Signed off")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Doer(models.TextChoices):
    """Who carries a step out and hands in its papers."""

    COUNTY = "county", _("The county")
    UNIT = "unit", _("Each unit")


class Made(models.TextChoices):
    """Which record a paper of a step is, or that it was handed in."""

    PAPER = "paper", _("Handed in")
    QUOTAS = "quotas", _("Congress: quotas")
    DELEGATES = "delegates", _("Congress: delegates")
    RECOMMENDED = "recommended", _("Congress: recommendations")
    CANDIDATES = "candidates", _("Congress: candidates")
    BALLOT = "ballot", _("Congress: ballots")
    COUNT = "count", _("Congress: count sheets")
    RESULT = "result", _("Congress: signed result")
    FILING = "filing", _("Filed result")
    ROSTER = "roster", _("Roster")
    PLAQUE = "plaque", _("Plaque")
    GROUP = "group", _("Contact group")
    ACTIVITY = "activity", _("Activity")

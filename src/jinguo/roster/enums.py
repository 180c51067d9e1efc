"""The fixed words of a roster: posts, kinds of post, severities."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Post(models.TextChoices):
    """What somebody is in a unit. The first four sit on the executive committee (执委会)."""

    CHAIR = "chair", _("Chair")
    VICE_CHAIR = "vice_chair", _("Vice-chair")
    STANDING = "standing", _("Standing member")
    EXECUTIVE = "executive", _("Executive member")
    DELEGATE = "delegate", _("Delegate")
    CONGRESS_DIRECTOR = "congress_director", _("Director of the women's congress committee")
    CONGRESS_MEMBER = "congress_member", _("Member of the women's congress committee")
    GROUP_LEADER = "group_leader", _("Leader of a women's group")
    GROUP_MEMBER = "group_member", _("Member of a women's group")


COMMITTEE_POSTS = (Post.CHAIR, Post.VICE_CHAIR, Post.STANDING, Post.EXECUTIVE)
"""A count of executives (执委) includes chair and vice-chairs (report of 2017-07-31)."""


class Kind(models.TextChoices):
    """How somebody holds a post; empty where the roster does not say."""

    UNSTATED = "", _("Not stated")
    FULL_TIME = "full_time", _("Full-time")
    PART_TIME = "part_time", _("Part-time")
    SECONDED = "seconded", _("Seconded")


class Deed(models.TextChoices):
    """How a batch came about: by lists, or by hand."""

    IMPORT = "import", _("Import of a roster")
    APPOINTMENT = "appointment", _("Appointment")
    CHANGE = "change", _("Change of post")
    RELEASE = "release", _("Leaving office")
    SUBSTITUTION = "substitution", _("Substitution")
    CO_OPTION = "co_option", _("Co-option")
    ELECTION = "election", _("Election")
    BY_ELECTION = "by_election", _("By-election")
    CORRECTION = "correction", _("Correction")
    MERGE = "merge", _("Two records of one person")


class Leaving(models.TextChoices):
    """Why somebody leaves a post."""

    RESIGNED = "resigned", _("Resigned")
    REMOVED = "removed", _("Removed from office")
    TRANSFERRED = "transferred", _("Transferred")
    RETIRED = "retired", _("Retired")
    DIED = "died", _("Died")
    TERM_OVER = "term_over", _("Term over")
    OTHER = "other", _("Other reason")


class Severity(models.TextChoices):
    """What a problem does to an import: stop it, warn, or merely be listed."""

    REFUSE = "refuse", _("Refused")
    WARN = "warn", _("Warning")
    NOTE = "note", _("Note")

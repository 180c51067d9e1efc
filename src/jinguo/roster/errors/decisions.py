"""Refusals of what is decided by hand: why it cannot be, and what would be right."""

from django.utils.translation import gettext_lazy as _

from jinguo.kernel.attempts import NotPermitted
from jinguo.kernel.errors import JinguoError


class UnitForbidden(NotPermitted):
    """The actor may not change posts in this unit."""

    code = "unit_forbidden"
    message = _("You may not change posts in %(unit)s.")
    remedy = _("Ask its chair or the county office.")


class UnitGone(JinguoError):
    """The unit did not exist on the day."""

    code = "unit_gone"
    message = _("%(unit)s did not exist on %(day)s.")
    remedy = _("Give a day on which it did, or choose the unit that took its place.")


class DayAhead(JinguoError):
    """The day is too far in the future."""

    code = "day_ahead"
    message = _("%(day)s is more than a year ahead.")
    remedy = _("Check the year.")


class NotSitting(JinguoError):
    """Who does not sit cannot leave or change; ``how`` tells how she left, if it is known."""

    code = "not_sitting"
    message = _("%(name)s does not sit in %(unit)s on %(day)s. %(how)s")
    remedy = _("Look at the committee once more and choose again.")


class AlreadySits(JinguoError):
    """She holds this very post already; ``how`` tells since when and by whom it was entered."""

    code = "already_sits"
    message = _("%(name)s is %(post)s of %(unit)s already. %(how)s")
    remedy = _("Choose another post, or nothing is to be done.")


class ChairTaken(JinguoError):
    """A unit has one chair."""

    code = "chair_taken"
    message = _("%(chair)s is chair of %(unit)s on %(day)s. %(how)s")
    remedy = _(
        "Enter first that she leaves, or let the new chair take her place as a substitution."
    )


class TwoChairs(JinguoError):
    """Two of those named would be chair."""

    code = "two_chairs"
    message = _("%(unit)s would have %(n)s chairs.")
    remedy = _("Name one of them chair, the others vice-chair or executive.")


class ListedLater(JinguoError):
    """A list of a later day says otherwise."""

    code = "listed_later"
    message = _(
        "The list of %(listed)s says otherwise about %(name)s than what is to hold from %(day)s."
    )
    remedy = _("Give a day after %(listed)s, or import a corrected list of that day first.")


class SeatChanged(JinguoError):
    """Somebody else changed the seat meanwhile; ``theirs`` and ``yours`` are both in words."""

    code = "seat_changed"
    message = _(
        "%(who)s changed %(name)s meanwhile (%(when)s): %(theirs)s. You entered: %(yours)s."
    )
    remedy = _("Look at both and decide once more; nothing of yours was written yet.")


class PersonUnknown(NotPermitted):
    """No such person."""

    code = "person_unknown"
    message = _("There is no person %(person)s.")
    remedy = _("Search for her by name.")


class NobodyNamed(JinguoError):
    """A decision about nobody."""

    code = "nobody_named"
    message = _("Nobody is named.")
    remedy = _("Write at least one name.")


class MeetingImpossible(JinguoError):
    """The numbers of a meeting contradict each other."""

    code = "meeting_impossible"
    message = _("Of %(due)s due, %(present)s present and %(in_favour)s in favour: that cannot be.")
    remedy = _("Not more can be present than are due, and not more in favour than are present.")


class MeetingTooSmall(JinguoError):
    """Too few came for the meeting to decide."""

    code = "meeting_too_small"
    message = _("%(present)s of %(due)s were present; at least %(needed)s are needed.")
    remedy = _("Hold the meeting again when enough can come.")


class NotCarried(JinguoError):
    """Too few were in favour."""

    code = "not_carried"
    message = _("%(in_favour)s of %(due)s were in favour; at least %(needed)s are needed.")
    remedy = _("Nothing is changed. Put it to the vote again, or propose somebody else.")

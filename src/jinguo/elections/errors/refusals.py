"""Refusals of deeds."""

from django.utils.translation import gettext_lazy as _

from jinguo.kernel.attempts import NotPermitted
from jinguo.kernel.errors import JinguoError


class ElectionForbidden(NotPermitted):
    """The actor may hold no election in this unit."""

    code = "election_forbidden"
    message = _("You may not hold the election of %(unit)s.")
    remedy = _("Its own chair, its township or the county office can.")


class RulesForbidden(NotPermitted):
    """The actor may not set the rules of this county."""

    code = "rules_forbidden"
    message = _("You may not set the rules of %(unit)s.")
    remedy = _("The county office can.")


class RuleUnfit(JinguoError):
    """The numbers of a rule contradict each other. Data: ``why``, a sentence."""

    code = "rule_unfit"
    message = "%(why)s"
    remedy = _("Nothing was changed.")


class CongressUnknown(NotPermitted):
    """No such congress, or none for this reader."""

    code = "congress_unknown"
    message = _("There is no congress %(congress)s.")
    remedy = _("See the list of congresses.")


class CongressSigned(JinguoError):
    """The result is signed; what led to it does not change any more."""

    code = "congress_signed"
    message = _("The result of this congress is signed.")
    remedy = _("Take the signature back first; then it can be corrected.")


class NotReady(JinguoError):
    """A step is missing before this one. Data: ``why``, a sentence."""

    code = "not_ready"
    message = _("This is not possible yet: %(why)s")


class InUse(JinguoError):
    """Something stands in the way. Data: ``why``, a sentence that says what to do."""

    code = "in_use"
    message = "%(why)s"


class CandidateCounts(JinguoError):
    """A candidate cannot watch the count."""

    code = "candidate_counts"
    message = _("%(name)s is a candidate, so she cannot watch or count the votes.")
    remedy = _("Choose somebody who does not stand for election.")


class DelegateTwice(JinguoError):
    """The name is on the list already."""

    code = "delegate_twice"
    message = _("“%(name)s” is on the list already.")
    remedy = _("Tell them apart, like 李梅（一组）; if she is one person, nothing is to be done.")


class SheetConflict(JinguoError):
    """Somebody else saved the same sheet in between."""

    code = "sheet_conflict"
    message = _("%(who)s saved this sheet while you were writing. Nothing of yours is saved yet.")
    remedy = _("Compare both below; save again what is right.")


class SheetOfAnother(JinguoError):
    """A sheet is corrected by whoever entered it."""

    code = "sheet_of_another"
    message = _("%(who)s entered this sheet; only she corrects it.")
    remedy = _("Ask her to correct it.")


class StillLater(JinguoError):
    """A step back is refused while later steps build on it. Data: ``what``."""

    code = "still_later"
    message = _("This cannot be changed any more: %(what)s already.")
    remedy = _("Take that back first.")


class CalledOff(JinguoError):
    """The congress was called off."""

    code = "called_off"
    message = _("This congress was called off.")
    remedy = _("Take that back first; then it can go on.")


class OpenCongress(JinguoError):
    """Another congress of the unit is under way."""

    code = "open_congress"
    message = _("%(unit)s has a congress under way, on %(day)s.")
    remedy = _("Go on with that one, or call it off first.")


class TooManySeats(JinguoError):
    """A by-election fills vacant seats only. Data: ``vacant``, ``seats``, ``unit``."""

    code = "too_many_seats"
    message = _("%(unit)s has %(vacant)s vacant seats, not %(seats)s.")
    remedy = _("A by-election fills vacant seats only; without any, call the next congress.")


class SitsAlready(JinguoError):
    """Who sits on the committee cannot be elected into another seat of it. Data: ``name``."""

    code = "sits_already"
    message = _("%(name)s sits on the committee already.")
    remedy = _("A by-election is about those who do not sit there.")


class SheetsDiffer(JinguoError):
    """The sheets together are not the valid ballots."""

    code = "sheets_differ"
    message = _(
        "The count sheets make %(counted)s ballots, but %(valid)s valid ones came back: %(n)s "
        "apart."
    )
    remedy = _("Enter the sheet that is missing, or correct what is wrong.")


class SheetImpossible(JinguoError):
    """The marks of one nominee do not fit the ballots of the sheet."""

    code = "sheet_impossible"
    message = _("%(name)s: %(marks)s for and against are more than the %(ballots)s ballots.")
    remedy = _("Count her marks on these ballots again. Nothing is saved yet.")


class WrittenInUnknown(JinguoError):
    """Only somebody of the new committee can be elected its chair or vice-chair."""

    code = "written_in_unknown"
    message = _("%(name)s is not an executive member elected today.")
    remedy = _("Chair and vice-chairs are elected from among the new executives.")


class BothStand(JinguoError):
    """Two records that are to be one woman stand in one election. Data: ``name``."""

    code = "both_stand"
    message = _("Both records stand in one election, %(name)s among its candidates.")
    remedy = _("Withdraw one of the two candidacies first, or say that they are two women.")


class StandsForElection(JinguoError):
    """Somebody on the list of an open congress cannot be erased. Data: ``day`` of the congress."""

    code = "stands_for_election"
    message = _("She is a candidate of the congress of %(day)s, which is not over.")
    remedy = _("Take her off the list, or sign the result first; then erase her.")

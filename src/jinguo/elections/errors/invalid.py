"""What makes an election invalid though every number may be right."""

from django.utils.translation import gettext_lazy as _

from jinguo.kernel.errors import JinguoError


class Invalid(JinguoError):
    """The election does not count; the remedy says what is done then."""


class QuorumMissed(Invalid):
    """Too few of those due are present."""

    code = "quorum_missed"
    message = _(
        "%(present)s of %(due)s due are present; at least %(needed)s are needed (%(rule)s of those "
        "due)."
    )
    remedy = _("Nothing can be voted on: call the meeting again.")


class MoreReturnedThanIssued(Invalid):
    """More ballots came back than went out."""

    code = "more_returned_than_issued"
    message = _("%(returned)s ballots came back, but only %(issued)s were issued.")
    remedy = _("The election is invalid and is run again.")


class NobodyVoted(Invalid):
    """No ballot came back."""

    code = "nobody_voted"
    message = _("No ballot came back.")
    remedy = _("The election is run again.")


class TooFewCandidates(Invalid):
    """Too few candidates for an election with more candidates than seats (差额)."""

    code = "too_few_candidates"
    message = _("%(given)s candidates stand for %(seats)s seats; at least %(needed)s are needed.")
    remedy = _("Nominate more candidates, or elect fewer members.")

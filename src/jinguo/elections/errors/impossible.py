"""Counts that contradict each other: no vote can have gone so. Somebody miscounted or mistyped.

Each names in ``data["path"]`` the number it stands at, as in a count file (``ballots.invalid``).
"""

from typing import Any

from django.utils.translation import gettext_lazy as _

from jinguo.kernel.errors import JinguoError


class Contradiction(JinguoError):
    """Two numbers of one count cannot both be right."""

    def __init__(self, *, path: str, **data: Any) -> None:
        super().__init__(path=path, **data)

    @property
    def path(self) -> str:
        """Where the number stands."""
        return str(self.data["path"])


class MoreAttendThanDue(Contradiction):
    """实到 + 请假 > 应到."""

    code = "more_attend_than_due"
    message = _("%(present)s present and %(leave)s on leave are more than the %(due)s due.")
    remedy = _("Those due are present, on leave or absent: count again.")


class MoreIssuedThanPresent(Contradiction):
    """More ballots were handed out than people came."""

    code = "more_issued_than_present"
    message = _("%(issued)s ballots were issued to %(present)s people present.")
    remedy = _("Each person present gets one ballot: count both again.")


class MoreInvalidThanReturned(Contradiction):
    """More ballots are invalid than came back."""

    code = "more_invalid_than_returned"
    message = _("%(invalid)s ballots are invalid, but only %(returned)s came back.")
    remedy = _("Invalid ballots are among those returned: count them again.")


class MoreMarksThanBallots(Contradiction):
    """For + against + abstain of one candidate > valid ballots."""

    code = "more_marks_than_ballots"
    message = _(
        "%(name)s has %(marks)s marks (for, against and abstentions) on %(valid)s valid ballots."
    )
    remedy = _("Each valid ballot has one mark for each candidate: count hers again.")


class MoreVotesThanMarks(Contradiction):
    """The votes for all together > seats × valid ballots."""

    code = "more_votes_than_marks"
    message = _(
        "All candidates together have %(votes)s votes for them; %(valid)s valid ballots with at "
        "most %(seats)s names each give at most %(limit)s."
    )
    remedy = _("A ballot with more names than seats is invalid: sort these out and count again.")


class NameTwice(Contradiction):
    """Two candidates have the same name."""

    code = "name_twice"
    message = _("“%(name)s” stands on the list twice.")
    remedy = _("Tell them apart, like 李梅（一组）; if she is one person, keep one line.")


class WriteInsForbidden(Contradiction):
    """Somebody was written in where the rules allow nobody."""

    code = "write_ins_forbidden"
    message = _("%(name)s was written in, but the rules of this election allow no other names.")
    remedy = _("Take her line out; a ballot with such a name is invalid.")


class WriteInsTooMany(Contradiction):
    """More votes were written in than marks stand against candidates."""

    code = "write_ins_too_many"
    message = _(
        "%(votes)s votes were written in for other people, but only %(against)s marks stand "
        "against candidates."
    )
    remedy = _("Only who votes against a candidate names somebody else: count again.")

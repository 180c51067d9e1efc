"""The outcome of a vote in sentences, as it is read out."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jinguo.elections.rules.counting import Result
from jinguo.elections.rules.counts import Count, Meeting
from jinguo.elections.rules.strokes import in_order


def told(count: Count, result: Result) -> list[str]:
    """Why a vote is invalid; else who came, how many votes were needed, who is elected."""
    if not result.valid:
        return [str(fault) for fault in result.faults]
    return [attendance(count.meeting, result), _ballots(count), *_outcome(count, result)]


def attendance(meeting: Meeting, result: Result) -> str:
    """Who is due, who came, and that the quorum is reached."""
    words = _(
        "%(due)s due, %(present)s present, %(leave)s on leave, %(absent)s absent; %(needed)s are "
        "needed, so the meeting can vote."
    )
    return words % {
        "due": meeting.due,
        "present": meeting.present,
        "leave": meeting.leave,
        "absent": meeting.absent,
        "needed": result.quorum.needed,
    }


def _ballots(count: Count) -> str:
    ballots = count.ballots
    words = _(
        "%(issued)s ballots issued, %(returned)s returned, %(valid)s of them valid, %(invalid)s "
        "invalid: the vote is valid."
    )
    return words % {
        "issued": ballots.issued,
        "returned": ballots.returned,
        "valid": ballots.valid,
        "invalid": ballots.invalid,
    }


def _outcome(count: Count, result: Result) -> list[str]:
    """Names as they are read out, by strokes of the surname."""
    between = _(", ")
    elected = in_order(one.name for one in result.elected)
    words = {
        "needed": result.needed,
        "seats": count.seats,
        "n": len(elected),
        "names": between.join(elected),
    }
    text = _("%(needed)s votes elect; elected for %(seats)s seats: %(n)s: %(names)s.")
    lines = [text % words if elected else _("%(needed)s votes elect; nobody has them.") % words]
    if result.revote:
        tied = between.join(in_order(one.name for one in result.revote))
        text = _("%(names)s have equal votes; they are voted on again for %(n)s seats.")
        lines.append(text % {"names": tied, "n": result.revote_seats})
    empty = result.vacant - result.revote_seats
    if empty:
        text = ngettext("%(n)s seat stays vacant.", "%(n)s seats stay vacant.", empty)
        lines.append(text % {"n": empty})
    return lines

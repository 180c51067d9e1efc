"""Where a finding stands, from nothing but what was said of it."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from jinguo.campaigns.enums import FindingState, MendingStep
from jinguo.kernel.language import day_in_words

_AFTER = {
    MendingStep.REPORTED: FindingState.REPORTED,
    MendingStep.RETURNED: FindingState.RETURNED,
    MendingStep.CLOSED: FindingState.CLOSED,
}
_NEXT = {
    FindingState.OPEN: (MendingStep.REPORTED, MendingStep.CLOSED),
    FindingState.REPORTED: (MendingStep.CLOSED, MendingStep.RETURNED),
    FindingState.RETURNED: (MendingStep.REPORTED, MendingStep.CLOSED),
    FindingState.CLOSED: (MendingStep.RETURNED,),
    FindingState.WITHDRAWN: (),
}
"""State → what may be said next. Whoever found it may close it unasked, where she saw it mended;
what turns out not to be is sent back again."""

UNSETTLED = (FindingState.OPEN, FindingState.REPORTED, FindingState.RETURNED)
"""States in which a finding still stands on the list."""
OWING = (FindingState.OPEN, FindingState.RETURNED)
"""States in which it is the unit's turn."""


def state(steps: Iterable[MendingStep], *, withdrawn: bool = False) -> FindingState:
    """The state after these steps, in their order."""
    if withdrawn:
        return FindingState.WITHDRAWN
    found = FindingState.OPEN
    for one in steps:
        found = _AFTER[one]
    return found


def may_follow(found: FindingState, step: MendingStep) -> bool:
    """Whether this may be said of a finding in that state."""
    return step in _NEXT[found]


def late(found: FindingState, due_on: date, day: date) -> bool:
    """Whether its last day is over and nobody has closed it."""
    return found in UNSETTLED and due_on < day


def due_too_early(due_on: date, visited_on: date) -> str:
    """Why nothing can be due on this day; empty where it can."""
    if due_on >= visited_on:
        return ""
    return _("It cannot be due on %(due)s, before the visit of %(day)s.") % {
        "due": day_in_words(due_on),
        "day": day_in_words(visited_on),
    }

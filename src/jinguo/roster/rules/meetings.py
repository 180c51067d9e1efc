"""Whether a meeting of an executive committee could decide, and whether it did.

Substitution (替补) and co-option (增补) are decided by the committee itself, without a congress.
Both thresholds are shares of those due, as data (``RuleSet``): common templates ask for more
than half of them present, and for more than half of them in favour.
"""

from dataclasses import dataclass

from jinguo.roster.errors.decisions import MeetingImpossible, MeetingTooSmall, NotCarried

PRESENT, CARRIED = "meeting_present", "meeting_carried"
"""The kinds of rule; their minimum is a share in per cent that must be exceeded."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """More than these per cent of those due must be present, and in favour."""

    present: int = 50
    carried: int = 50


def more_than(percent: int, due: int) -> int:
    """The smallest number of persons that is more than a share of those due."""
    return due * percent // 100 + 1


def check(due: int, present: int, in_favour: int, thresholds: Thresholds) -> None:
    """Raises ``MeetingImpossible``, ``MeetingTooSmall`` or ``NotCarried``, else all is well."""
    words = {"due": due, "present": present, "in_favour": in_favour}
    if not 0 <= in_favour <= present <= due:
        raise MeetingImpossible(**words)
    needed = more_than(thresholds.present, due)
    if present < needed:
        raise MeetingTooSmall(needed=needed, **words)
    needed = more_than(thresholds.carried, due)
    if in_favour < needed:
        raise NotCarried(needed=needed, **words)

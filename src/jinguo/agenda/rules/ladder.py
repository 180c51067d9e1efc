"""Which step of the ladder is due, and who is told of it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from jinguo.agenda.enums import HEIGHT, Whom

OVER = 60
"""Days after the last step of a ladder from which nobody is reminded any more.

Lists still show what is owed; but an office that enters a campaign of long ago wakes nobody.
"""


@dataclass(frozen=True, slots=True)
class Step:
    """``days`` after the deadline (negative: before) somebody is told."""

    days: int
    whom: Whom


@dataclass(frozen=True, slots=True)
class Due:
    """The step that is to be said, and those it stands for: due earlier, never said."""

    step: Step
    overtook: tuple[int, ...]


def due(ladder: Sequence[Step], due_on: date, day: date, said: Collection[int]) -> Due | None:
    """The step due by ``day`` of something that is owed until ``due_on``; ``None`` for none.

    Only the latest that is due, and none before one that was said: whoever was away is not told
    five times at once. Who owes it is told first, however late: of what was never said, the latest
    step of the lowest height that is due.
    """
    passed = (day - due_on).days
    if passed > max(one.days for one in ladder) + OVER:
        return None
    last = max(said, default=None)
    open_ = [one for one in ladder if one.days <= passed and (last is None or one.days > last)]
    if open_ and last is None:
        lowest = min(HEIGHT[one.whom] for one in open_)
        open_ = [one for one in open_ if HEIGHT[one.whom] == lowest]
    if not open_:
        return None
    ordered = sorted(open_, key=lambda one: one.days)
    return Due(ordered[-1], tuple(one.days for one in ordered[:-1]))


@dataclass(frozen=True, slots=True)
class Heads:
    """Who may be told for a unit: persons by number, or nobody."""

    federation_id: int
    chair: int | None
    deputy: int | None


def told(whom: Whom, chain: Sequence[Heads]) -> tuple[int, int] | None:
    """The unit and the person told: ``chain`` is the unit that owes, then each level above it.

    Where the chair is vacant, the vice-chair; where both are, the level above; where nobody
    sits above, the nearest below. ``None`` where nobody sits anywhere.
    """
    starts = {Whom.CHAIR: 0, Whom.DEPUTY: 0, Whom.ABOVE: 1, Whom.TOP: 2}
    start = min(starts[whom], len(chain) - 1)
    for one in (*chain[start:], *reversed(chain[:start])):
        deputy_first = whom is Whom.DEPUTY and one is chain[0]
        order = (one.deputy, one.chair) if deputy_first else (one.chair, one.deputy)
        for person in order:
            if person is not None:
                return one.federation_id, person
    return None


def fault(ladder: Sequence[Step]) -> str:
    """What is wrong with a ladder, in a sentence; empty where nothing is."""
    ordered = sorted(ladder, key=lambda one: one.days)
    days, heights = [one.days for one in ordered], [HEIGHT[one.whom] for one in ordered]
    if not ladder:
        return _("A ladder has at least one step.")
    if len(set(days)) < len(days):
        return _("Two steps fall on one day.")
    if not (days[0] >= -60 and days[-1] <= 180):
        return _("Steps lie between 60 days before the deadline and 180 days after it.")
    if heights != sorted(heights) or heights[0] > 0:
        return _("The chair is told first, then the vice-chair, then the levels above in order.")
    return ""

"""When a campaign will be done if it goes on as it went, and how sure that is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, sqrt

WINDOW = 14
"""Days whose pace is taken for what comes: two weeks even out markets and holidays."""
FEW = 3
"""With fewer units done than this the pace says nothing."""
SURE = 1.28
"""Standard deviations to either side: eight of ten forecasts lie within."""
_FAR = timedelta(days=3650)


@dataclass(frozen=True, slots=True)
class Forecast:
    """Units done of ``targets`` on ``day``, ``pace`` units a day, and the days that follow from it.

    ``expected``, ``earliest`` and ``latest`` are ``None`` where the pace is nothing or too few were
    done to tell; ``latest`` alone where it might as well stand still.
    """

    day: date
    targets: int
    done: int
    pace: float
    expected: date | None
    earliest: date | None
    latest: date | None


def forecast(days: Sequence[date], *, targets: int, since: date, day: date) -> Forecast:
    """From the days on which units were done (``days``), counted to ``day``.

    The pace is that of the last two weeks, or since the beginning where that is shorter. The
    units of the window are taken for independent arrivals, so their number is uncertain by its
    square root.
    """
    done = sorted(one for one in days if one <= day)
    left = targets - len(done)
    if left <= 0:
        last = done[-1] if done else day
        return Forecast(day, targets, len(done), 0.0, last, last, last)
    first = max(since, day - timedelta(days=WINDOW - 1))
    length = max(1, (day - first).days + 1)
    recent = sum(one >= first for one in done)
    pace = recent / length
    if recent < FEW:
        return Forecast(day, targets, len(done), pace, None, None, None)
    spread = SURE * sqrt(recent) / length
    return Forecast(
        day,
        targets,
        len(done),
        pace,
        _after(day, left, pace),
        _after(day, left, pace + spread),
        _after(day, left, pace - spread),
    )


def _after(day: date, left: int, pace: float) -> date | None:
    if pace <= 0 or left / pace > _FAR.days:
        return None
    return day + timedelta(days=ceil(left / pace))
